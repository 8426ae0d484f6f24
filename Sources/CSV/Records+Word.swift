extension Records {
  /// A field as a number that tells it from every other, when it is short; for remembering what the few words
  /// of a column mean, which most files repeat over and over.
  ///
  /// - Returns: `nil` for more than 15 bytes, and for a field in quotes.
  @inlinable @inline(__always)
  public func word(of position: Int, at field: Int) -> UInt128? {
    let position = checked(position)
    let range = index.written(field, of: position, index.fields(of: position))
    let count = range.count
    guard count < 16 else { return nil }
    // Behind the text there is padding, so 16 bytes can always be loaded.
    let text = UnsafeRawPointer(index.bytes + range.lowerBound)
    let low = UInt64(littleEndian: text.loadUnaligned(as: UInt64.self))
    if UInt8(truncatingIfNeeded: low) == UInt8(ascii: "\""), count > 0 { return nil }
    if count <= 8 {
      // A shift by 64 leaves nothing.
      let kept = low & ~(UInt64.max << UInt64(8 &* count))
      return UInt128(kept) | UInt128(UInt64(count)) << 120
    }
    let high = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let kept = high & ~(UInt64.max << UInt64(8 &* (count &- 8)))
    return UInt128(low) | UInt128(kept | UInt64(count) << 56) << 64
  }
}
