import ArgumentParser
import Diagnostics
import FileSystem
import FoundationEssentials
import Glibc
import Mustache

/// Renders one template with values from a JSON file: the template engine alone.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Render a Mustache template with JSON values to standard output.",
    discussion: """
      The output is HTML, and every value is escaped for the place where it stands. With --plain it is \
      escaped as the Mustache specification says, for any kind of text.
      """)

  @Argument(help: "The template; - reads it from standard input.")
  var template: String

  @Option(help: "The values, any JSON; - reads them from standard input.")
  var values: String

  @Option(help: "A folder of partials: {{> a/b}} is a/b.mustache in it.")
  var partials: String?

  @Flag(help: "Hold the output to the elements and attributes that reports may use.")
  var dialect = false

  @Flag(help: "Escape as the Mustache specification does, with no extension of it.")
  var plain = false

  func validate() throws {
    if template == "-", values == "-" {
      throw ValidationError("only one of the template and the values can be standard input")
    }
    if plain, dialect { throw ValidationError("--plain and --dialect exclude each other") }
  }

  func run() throws {
    let console = Console()
    do throws(Problems) {
      write(try rendered())
    } catch {
      console.tell(error.diagnostics)
      try Outcome.foundWrong.report()
    }
  }

  private func rendered() throws(Problems) -> [UInt8] {
    let folder = partials.map { Folder($0) }
    let source = TemplateSource(name: shown(template), bytes: try bytes(template))
    let values = try value(try bytes(values), file: shown(values))
    let compiled: Template
    do throws(TemplateErrors) {
      compiled = try Template(
        source,
        partials: { name in
          let path = "\(name).mustache"
          guard let folder, let bytes = try? folder.bytes(of: path, limit: 4 << 20) else {
            return nil
          }
          return TemplateSource(name: "\(folder.shownAs)/\(path)", bytes: bytes)
        }, shape: .json, mode: plain ? .specification : .html(dialect: dialect))
    } catch {
      throw Problems(error.diagnostics)
    }
    do throws(Diagnostic) {
      return try compiled.rendered(try values.packed(as: .json))
    } catch {
      throw Problems([error])
    }
  }

  private func shown(_ path: String) -> String { path == "-" ? "<stdin>" : path }

  private func bytes(_ path: String) throws(Problems) -> [UInt8] {
    do throws(Diagnostic) {
      return path == "-" ? try readStandardInput() : try readFile(path)
    } catch {
      throw Problems([error])
    }
  }

  private func value(_ bytes: [UInt8], file: String) throws(Problems) -> Value {
    do {
      return try JSONDecoder().decode(JSONValue.self, from: Data(bytes)).value
    } catch {
      throw Problems([.notJSON(error, in: file)])
    }
  }
}

/// Any JSON as a value for templates.
private struct JSONValue: Decodable {
  let value: Value

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let flag = try? single.decode(Bool.self) {
      value = .bool(flag)
    } else if let integer = try? single.decode(Int.self) {
      value = .number(.integer(integer))
    } else if let number = try? single.decode(Double.self) {
      value = .number(.decimal(number))
    } else if let text = try? single.decode(String.self) {
      value = .text(text)
    } else if let list = try? single.decode([JSONValue].self) {
      value = .list(list.map(\.value))
    } else {
      value = .object(try single.decode([String: JSONValue].self).mapValues(\.value))
    }
  }
}

extension Diagnostic {
  /// A comma too many, a text without quotes.
  fileprivate static func notJSON(_ error: any Error, in file: String) -> Diagnostic {
    var notes: [Note] = []
    if case DecodingError.dataCorrupted(let context) = error {
      notes.append(Note(context.underlyingError.map { "\($0)" } ?? context.debugDescription))
    }
    return Diagnostic(
      .error, "render.not-json", "the values are not JSON", at: Place(file: file), notes: notes)
  }
}

/// Writes to standard output until everything is out.
private func write(_ bytes: [UInt8]) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count < 0 { return }
    rest = rest.dropFirst(count)
  }
}
