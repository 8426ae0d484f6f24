import Diagnostics
import Glibc
import Mustache

/// A file of `Cases/`: parts that begin with a line `--- name`.
///
///     --- mode html
///     --- data
///     { "title": "A & B", "note?": null, "intro!": "<em>trusted</em>" }
///     --- template
///     <p>{{title}}</p>
///     --- partial name
///     …
///     --- output
///     <p>A &amp; B</p>
///
/// `--- error` instead of `--- output` holds the diagnostics as they are printed. The shape is read
/// off the data: a key with `?` is optional, one with `!` is trusted markup, one with `%` is a share,
/// one with `@` a date, one with `#` a lambda that returns this text, one with `>` the name of one of
/// the partials. `mode … json` has no shape; `strict` refuses missing names. `--- limit name value`
/// sets a limit. A line end before `---` belongs to it.
struct TemplateCase {
  var mode = Template.Mode.html(dialect: false)
  var isSchemaless = false
  var missingNames = Template.MissingNames.empty
  var limits = Limits()
  var data = "{}"
  var template = ""
  var partials: [String: String] = [:]
  var output: String?
  var error: String?
  /// Everything before the result, to write the file again.
  var head = ""

  init(_ text: String) {
    var name = ""
    var body: [Substring] = []
    func isPart(_ line: Substring) -> Bool { line.hasPrefix("--- ") }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines + ["--- end" as Substring] {
      if isPart(line) {
        set(name, body.joined(separator: "\n"))
        name = String(line.dropFirst(4))
        body = []
      } else {
        body.append(line)
      }
      if name != "output", name != "error", name != "end" { head += "\(line)\n" }
    }
  }

  private mutating func set(_ name: String, _ body: String) {
    let words = name.split(separator: " ")
    switch words.first {
    case "mode":
      isSchemaless = words.contains("json")
      if words.contains("strict") { missingNames = .error }
      if words.contains("dialect") { mode = .html(dialect: true) }
      if words.contains("text") { mode = .text }
      if words.contains("specification") { mode = .specification }
    case "limit": setLimit(words[1], to: Int(words[2]) ?? 0)
    case "data": data = body
    case "template": template = body
    case "partial": partials[words.dropFirst().joined(separator: " ")] = body
    case "output": output = body
    case "error": error = body
    default: break
    }
  }

  private mutating func setLimit(_ name: Substring, to value: Int) {
    switch name {
    case "templateBytes": limits.templateBytes = value
    case "nesting": limits.nesting = value
    case "operations": limits.operations = value
    case "contextDepth": limits.contextDepth = value
    case "outputBytes": limits.outputBytes = value
    case "lambdaExpansions": limits.lambdaExpansions = value
    default: break
    }
  }

  /// What the engine makes of it, as a part of the file.
  func result() -> (isError: Bool, text: String) {
    do {
      let value = try Value(json: Array(data.utf8), file: "data.json")
      let shape = isSchemaless ? .json : self.shape(of: value, named: "view", key: "")
      let partials = partials
      let template = try Template(
        TemplateSource(name: "template", text: template),
        partials: { name in partials[name].map { TemplateSource(name: name, text: $0) } },
        shape: shape, mode: mode, missingNames: missingNames, limits: limits)
      let packed = try typed(value, key: "").packed(as: shape)
      return (false, String(decoding: try template.rendered(packed), as: UTF8.self))
    } catch let errors as TemplateErrors {
      return (true, errors.description)
    } catch {
      return (true, "\(error)")
    }
  }

  // MARK: - Shapes from data

  private static let marks = "?!%@#>"

  private func shape(of value: Value, named name: String, key: String) -> Shape {
    let shape: Shape
    switch value {
    case .object(let fields):
      shape = .record(
        RecordShape(
          name,
          fields.keys.sorted().map { key in
            let name = key.filter { !Self.marks.contains($0) }
            return (name: name, self.shape(of: fields[key] ?? .null, named: name, key: key))
          }))
    case .list(let items):
      shape = .list(items.first.map { self.shape(of: $0, named: name, key: key) } ?? .text)
    case .bool: shape = .flag
    case .number(.integer): shape = .number(.count)
    case .number: shape = .number(key.contains("%") ? .share : .plain)
    default:
      shape =
        key.contains("!")
        ? .markup
        : key.contains("@")
          ? .date
          : key.contains("#")
            ? .lambda : key.contains(">") ? .template(names: partials.keys.sorted()) : .text
    }
    return key.contains("?") ? .optional(shape) : shape
  }

  private func typed(_ value: Value, key: String) -> Value {
    switch value {
    case .object(let fields):
      return .object(
        Dictionary(
          uniqueKeysWithValues: fields.map { key, value in
            (key.filter { !Self.marks.contains($0) }, typed(value, key: key))
          }))
    case .list(let items): return .list(items.map { typed($0, key: key) })
    case .text(let text) where key.contains("!"): return .markup(Markup(trusted: text))
    case .text(let text) where key.contains("#"): return .lambda(Lambda { _ in text })
    case .text(let text) where key.contains("@"):
      let fields = text.split(separator: "-").compactMap { Int($0) }
      return CalendarDate(year: fields[0], month: fields[1], day: fields[2]).map { .date($0) }
        ?? .null
    default: return value
    }
  }
}

extension TemplateCase {
  static let folder = "\(#filePath.dropLast("TemplateCase.swift".count))Cases"

  static let names: [String] = {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var result: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt") { result.append(name) }
    }
    return result.sorted()
  }()
}
