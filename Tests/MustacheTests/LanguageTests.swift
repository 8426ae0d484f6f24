import Diagnostics
import Mustache
import Testing

/// What `templates/README.md` says about the language is what the engine does.
@Suite struct LanguageTests {
  private static let file =
    "\(#filePath.dropLast("Tests/MustacheTests/LanguageTests.swift".count))templates/README.md"

  /// Lines between a heading and the next.
  private func section(_ heading: String) throws -> [Substring] {
    let text = String(decoding: try #require(SharedFiles.bytes(of: Self.file)), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == "## \(heading)" }, "\(heading)")
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
  }

  /// The pieces in backticks of the first cell of each row.
  private func code(in lines: [Substring]) -> [String] {
    lines.filter { $0.hasPrefix("| `") }.flatMap { line in
      // `\|` in a table is a bar in the text.
      let cell = line.dropFirst(2).replacing("\\|", with: "\u{1}").prefix { $0 != "|" }
      return cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element.replacing("\u{1}", with: "|")) }
    }
  }

  private func diagnostics(_ text: String, mode: Template.Mode) -> [Diagnostic] {
    do throws(TemplateErrors) {
      _ = try Template(
        TemplateSource(name: "main", text: text),
        partials: { _ in TemplateSource(name: "page", text: "{{$title}}{{/title}}") },
        shape: .json, mode: mode)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func `the filters are those of the engine`() throws {
    let listed = Set(
      code(in: try section("Extensions of the language")).filter { !$0.hasPrefix("{{") }
        .map { String($0.prefix { $0 != ":" }) })
    let note = try #require(diagnostics("{{x | nope}}", mode: .text).first?.notes.first?.message)
    let known = note.dropFirst("filters: ".count).split(separator: ", ").map(String.init)
    #expect(listed == Set(known))
    for call in code(in: try section("Extensions of the language")) where !call.hasPrefix("{{") {
      #expect(diagnostics("{{x | \(call)}}", mode: .text).isEmpty, "\(call)")
    }
  }

  @Test func `what the tables write can be compiled`() throws {
    let snippets = try code(in: section("The language") + section("Extensions of the language"))
      // Of another pair of delimiters the closing tag below would not be one.
      .filter { $0.hasPrefix("{{") && !$0.contains("filter:argument") && !$0.hasPrefix("{{=") }
    #expect(snippets.count > 15)
    for snippet in snippets {
      let isOpen = ["{{#", "{{^"].contains { snippet.hasPrefix($0) } && !snippet.contains("{{/")
      let closed = isOpen ? snippet + "{{/\(snippet.dropFirst(3))" : snippet
      // A position is known inside of a section only.
      #expect(diagnostics("{{#list}}\(closed){{/list}}", mode: .text).isEmpty, "\(snippet)")
    }
  }
}
