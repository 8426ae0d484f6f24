import Diagnostics

/// Templates that are known only while rendering: what lambdas return, and what dynamic names name.
///
/// One for each rendering; a template that is met again in the same circumstances is compiled once.
final class RuntimeTemplates {
  private let template: CompiledTemplate
  private var tables: ProgramTables
  private var programs: [Key: ProgramReference] = [:]
  /// How often a template was brought in.
  var expansions = 0
  /// Names of the templates that run inside each other at this moment, the outermost first.
  var running: [String] = []

  private struct Key: Hashable {
    var text: [UInt8]
    var mode: Template.Mode
    var scope: [Shape]
    var html: HTMLContext?
    var indentation: [UInt8]
    var delimiters: Delimiters
  }

  init(_ template: CompiledTemplate) {
    self.template = template
    tables = ProgramTables(
      names: template.program.content.names,
      recordFields: template.program.content.recordFields)
  }

  var recordFields: [[Int32: Int]] { tables.recordFields }

  /// The program of a template at a site.
  ///
  /// - Throws: The first of its problems.
  func program(
    for source: TemplateSource, at site: Site, mode: Template.Mode,
    delimiters: Delimiters = .standard
  ) throws(Diagnostic) -> ProgramReference {
    let isHTML = if case .html = mode { true } else { false }
    let key = Key(
      text: source.bytes, mode: mode, scope: site.scope.key, html: isHTML ? site.html : nil,
      indentation: site.indentation, delimiters: delimiters)
    if let known = programs[key] { return known }
    var compiler = Compiler(
      mode: mode, scope: site.scope, html: key.html, limits: template.limits, extending: tables,
      partials: template.partials)
    do throws(TemplateErrors) {
      let program = try compiler.compile(
        Compiler.Position(
          source: source, indentation: site.indentation, delimiters: delimiters))
      tables = ProgramTables(names: program.names, recordFields: program.recordFields)
      let reference = ProgramReference(program)
      programs[key] = reference
      return reference
    } catch {
      throw error.diagnostics[0]
    }
  }
}
