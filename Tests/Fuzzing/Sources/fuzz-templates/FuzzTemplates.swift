import Mustache

/// One round of libFuzzer: reads the bytes as a template with partials, compiles it in each mode, and
/// renders what compiles. An error and a result are both right; a crash, a hang or a second result
/// that differs from the first is found.
///
/// The byte 0x1E ends the template and begins the partial `p`, another one `q`, a third the values as
/// JSON.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTemplates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0x1E, maxSplits: 3, omittingEmptySubsequences: false)
    .map(Array.init)
  let json = parts.count > 3 ? try? Value(json: parts[3], file: "values") : nil
  for mode in modes {
    compile(parts, shape: .json, mode, json ?? values)
    if mode != .specification { compile(parts, shape: .record(view), mode, values) }
  }
  return 0
}

private let modes: [Template.Mode] = [
  .html(dialect: false), .html(dialect: true), .text, .specification,
]

private let view = RecordShape(
  "view", ("a", .text), ("b", .optional(.text)), ("f", .flag), ("l", .list(.text)), ("m", .markup),
  ("n", .number(.plain)), ("d", .date), ("r", .record(RecordShape("r", ("a", .text)))),
  ("t", .template(names: ["p", "q"])), ("j", .json))

private let values = Value.object([
  "a": .text("\"'<>&{{b}}\u{0}\u{FFFE}javascript:\u{85}é"), "b": .text(""), "f": .bool(true),
  "l": .list([.text("x"), .text("</title>")]), "m": .markup(Markup(trusted: "<i>m</i>")),
  "n": .number(.decimal(-1234.5)),
  "d": CalendarDate(year: 2026, month: 2, day: 28).map { .date($0) } ?? .null,
  "r": .object(["a": .text("y")]), "t": .text("p"),
  "j": .list([.object(["a": .null]), .bool(false)]),
])

private let limits = {
  var limits = Limits()
  limits.operations = 20_000
  limits.outputBytes = 1 << 22
  limits.lambdaExpansions = 100
  return limits
}()

private func compile(
  _ parts: [[UInt8]], shape: Shape, _ mode: Template.Mode, _ value: Value
) {
  let template: Template
  do throws(TemplateErrors) {
    template = try Template(
      TemplateSource(name: "main", bytes: parts[0]),
      partials: { name in
        guard let index = ["p", "q"].firstIndex(of: name), index + 1 < parts.count else {
          return nil
        }
        return TemplateSource(name: name, bytes: parts[index + 1])
      }, shape: shape, mode: mode, limits: limits)
  } catch {
    precondition(!error.description.isEmpty, "errors can be printed")
    return
  }
  let first = try? template.rendered(value)
  let second = try? template.rendered(value)
  precondition(first == second, "the same value gives the same bytes")
}
