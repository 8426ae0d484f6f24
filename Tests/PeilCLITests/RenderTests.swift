import Foundation
import TestSupport
import Testing

/// `peil render`: any template with any JSON.
@Suite struct RenderTests {
  private func render(
    _ arguments: [String], _ files: [String: String], input: String = ""
  ) throws -> (output: String, errors: String, exitCode: Int32) {
    try withTemporaryFolder { folder in
      try write(files, below: folder)
      let result = try runPeil(["render"] + arguments, in: folder, input: input)
      return (result.output, result.errors, result.exitCode)
    }
  }

  private static let files = [
    "t.mustache": "<a href=\"{{url}}\">{{name}}</a>{{> foot}}{{> a/b}}\n",
    "parts/foot.mustache": "<p>{{name}}</p>", "parts/a/b.mustache": "<b>{{name}}</b>",
    "v.json": "{\"url\": \"javascript:alert(1)\", \"name\": \"A & <B>\"}",
  ]

  @Test func `escapes by context, with partials from a folder and its subfolders`() throws {
    let result = try render(
      ["t.mustache", "--values", "v.json", "--partials", "parts"], Self.files)
    #expect(
      result.output
        == "<a href=\"#\">A &amp; &lt;B&gt;</a><p>A &amp; &lt;B&gt;</p><b>A &amp; &lt;B&gt;</b>\n")
    #expect(result.errors == "")
    #expect(result.exitCode == 0)
  }

  @Test func `reads the template or the values from standard input`() throws {
    let template = try render(["-", "--values", "v.json"], Self.files, input: "{{name}}")
    #expect(template.output == "A &amp; &lt;B&gt;")
    let values = try render(
      ["t.mustache", "--values", "-"], ["t.mustache": "{{#.}}[{{a}}]{{/.}}"],
      input: "[{\"a\": 1}, {\"a\": 2}]")
    #expect(values.output == "[1][2]")
  }

  @Test(
    arguments: [
      ("[1, 2]", "{{#.}}{{.}};{{/.}}", "1;2;"), ("\"x\"", "{{.}}", "x"), ("1.50", "{{.}}", "1.5"),
      ("true", "{{#.}}yes{{/.}}", "yes"), ("null", "{{^.}}none{{/.}}", "none"),
      ("\u{FEFF}{\"a\": {\"b\": \"é\"}}", "{{a.b}}", "é"),
    ])
  func `takes JSON of any kind`(json: String, template: String, expected: String) throws {
    let result = try render(
      ["t.mustache", "--values", "v.json"], ["t.mustache": template, "v.json": json])
    #expect(result.output == expected)
    #expect(result.exitCode == 0)
  }

  @Test func `plain is the specification's own mode`() throws {
    let files = ["v.json": "{\"name\": \"A & <B>\", \"-index\": 7}"]
    let result = try render(
      ["-", "--values", "v.json", "--plain"], files, input: "{{{name}}} <{{name}} {{-index}}")
    #expect(result.output == "A & <B> <A &amp; &lt;B&gt; 7")
    let refused = try render(
      ["-", "--values", "v.json", "--plain", "--dialect"], files, input: "x")
    #expect(refused.exitCode == 64)
  }

  @Test func `dialect holds the page to the closed tables`() throws {
    let result = try render(
      ["-", "--values", "v.json", "--dialect"], ["v.json": "{}"], input: "<div>\n<blink>x</blink>\n"
    )
    #expect(result.exitCode == 1)
    #expect(result.output == "")
    #expect(result.errors.contains("`<blink>` is no element of a page\n  --> <stdin>:2:1"))
    let open = try render(
      ["-", "--values", "v.json", "--dialect"], ["v.json": "{}"], input: "<div>")
    #expect(open.errors.contains("still in `<div>`"))
  }

  @Test func `strict refuses to print a name that is not there`() throws {
    let files = ["v.json": "{\"name\": null}"]
    let result = try render(
      ["-", "--values", "v.json", "--strict"], files, input: "{{name}}{{#a}}x{{/a}}\n{{nmae}}")
    #expect(result.exitCode == 1)
    #expect(result.output == "")
    #expect(result.errors.contains("error[template.missing-name]"))
    #expect(result.errors.contains("<stdin>:2:3"))
    #expect(try render(["-", "--values", "v.json"], files, input: "[{{nmae}}]").output == "[]")
  }

  @Test func `tells all that is wrong with the template and the values at once`() throws {
    let result = try render(
      ["t.mustache", "--values", "v.json", "--partials", "parts"],
      [
        "t.mustache": "<p title={{a}}>\n{{> bad}}{{> nope}}{{> ../v}}\n</p>",
        "parts/bad.mustache": "x\n{{#open}}", "v.json": "{\"a\": 01}",
      ])
    #expect(result.exitCode == 1)
    #expect(result.output == "")
    for place in [
      "t.mustache:1:12", "parts/bad.mustache:2:4", "there is no template `nope`",
      "there is no template `../v`", "v.json:1:7",
    ] {
      #expect(result.errors.contains(place), "\(place)")
    }
  }

  @Test func `a partial that cannot be read is told, not left out`() throws {
    try withTemporaryFolder { folder in
      try write(["t.mustache": "{{> link}}", "v.json": "{}", "parts/x": ""], below: folder)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/parts/link.mustache", withDestinationPath: "\(folder)/v.json")
      let result = try runPeil(
        ["render", "t.mustache", "--values", "v.json", "--partials", "parts"], in: folder)
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("error[file.not-a-file]"))
    }
  }

  @Test(
    arguments: [
      (["x.mustache", "--values", "v.json"], "x.mustache"),
      (["t.mustache", "--values", "x.json"], "x.json"),
      (["t.mustache", "--values", "v.json", "--partials", "x"], "x"),
    ])
  func `names the file that is not there`(arguments: [String], file: String) throws {
    let result = try render(arguments, Self.files)
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("--> \(file)\n"))
  }

  @Test(
    arguments: [
      (["-", "--values", "-"], "only one"), (["t.mustache"], "--values"),
    ])
  func `wrong usage ends with 64`(arguments: [String], message: String) throws {
    let result = try render(arguments, Self.files)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains(message))
  }
}
