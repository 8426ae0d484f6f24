extension String {
  /// `beginning.name`, written at once: interpolating takes several times as long, and a report has more than a
  /// thousand keys.
  init(_ beginning: String, dot name: String) {
    self = beginning.withBytes { beginning in
      name.withBytes { name in
        let count = beginning.count + 1 + name.count
        return String(unsafeUninitializedCapacity: count) { text in
          let bytes = UnsafeMutableRawBufferPointer(text)
          bytes.copyMemory(from: UnsafeRawBufferPointer(beginning))
          bytes[beginning.count] = UInt8(ascii: ".")
          UnsafeMutableRawBufferPointer(rebasing: bytes[(beginning.count + 1)...])
            .copyMemory(from: UnsafeRawBufferPointer(name))
          return count
        }
      }
    }
  }

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
