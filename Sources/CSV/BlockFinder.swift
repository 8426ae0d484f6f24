/// Finds what matters to the grammar in 64 bytes at a time.
struct BlockFinder {
  let delimiters: SIMD16<UInt8>
  let lineFeeds = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
  let quotes = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))

  init(delimiter: UInt8) {
    delimiters = SIMD16(repeating: delimiter)
  }

  /// One bit for each byte that is a delimiter, a line feed or a quote.
  @inline(__always)
  func hits(in block: UnsafePointer<UInt8>) -> UInt64 {
    let block = UnsafeRawPointer(block)
    return hits16(in: block)
      | hits16(in: block + 16) << 16
      | hits16(in: block + 32) << 32
      | hits16(in: block + 48) << 48
  }

  @inline(__always)
  private func hits16(in block: UnsafeRawPointer) -> UInt64 {
    let text = block.loadUnaligned(as: SIMD16<UInt8>.self)
    let isHit = (text .== delimiters) .| (text .== lineFeeds) .| (text .== quotes)
    let lanes = unsafeBitCast(isHit, to: SIMD2<UInt64>.self)
    return Self.bits(lanes[0]) | Self.bits(lanes[1]) << 8
  }

  /// One bit for each of eight bytes that are 0xFF or 0.
  @inline(__always)
  private static func bits(_ lanes: UInt64) -> UInt64 {
    // Each byte keeps another bit, so the product adds them up in its highest byte.
    ((lanes & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
  }
}
