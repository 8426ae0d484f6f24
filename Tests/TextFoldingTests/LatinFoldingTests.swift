import Testing

@testable import TextFolding

@Suite struct LatinFoldingTests {
  /// The short way for Western European letters and the long way for all others must agree.
  @Test(arguments: [false, true])
  func `letters of Western Europe are folded as all others are`(_ ignoringMarks: Bool) {
    for value in UInt32(0xA1)...0x17F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "a\(scalar)b", "\(scalar) \(scalar)", "Z\(scalar)\u{301}"] {
        let key = NameKey(text, ignoringMarks: ignoringMarks).text
        let long = foldedBeyondASCII(text, ignoringMarks: ignoringMarks)
        #expect(Array(key.utf8) == Array(long.utf8), "\(text), U+\(String(value, radix: 16))")
      }
    }
  }
}
