import Diagnostics
import FileSystem
import PeilModel
import TestSupport
import Testing

@testable import PeilReport

@Suite struct SheetProofTests {
  @Test func `the delivered style sheets are whole, load nothing and have contrast`() throws {
    let theme = try Theme(
      folders: [Folder(Project.templates)],
      agency: Agency(name: "Bureau", language: LanguageCode("nl")))
    #expect(theme.sheetProblems.map(\.description) == [])
  }

  /// Computed apart, in Python: black, grey and orange on white, and one colour on itself.
  @Test(
    arguments: [
      (0x000000, 0xFFFFFF, 21.0), (0x767676, 0xFFFFFF, 4.54), (0xDA6A0E, 0xFFFFFF, 3.47),
      (0x123456, 0x123456, 1.0),
    ] as [(UInt32, UInt32, Double)])
  func `contrast is WCAG's`(_ a: UInt32, b: UInt32, expected: Double) {
    let contrast = SheetProof.contrast(a, b)
    #expect(abs(contrast - expected) < 0.01)
    #expect(SheetProof.contrast(b, a) == contrast)
  }

  @Test(
    arguments: [
      ("pale text", ":root { --ink: #999999; --page: #FFFFFF; }", ["theme.contrast"]),
      (
        "pale text in the dark",
        ":root { --ink: #000000; --page: #FFFFFF; }\n@media (prefers-color-scheme: dark) { :root { --page: #111111; } }",
        ["theme.contrast"]
      ),
      ("a brace too few", "p { margin: 0", ["theme.braces"]),
      ("a brace too many", "p { margin: 0 } }", ["theme.braces"]),
      ("a quote that stays open", "p::before { content: \"x }", ["theme.braces"]),
      ("a brace in a string", "p::before { content: \"}\" }", []),
      ("nesting", "p { & b { margin: 0 } }", ["theme.letter"]),
      ("an import", "@import \"x.css\";", ["theme.loads"]),
      ("a picture from elsewhere", "p { background: url(https://x.example/) }", ["theme.loads"]),
    ] as [(String, String, [String])])
  func `is told`(_ name: String, sheet: String, expected: [String]) {
    #expect(SheetProof(Array(sheet.utf8), file: "sheet").problems.map(\.id) == expected)
  }
}
