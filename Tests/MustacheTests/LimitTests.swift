import Diagnostics
import Mustache
import Testing

/// Templates and values from outside end with a diagnostic, never with the memory.
@Suite struct LimitTests {
  private func template(
    _ text: String, partials: [String: String] = [:], shape: Shape = .json,
    mode: Template.Mode = .text, limits: Limits = Limits()
  ) throws -> Template {
    try Template(
      TemplateSource(name: "main", text: text),
      partials: { name in partials[name].map { TemplateSource(name: name, text: $0) } },
      shape: shape, mode: mode, limits: limits)
  }

  private func id(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return nil
    } catch let errors as TemplateErrors {
      return errors.diagnostics.last?.id
    } catch {
      return (error as? Diagnostic)?.id
    }
  }

  @Test func `a template has a size`() {
    var limits = Limits()
    limits.templateBytes = 10
    #expect(id { _ = try template("12345678901", limits: limits) } == "template.too-large")
  }

  @Test func `partials that double each other have an end`() {
    var partials = ["p0": "{{#a}}x{{/a}}"]
    for index in 1...40 { partials["p\(index)"] = "{{>p\(index - 1)}}{{>p\(index - 1)}}" }
    var limits = Limits()
    limits.operations = 20_000
    let found = id { _ = try template("{{>p40}}", partials: partials, limits: limits) }
    #expect(found == "template.too-many-operations")
  }

  @Test func `partials of nothing but partials have an end`() {
    var partials = ["p0": ""]
    for index in 1...100 { partials["p\(index)"] = "{{>p\(index - 1)}}{{>p\(index - 1)}}" }
    let found = id { _ = try template("{{>p100}}", partials: partials) }
    #expect(found == "template.too-many-operations")
  }

  /// Found by random templates: each level stands in another context, and the refused value was kept
  /// on each of 2ⁿ ways, until the memory ended.
  @Test func `a partial that includes itself twice in a deeper context has an end`() {
    let found = id {
      _ = try template(
        "{{>q}}", partials: ["q": "<svg><!--{{a}}-->{{#f}}{{>q}}{{>q}}{{/f}}"],
        mode: .html(dialect: false))
    }
    #expect(found == "template.expanded-too-deep")
  }

  @Test func `a list in a list in a list has an end`() throws {
    let items = Value.list(Array(repeating: .text("x"), count: 200))
    var limits = Limits()
    limits.outputBytes = 1 << 20
    let template = try template(
      "{{#a}}{{#a}}{{#a}}{{#a}}xxxxxxxx{{/a}}{{/a}}{{/a}}{{/a}}", limits: limits)
    let found = id { _ = try template.rendered(.object(["a": items])) }
    #expect(found == "template.output-too-large")
  }

  @Test func `a recursive partial has an end`() throws {
    let template = try template("{{>p}}", partials: ["p": "{{#a}}{{>p}}{{/a}}"])
    let found = id { _ = try template.rendered(.object(["a": .bool(true)])) }
    #expect(found == "template.rendered-too-deep")
  }

  @Test func `a dynamic name that names itself has an end`() throws {
    let template = try template("{{>*a}}", partials: ["p": "{{>*a}}"])
    let found = id { _ = try template.rendered(.object(["a": .text("p")])) }
    #expect(found == "template.rendered-too-deep")
  }

  @Test func `a lambda that returns itself has an end`() throws {
    let template = try template("{{a}}")
    let found = id { _ = try template.rendered(.object(["a": .lambda(Lambda { _ in "{{a}}" })])) }
    #expect(found == "template.rendered-too-deep")
  }

  @Test func `lambdas have a number`() throws {
    var limits = Limits()
    limits.lambdaExpansions = 10
    let template = try template("{{#a}}{{b}}{{/a}}", limits: limits)
    let value = Value.object([
      "a": .list(Array(repeating: .null, count: 11)), "b": .lambda(Lambda { _ in "x" }),
    ])
    #expect(id { _ = try template.rendered(value) } == "template.too-many-expansions")
  }

  @Test func `a list of problems has an end`() {
    let text = (0..<500).map { "{{unknown\($0)}}" }.joined()
    #expect(throws: TemplateErrors.self) {
      _ = try template(text, shape: .record(RecordShape("view", ("a", .text))))
    }
    let found = id { _ = try template(text, shape: .record(RecordShape("view", ("a", .text)))) }
    #expect(found == "template.too-many-problems")
  }

  /// Each took time by the square of the length: reading went on behind the last problem that is told.
  @Test(arguments: [("<div>", Template.Mode.html(dialect: true)), ("<", .html(dialect: false))])
  func `text that is wrong everywhere has an end`(piece: String, mode: Template.Mode) {
    let found = id { _ = try template(String(repeating: piece, count: 200_000), mode: mode) }
    #expect(found == "template.too-many-problems")
  }

  @Test func `a value has a depth`() {
    var value = Value.null
    for _ in 0..<600 { value = .list([value]) }
    #expect(id { _ = try value.packed(as: .json) } == "template.value-too-deep")
    let json = String(repeating: "[", count: 100_000)
    #expect(id { _ = try Value(json: Array(json.utf8), file: "x") } == "template.value-too-deep")
  }

  @Test func `ten million bytes in one value are escaped`() throws {
    let text = String(repeating: "<", count: 10_000_000)
    let template = try template("{{.}}", mode: .html(dialect: false))
    #expect(try template.rendered(.text(text)).count == 40_000_000)
  }

  @Test func `a missing name is an error on request`() throws {
    let strict = try Template(
      TemplateSource(name: "main", text: "{{#b}}x{{/b}}{{a.c}}"), shape: .json, mode: .text,
      missingNames: .error)
    #expect(try strict.rendered(.object(["a": .object(["c": .null])])).isEmpty)
    #expect(id { _ = try strict.rendered(.object(["a": .text("x")])) } == "template.missing-name")
  }
}
