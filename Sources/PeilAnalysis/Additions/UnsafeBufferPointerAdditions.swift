extension UnsafeBufferPointer<UInt8> {
  /// The bytes as a number that hardly two texts share, for tables that find them again.
  ///
  /// Eight at a time are multiplied by 2⁶⁴ by the golden ratio; the upper half of a product depends on all of it.
  @inline(__always)
  var quickHash: UInt64 {
    let bytes = UnsafeRawBufferPointer(self)
    func mixed(_ value: UInt64) -> UInt64 {
      let product = value &* 0x9E37_79B9_7F4A_7C15
      return product ^ product >> 32
    }
    var hash = UInt64(bytes.count)
    var place = 0
    while place + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var last: UInt64 = 0
    while place < bytes.count {
      last = last << 8 | UInt64(bytes[place])
      place += 1
    }
    return mixed(hash ^ last)
  }
}
