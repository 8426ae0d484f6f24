package import Crypto

/// SHA-256 in lower-case hexadecimal, as files and pages are told apart.
package func sha256(_ bytes: [UInt8]) -> String {
  bytes.withUnsafeBufferPointer { sha256($0) }
}

/// SHA-256 of bytes that are not copied for it.
package func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var hash = SHA256()
  hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
  return hash.finalize().hexadecimal
}

extension Digest {
  /// Two digits a byte, in lower case.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
