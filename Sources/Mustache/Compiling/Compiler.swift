import Diagnostics

/// Turns parsed templates into one program: resolves names, chooses how each value is escaped, and
/// puts partials in.
///
/// A template is walked in the order in which it prints, so the scope, the HTML context and the
/// indentation of each place are those that a reader of its output would see there.
struct Compiler {
  let mode: Template.Mode
  let limits: Limits
  let partials: TemplateFinder
  var builder: ProgramBuilder
  var scope: Scope
  /// `nil` where the output is not HTML.
  var html: HTMLContext?
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []

  /// By name.
  var templates: [String: FoundTemplate] = [:]
  var routines: [PartialKey: Int] = [:]
  var pendingRoutines: [Routine] = []
  var expanding: [Expansion] = []
  var environmentIDs: [[Environment.Binding]: Int] = [:]
  var recordIDs: [RecordShape: Int32] = [:]
  /// Sections, blocks and partials around this place.
  var depth = 0
  /// Sections alone: what stands in none of them is always printed.
  var sectionDepth = 0
  /// Templates and blocks that were put in; those of nothing but partials would never end else.
  var inclusions = 0
  private var isFull = false
  /// Nothing was found that leaves it open where in its HTML a place is.
  var isContextCertain = true

  enum FoundTemplate {
    /// `nil` for one with an error, which is reported already.
    case known(ParsedTemplate?)
    case missing
  }

  /// A place of a template that is being compiled.
  struct Position {
    var source: TemplateSource
    /// Goes before each line of the template.
    var indentation: [UInt8] = []
    /// Blanks that are taken from the front of each line before.
    var stripped = 0
    var delimiters = Delimiters.standard
    var environment: Environment?
  }

  init(
    mode: Template.Mode, scope: Scope, html: HTMLContext?, limits: Limits,
    extending tables: ProgramTables = ProgramTables(),
    partials: @escaping TemplateFinder
  ) {
    self.mode = mode
    self.limits = limits
    self.partials = partials
    self.scope = scope
    self.html = html
    builder = ProgramBuilder(extending: tables)
  }

  /// Without extensions the rules are those of the specification, which is silent about errors.
  var hasExtensions: Bool { mode != .specification }

  mutating func compile(_ position: Position) throws(TemplateErrors) -> Program {
    let start = html
    do throws(Diagnostic) {
      let template = try parse(position.source, delimiters: position.delimiters)
      builder.setRootRecord(recordID(of: scope.levels[0].shape))
      compile(template.pieces, position)
      checkEnd(of: position.source, start)
      builder.append(Operation(code: .end))
      compileRoutines()
    } catch {
      report(error)
    }
    if !diagnostics.isEmpty { throw TemplateErrors(diagnostics) }
    return builder.finish()
  }

  mutating func report(_ diagnostic: Diagnostic) {
    report(diagnostic, inside: expanding.last.map { ($0.key.name, $0.source, $0.range) })
  }

  /// - Parameter inclusion: The tag that put in the template of the problem, and its name.
  mutating func report(
    _ diagnostic: Diagnostic, inside inclusion: (name: String, source: TemplateSource, Range<Int>)?
  ) {
    // A partial that is used in many places is wrong once.
    guard !isFull, reported.insert(diagnostic).inserted else { return }
    var diagnostic = diagnostic
    if let (name, source, range) = inclusion, diagnostic.place?.file != source.name {
      diagnostic.notes.append(
        Diagnostic.Note(
          "`\(name)` is put in here", at: source.place(range), label: "included"))
    }
    diagnostics.append(diagnostic)
    if diagnostics.count == Self.mostDiagnostics {
      diagnostics.append(MustacheMessages.tooManyProblems(limit: Self.mostDiagnostics))
      isFull = true
    }
  }

  /// Ends the work behind a limit: each way on could meet it again, and there may be 2ⁿ of them.
  mutating func stop(_ diagnostic: Diagnostic) {
    report(diagnostic)
    isFull = true
  }

  /// More are not read by anyone, and a hostile template could make millions.
  private static let mostDiagnostics = 100

  func parse(
    _ source: TemplateSource, delimiters: Delimiters = .standard
  ) throws(Diagnostic) -> ParsedTemplate {
    try ParsedTemplate(
      source, delimiters: delimiters, hasExtensions: hasExtensions, limits: limits)
  }

  /// A page begins and ends in text, the template of a lambda where its place is.
  private mutating func checkEnd(of source: TemplateSource, _ start: HTMLContext?) {
    try? html?.reachBoundary()
    guard let html, let start, isContextCertain, start.joined(with: html) == nil else { return }
    let end = source.bytes.count
    report(MustacheMessages.endsInsideTag(html, at: source.place(end..<end)))
  }

