public import Diagnostics

/// A compiled Mustache template with its partials.
///
///     let page = RecordShape("page", ("title", .text), ("posts", .list(.text)))
///     let template = try Template(
///       TemplateSource(name: "page.mustache", text: "<h1>{{title}}</h1>"),
///       shape: .record(page), mode: .html(dialect: false))
///     var output = OutputBuffer()
///     try template.render(.record([.text("A & B"), .list([])]), into: &output)
///     // <h1>A &amp; B</h1>
///
/// It is immutable: any number of threads may render it at once, each into a buffer of its own.
public struct Template: Sendable {
  public enum Mode: Hashable, Sendable {
    /// A page: each value is escaped for the place where it stands. With the dialect on, only the
    /// elements and attributes of `HTMLDialect` may be used, and every page is well formed.
    case html(dialect: Bool)
    /// No escaping; the extensions are on. For sentences and for text output.
    case text
    /// As the Mustache specification says and nothing more: its escaping, no extensions.
    case specification
  }

  /// What happens when a template prints a name that schemaless data do not have.
  ///
  /// Names of a shape are checked when the template is compiled. A section may always ask for a name.
  public enum MissingNames: Hashable, Sendable {
    /// Nothing is printed, as the specification says.
    case empty
    case error
  }

  public var mode: Mode { compiled.mode }
  public var missingNames: MissingNames { compiled.missingNames }
  /// What it is given.
  public var shape: Shape { compiled.shape }
  /// Every dotted name that the template and its partials print or ask for, from the top of the
  /// view, in the order of their first use.
  public var variables: [String] { compiled.variables }

  let compiled: CompiledTemplate

  /// Compiles a template and everything that it includes.
  ///
  /// - Parameters:
  ///   - partials: Finds a template by its name in `{{>name}}`, and throws when it is there but cannot
  ///     be read. It is kept for names that are known only while rendering.
  ///   - shape: What the template will be given.
  ///   - missingNames: Default: they print nothing.
  /// - Throws: All problems of all templates at once.
  public init(
    _ source: TemplateSource,
    partials: @escaping TemplateFinder = { _ in nil },
    shape: Shape, mode: Mode, missingNames: MissingNames = .empty, limits: Limits = Limits()
  ) throws(TemplateErrors) {
    var html: HTMLContext?
    if case .html(let dialect) = mode { html = HTMLContext(dialect: dialect) }
    var compiler = Compiler(
      mode: mode, scope: Scope(shape), html: html, limits: limits, partials: partials)
    compiled = CompiledTemplate(
      try compiler.compile(Compiler.Position(source: source)), shape: shape, mode: mode,
      missingNames: missingNames, limits: limits, partials: partials)
  }

  /// Writes the template behind what `output` holds already.
  ///
  /// - Throws: When a limit is passed or the value is not of the template's shape; `output` then
  ///   holds a part of the result.
  public func render(
    _ value: PackedValue, into output: inout OutputBuffer
  ) throws(Diagnostic) {
    try Renderer<Silence>.render(compiled, value, into: &output)
  }

  /// The names of the variables in the order in which this value prints them, dotted from the top
  /// of the view; one that is printed twice is there twice.
  public func names(printedFor value: PackedValue) throws(Diagnostic) -> [String] {
    var output = OutputBuffer(capacity: 1024)
    return try Renderer<Recording>.render(compiled, value, into: &output)
  }
}

/// Finds a template by its name; `nil` when there is none.
public typealias TemplateFinder = @Sendable (String) throws(Diagnostic) -> TemplateSource?

extension Template {
  /// What is wrong with the tags of a template, whatever its values are: the first problem.
  ///
  /// For a template that no other includes, so that nothing is known of its place and its names.
  public static func syntaxProblem(
    in source: TemplateSource, mode: Mode, limits: Limits = Limits()
  ) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try ParsedTemplate(source, hasExtensions: mode != .specification, limits: limits)
      return nil
    } catch {
      return error
    }
  }
}

extension Template {
  public func rendered(_ value: PackedValue) throws(Diagnostic) -> [UInt8] {
    var output = OutputBuffer(capacity: compiled.program.content.literals.count * 2)
    try render(value, into: &output)
    return output.bytes
  }

  /// Packs the value first: one that is rendered often is better packed once.
  public func render(_ value: Value, into output: inout OutputBuffer) throws(Diagnostic) {
    try render(try value.packed(as: shape), into: &output)
  }

  public func rendered(_ value: Value) throws(Diagnostic) -> [UInt8] {
    try rendered(try value.packed(as: shape))
  }

  public func names(printedFor value: Value) throws(Diagnostic) -> [String] {
    try names(printedFor: try value.packed(as: shape))
  }
}
