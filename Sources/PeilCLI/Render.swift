import ArgumentParser
import Diagnostics
import FileSystem
import Mustache

/// Renders one template with values from a JSON file: the template engine alone.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Render a Mustache template with JSON values to standard output.",
    discussion: """
      The output is HTML, and every value is escaped for the place where it stands. With --plain it is \
      escaped as the Mustache specification says, for any kind of text.

      Nothing is written unless the whole template could be rendered. Exit code 1 when something is \
      wrong with the template or the values.
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

  @Flag(help: "Make it an error to print a name that the values do not have.")
  var strict = false

  func validate() throws {
    if template == "-", values == "-" {
      throw ValidationError("only one of the template and the values can be standard input")
    }
    if plain, dialect { throw ValidationError("--plain and --dialect exclude each other") }
  }

  func run() throws {
    do throws(Problems) {
      try write(try rendered())
    } catch {
      Console().tell(error.diagnostics)
      try Outcome.foundWrong.report()
    }
  }

  private func rendered() throws(Problems) -> [UInt8] {
    if let partials, !Folder(partials).isReachable {
      throw Problems([.noPartials(partials)])
    }
    // Both are read before either is judged, so that both are judged.
    let source = TemplateSource(name: shown(template), bytes: try bytes(template))
    let json = try bytes(values)
    var problems: [Diagnostic] = []
    var compiled: Template?
    do throws(TemplateErrors) {
      compiled = try compile(source)
    } catch {
      problems += error.diagnostics
    }
    do throws(Diagnostic) {
      let packed = try Value(json: json, file: shown(values)).packed(as: .json)
      if let compiled { return try compiled.rendered(packed) }
    } catch {
      problems.append(error)
    }
    throw Problems(problems)
  }

  private func compile(_ source: TemplateSource) throws(TemplateErrors) -> Template {
    let folder = partials.map { Folder($0) }
    return try Template(
      source,
      partials: { (name) throws(Diagnostic) in
        let path = "\(name).mustache"
        guard let folder, let bytes = try folder.bytesIfPresent(of: path) else { return nil }
        return TemplateSource(name: "\(folder.shownAs)/\(path)", bytes: bytes)
      }, shape: .json, mode: plain ? .specification : .html(dialect: dialect),
      missingNames: strict ? .error : .empty)
  }

  private func shown(_ path: String) -> String { path == "-" ? "<stdin>" : path }

  private func bytes(_ path: String) throws(Problems) -> [UInt8] {
    do throws(Diagnostic) {
      return path == "-" ? try readStandardInput() : try readFile(path)
    } catch {
      throw Problems([error])
    }
  }

  private func write(_ bytes: [UInt8]) throws(Problems) {
    do throws(Diagnostic) {
      try writeStandardOutput(bytes)
    } catch {
      throw Problems([error])
    }
  }
}

extension Diagnostic {
  fileprivate static func noPartials(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "render.no-partials", "there is no such folder", at: Place(file: folder),
      help: "name the folder of partials with `--partials`")
  }
}
