import Diagnostics
import Mustache
import Testing

@Suite struct ValueTests {
  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("-0", .number(.integer(0))),
      ("1e18", .number(.decimal(1e18))),
      ("1.5e-3", .number(.decimal(0.0015))), ("\"\\u00e9\\ud83d\\ude00\\/\\n\"", .text("é😀/\n")),
      ("\"\\ud83d\"", .text("\u{FFFD}")), ("[]", .list([])),
      ("{\"a\": [1, {}]}", .object(["a": .list([.number(.integer(1)), .object([:])])])),
      ("\u{FEFF}1", .number(.integer(1))),
    ] as [(String, Value)])
  func `JSON is read`(text: String, expected: Value) throws {
    #expect(try Value(json: Array(text.utf8), file: "x") == expected)
  }

  @Test(
    arguments: [
      "", "01", "1.", ".5", "+1", "1e", "1e999", "tru", "[1,]", "{\"a\"}", "{a: 1}", "\"\t\"",
      "\"\\x\"", "\"\\u12\"", "1 2", "[", "\"a", "nul", "{\"a\": 1,}", "'a'",
    ])
  func `what is no JSON is refused`(text: String) {
    #expect(throws: Diagnostic.self) { _ = try Value(json: Array(text.utf8), file: "x") }
  }

  @Test func `invalid UTF-8 in JSON is refused, and repaired in a builder`() throws {
    #expect(throws: Diagnostic.self) {
      _ = try Value(json: [0x22, 0xFF, 0x22], file: "x")
    }
    var builder = ValueBuilder()
    builder.text(utf8: [0x61, 0xFF, 0x62])
    #expect(try rendered("{{.}}", builder.finish()) == "a\u{FFFD}b")
  }

  @Test func `a builder gives what the same value gives`() throws {
    let post = RecordShape("post", ("text", .text), ("tags", .list(.text)), ("n", .number(.plain)))
    let page = RecordShape("page", ("title", .text), ("posts", .list(.record(post))))
    let template = try Template(
      TemplateSource(
        name: "main", text: "{{title}}{{#posts}}[{{text}}{{#tags}} {{.}}{{/tags}} {{n}}]{{/posts}}"),
      shape: .record(page), mode: .text)
    let value = Value.record([
      .text("T"),
      .list([
        .record([.text("a"), .list([.text("x"), .text("y")]), .number(.decimal(0.5))]),
        .record([.text("b"), .list([]), .number(.integer(-3))]),
      ]),
    ])
    var builder = ValueBuilder()
    builder.beginRecord()
    builder.text("T")
    builder.beginList()
    for (text, tags, number) in [("a", ["x", "y"], 0.5), ("b", [], -3)] {
      builder.beginRecord()
      builder.text(text)
      builder.beginList()
      for tag in tags { builder.text(tag) }
      builder.endList()
      builder.number(number)
      builder.endRecord()
    }
    builder.endList()
    builder.endRecord()
    let expected = "T[a x y 0.5][b -3]"
    #expect(String(decoding: try template.rendered(value), as: UTF8.self) == expected)
    #expect(String(decoding: try template.rendered(builder.finish()), as: UTF8.self) == expected)
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (1e21, "1e+21"), (-2.0, "-2"), (100.25, "100.25"), (1e14, "100000000000000"),
      (Double.infinity, ""), (Double.nan, ""),
    ])
  func `a number is printed with its own digits`(number: Double, expected: String) throws {
    #expect(try rendered("{{.}}", Value.number(.decimal(number)).packed(as: .json)) == expected)
  }

  @Test(arguments: [Int.min, -1, 0, 9, 10, 99, 100, Int.max])
  func `a whole number is printed`(number: Int) throws {
    #expect(
      try rendered("{{.}}", Value.number(.integer(number)).packed(as: .json)) == "\(number)")
  }

  @Test func `a value of another shape is no crash`() throws {
    let template = try Template(
      TemplateSource(
        name: "main", text: "{{a.b}}{{#l}}{{x}}{{.}}{{/l}}{{#o}}{{y}}{{/o}}{{n}}{{{m}}}"),
      shape: .record(
        RecordShape(
          "view", ("a", .record(RecordShape("a", ("b", .text)))), ("l", .list(.json)),
          ("o", .optional(.record(RecordShape("o", ("y", .text))))), ("n", .number(.plain)),
          ("m", .markup), ("x", .text))), mode: .html(dialect: false))
    for json in ["1", "[]", "{}", "\"x\"", "[[1],[2]]", "{\"a\": 1, \"l\": {\"x\": [0]}}", "null"] {
      let value = try Value(json: Array(json.utf8), file: "x").packed(as: .json)
      _ = try? template.rendered(value)
    }
  }

  @Test func `threads share a template`() async throws {
    let template = try Template(
      TemplateSource(name: "main", text: "{{#l}}<p title=\"{{.}}\">{{.}}</p>{{>*p}}{{/l}}"),
      partials: { name in TemplateSource(name: name, text: "{{#l}}{{-index}}{{/l}}") },
      shape: .json, mode: .html(dialect: false))
    let value = try Value.object([
      "l": .list((0..<50).map { .text("<\($0)>") }), "p": .text("any"),
    ]).packed(as: .json)
    let expected = try template.rendered(value)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var output = OutputBuffer()
          for _ in 0..<20 {
            output.removeAll()
            try template.render(value, into: &output)
          }
          return output.bytes
        }
      }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  private func rendered(_ text: String, _ value: PackedValue) throws -> String {
    let template = try Template(
      TemplateSource(name: "main", text: text), shape: .json, mode: .text)
    return String(decoding: try template.rendered(value), as: UTF8.self)
  }
}
