import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte, which the C library looks for with vectors.
  func place(of byte: UInt8) -> Int? {
    guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(start).distance(to: found)
  }
}