  // MARK: - Pieces

  mutating func compile(_ pieces: [Piece], _ position: Position) {
    var index = 0
    while index < pieces.count, !checkSize(position) {
      switch pieces[index] {
      case .text(let range, let startsLine): compileText(range, startsLine, position)
      case .variable(let variable): compile(variable, position)
      case .section(let section):
        if index + 1 < pieces.count, case .section(let next) = pieces[index + 1],
          let merged = section.joined(with: next)
        {
          compile(merged, position)
          index += 1
        } else {
          compile(section, position)
        }
      case .partial(let partial): compile(partial, position)
      case .block(let block): compile(block, position)
      }
      index += 1
    }
  }

  private mutating func checkSize(_ position: Position) -> Bool {
    let isLarge =
      builder.size + inclusions > limits.operations || builder.textCount > limits.outputBytes
    if isLarge, !isFull {
      report(
        MustacheMessages.tooManyOperations(limit: limits.operations, file: position.source.name))
      isFull = true
    }
    return isFull
  }

  private mutating func compileText(
    _ range: Range<Int>, _ startsLine: Bool, _ position: Position
  ) {
    let text = position.source.bytes[range]
    guard !position.indentation.isEmpty || position.stripped > 0 else {
      append(text, position)
      return
    }
    var start = text.startIndex
    var isLineStart = startsLine
    while start < text.endIndex {
      if isLineStart {
        appendIndentation(position)
        start = text[start...].prefix(position.stripped).prefix(while: isInlineBlank).endIndex
      }
      let newline = text[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = newline.map { $0 + 1 } ?? text.endIndex
      append(text[start..<end], position)
      isLineStart = true
      start = end
    }
  }

  /// Before the first thing that a line prints.
  mutating func appendIndentation(_ position: Position) {
    append(position.indentation[...], position)
  }

  private mutating func append(_ text: ArraySlice<UInt8>, _ position: Position) {
    guard !isFull else { return }
    builder.append(text: text)
    let limit = Self.mostDiagnostics - diagnostics.count
    for problem in html?.read(text, of: position.source, limit: limit) ?? [] { report(problem) }
  }

  mutating func report(_ problem: HTMLProblem) {
    isContextCertain = false
    report(MustacheMessages.invalidHTML(problem.rule, at: problem.source.place(problem.range)))
  }

  // MARK: - Variables

  private mutating func compile(_ variable: Piece.Variable, _ position: Position) {
    if variable.startsLine { appendIndentation(position) }
    guard let name = resolve(variable.expression, position) else {
      html?.skipRefusedValue()
      return
    }
    if hasExtensions, !name.shape.isPrintable, html?.isInJSON != true {
      let place = position.source.place(variable.expression.range)
      report(MustacheMessages.notPrintable(variable.expression.text, name.shape, at: place))
      html?.skipRefusedValue()
      return
    }
    let escaping: Escaping
    do {
      escaping = try self.escaping(of: variable, name.shape, position)
    } catch {
      report(error)
      html?.skipRefusedValue()
      return
    }
    if name.shape.mayBeLambda {
      builder.append(Site(scope: scope, indentation: [], source: position.source), to: name.access)
    }
    var operation = name.operation
    operation.code = variable.expression.filters.isEmpty ? .value : .filteredValue
    operation.escaping = escaping
    operation.escapedTraits = escaping.escapedTraits
    builder.append(operation)
  }

  private mutating func escaping(
    of variable: Piece.Variable, _ shape: Shape, _ position: Position
  ) throws(Diagnostic) -> Escaping {
    switch mode {
    case .text: return .none
    case .specification: return variable.isUnescaped ? .none : .plain
    case .html:
      let expression = variable.expression
      let isMarkup = shape.unwrapped == .markup
      if variable.isUnescaped, !isMarkup, shape.unwrapped != .json {
        throw MustacheMessages.untrustedMarkup(
          expression.text, shape, at: position.source.place(expression.range))
      }
      do throws(HTMLContext.Refusal) {
        let isTrusted = variable.isUnescaped || isMarkup
        return try html?.readValue(isTrusted: isTrusted, of: shape) ?? .none
      } catch {
        throw MustacheMessages.refused(
          error, expression.text, at: position.source.place(expression.range))
      }
    }
  }
}

extension Shape {
  fileprivate var isPrintable: Bool {
    switch unwrapped {
    case .text, .number, .markup, .json, .template, .lambda: true
    case .date, .flag, .list, .record, .optional: false
    }
  }

  var mayBeLambda: Bool { unwrapped == .json || unwrapped == .lambda }
}
