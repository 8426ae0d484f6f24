extension UnsafeBufferPointer<UInt8> {
  /// The bytes as a number that hardly two texts share, for tables that find them again.
  ///
  /// Eight at a time are multiplied by 2⁶⁴ by the golden ratio; the upper half of a product depends on all of it. The
  /// last eight may overlap those before them, and so do the two halves of a short text.
  @inline(__always)
  var quickHash: UInt64 {
    let bytes = UnsafeRawBufferPointer(self)
    func mixed(_ value: UInt64) -> UInt64 {
      let product = value &* 0x9E37_79B9_7F4A_7C15
      return product ^ product >> 32
    }
    let hash = UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      var hash = hash
      var place = 0
      while place + 8 < count {
        hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      return mixed(hash ^ bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }
    if count >= 4 {
      let first = UInt64(bytes.loadUnaligned(as: UInt32.self))
      let last = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return mixed(hash << 56 ^ first << 32 ^ last)
    }
    guard count > 0 else { return 0 }
    return mixed(
      hash << 24 | UInt64(self[0]) << 16 | UInt64(self[count / 2]) << 8 | UInt64(self[count - 1]))
  }
}
