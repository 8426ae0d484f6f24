import Diagnostics
import FoundationEssentials
import PeilModel

/// A logo that a page can carry: a picture without anything that acts or loads.
struct LogoImage: Equatable, Sendable {
  enum Format: Equatable, Sendable {
    case png, svg
  }

  let format: Format
  let base64: String
  /// Names of what was taken out of an SVG, each once.
  let removed: [String]

  /// - Throws: What is wrong with the file.
  init(_ file: BrandFile) throws(Diagnostic) {
    guard file.bytes.count <= BrandFile.largest else { throw .brandFileTooLarge(file) }
    if file.bytes.starts(with: Self.pngSignature) {
      format = .png
      base64 = Data(file.bytes).base64EncodedString()
      removed = []
    } else {
      let cleaned = try CleanedSVG(file)
      format = .svg
      base64 = Data(cleaned.bytes).base64EncodedString()
      removed = cleaned.removed
    }
  }

  private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
}

extension BrandFile {
  /// The font as Base64.
  ///
  /// - Throws: What is wrong with the file.
  func woff2() throws(Diagnostic) -> String {
    guard bytes.count <= Self.largest else { throw .brandFileTooLarge(self) }
    guard bytes.starts(with: "wOF2".utf8) else { throw .brandNotWOFF2(in: file) }
    return Data(bytes).base64EncodedString()
  }
}
