import Crypto
import FoundationEssentials
import Mustache

/// The style sheet of a theme and language, byte for byte the same in every page, with its hash.
struct Sheet: Sendable {
  let markup: Markup
  let bytes: [UInt8]
  /// Base64 of the SHA-256, as a Content-Security-Policy names it.
  let hash: String

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    markup = Markup(trusted: String(decoding: bytes, as: UTF8.self))
    hash = Data(SHA256.hash(data: bytes)).base64EncodedString()
  }
}
