extension String {
  /// Looks at its bytes where they are; a text whose bytes do not stand together is copied first.
  ///
  /// For little to be done with them: it is in the program twice.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
