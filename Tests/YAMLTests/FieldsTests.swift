import Diagnostics
import Testing
import YAML

@Suite struct FieldsTests {
  enum Colour: String, CaseIterable { case red, green }

  private func read(_ text: String) throws -> (values: [String], problems: [Diagnostic]) {
    let document = try Document(bytes: Array(text.utf8), file: "client.yaml")
    var fields = Fields(of: document.root, called: "a client")
    let name = fields.required("name", "a text") { $0.text }
    let rate = fields.optional("rate", "a number") { $0.number }
    let colour: Colour? = fields.choice("colour")
    let colours: [Colour] = fields.choices("colours")
    let names = fields.texts("names")
    let values = ["\(name ?? "-")", "\(rate ?? -1)", "\(colour?.rawValue ?? "-")"]
    return (values + colours.map(\.rawValue) + names, fields.finish())
  }

  @Test func `reads texts, numbers, choices and lists`() throws {
    let result = try read(
      "name: \"A: b\"\nrate: 82.5\ncolour: red\ncolours: [green, red]\nnames:\n  - no\n  - x y\n")
    #expect(result.values == ["A: b", "82.5", "red", "green", "red", "no", "x y"])
    #expect(result.problems == [])
  }

  @Test(
    arguments: [
      ("unknown key", "name: a\nclour: red", ["settings.unknown-key 2:1 write `colour`"]),
      ("unknown word", "name: a\ncolour: gren", ["settings.unknown-word 2:9 write `green`"]),
      ("wrong type", "name: a\nrate: much", ["settings.wrong-type 2:7 "]),
      ("number in quotes", "name: a\nrate: \"3\"", ["settings.wrong-type 2:7 "]),
      ("missing", "rate: 3", ["settings.missing-key 0:0 add `name:` with a text"]),
      ("nothing written", "name:\nrate: 1", ["settings.missing-key 0:0 add `name:` with a text"]),
      (
        "not a mapping", "- a\n- b",
        [
          "settings.not-a-mapping 1:1 write one `key: value` a line",
          "settings.missing-key 0:0 add `name:` with a text",
        ]
      ),
      (
        "two at once", "nmae: a\nrate: [1]",
        [
          "settings.wrong-type 2:7 ", "settings.missing-key 0:0 add `name:` with a text",
          "settings.unknown-key 1:1 write `name`",
        ]
      ),
      ("behind an emoji", "name: a\n\"🥐\": 1", ["settings.unknown-key 2:1 "]),
    ] as [(String, String, [String])])
  func `tells every problem with its place`(_ name: String, text: String, expected: [String]) throws
  {
    let problems = try read(text).problems.sorted { $0.id > $1.id }
    let told = problems.map {
      "\($0.id) \($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.help ?? "")"
    }
    #expect(told.sorted() == expected.sorted())
  }

  @Test(
    arguments: [
      ("unclosed list", "name: [a\nrate: 1\n", "settings.syntax"),
      ("two documents", "a: 1\n---\nb: 2\n", "settings.syntax"),
      ("twice the same key", "a: 1\na: 2\n", "settings.duplicate-key"),
      ("a tab", "a:\n\tb: 1\n", "settings.syntax"),
      ("deep", String(repeating: "[", count: 200_000), "settings.syntax"),
      ("deep in blocks", String(repeating: "- ", count: 100_000), "settings.syntax"),
      ("large", String(repeating: "#", count: 2 << 20), "settings.too-large"),
    ] as [(String, String, String)])
  func `refuses what is not one small YAML document`(
    _ name: String, text: String, id: String
  ) throws {
    let error = #expect(throws: Diagnostic.self) {
      try Document(bytes: Array(text.utf8), file: "client.yaml")
    }
    #expect(error?.id == id)
  }

  @Test func `refuses aliases that multiply`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: Diagnostic.self) {
      try Document(bytes: Array(text.utf8), file: "client.yaml")
    }
    #expect(error?.id == "settings.too-many-entries")
  }

  @Test func `refuses bytes that are not UTF-8`() {
    let error = #expect(throws: Diagnostic.self) {
      try Document(bytes: [0x61, 0x3A, 0x20, 0xFF], file: "client.yaml")
    }
    #expect(error?.id == "settings.not-utf8")
  }

  @Test(arguments: ["", "# only a comment\n", "\n\n"])
  func `an empty file is an empty mapping`(_ text: String) throws {
    let document = try Document(bytes: Array(text.utf8), file: "client.yaml")
    #expect(document.root.mapping?.isEmpty == true)
  }
}
