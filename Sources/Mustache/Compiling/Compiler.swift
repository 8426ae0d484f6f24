import Diagnostics

/// Turns parsed templates into one program: resolves names, chooses how each value is escaped, and
/// puts partials in.
///
/// A template is walked in the order in which it prints, so the scope, the HTML context and the
/// indentation of each place are those that a reader of its output would see there.
struct Compiler {
  let mode: Template.Mode
  let limits: Limits
  let partials: (String) -> TemplateSource?
  var builder = ProgramBuilder()
  var scope: Scope
  /// `nil` where the output is not HTML.
  var html: HTMLContext?
  private(set) var diagnostics: [Diagnostic] = []

  private var templates: [String: ParsedTemplate?] = [:]
  private var routines: [PartialKey: Int] = [:]
  private var pendingRoutines: [Routine] = []
  private var expanding: [PartialKey] = []
  private var depth = 0
  private var recordIDs: [RecordShape: Int32] = [:]
  private var isFull = false

  /// A place of a template that is being compiled.
  struct Position {
    var source: TemplateSource
    /// Goes before each line of the template.
    var indentation: [UInt8] = []
  }

  private struct PartialKey: Hashable {
    var name: String
    var indentation: [UInt8]
    var scope: [Shape]
    var html: HTMLContext?
  }

  /// A partial that includes itself: compiled once by itself and called.
  private struct Routine {
    var key: PartialKey
    var scope: Scope
    var place: Place
    var calls: [Int] = []
    var start: Int?
  }

  init(
    mode: Template.Mode, shape: Shape, limits: Limits,
    partials: @escaping (String) -> TemplateSource?
  ) {
    self.mode = mode
    self.limits = limits
    self.partials = partials
    scope = Scope(shape)
    if case .html = mode { html = HTMLContext() }
  }

  var hasExtensions: Bool { mode != .specification }

  mutating func compile(_ source: TemplateSource) throws(TemplateErrors) -> Program {
    if let template = parse(source) {
      builder.setRootRecord(recordID(of: scope.levels[0].shape))
      compile(template.pieces, Position(source: source))
      checkEnd(of: source)
      builder.append(Operation(code: .end))
      compileRoutines()
    }
    if !diagnostics.isEmpty { throw TemplateErrors(diagnostics) }
    return builder.finish()
  }

  mutating func report(_ diagnostic: Diagnostic) {
    // A partial that is used in many places is wrong once.
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  private mutating func parse(_ source: TemplateSource) -> ParsedTemplate? {
    do {
      return try ParsedTemplate(source, hasExtensions: hasExtensions, limits: limits)
    } catch {
      report(error)
      return nil
    }
  }

  private mutating func checkEnd(of source: TemplateSource) {
    guard let html, html.state != .text, diagnostics.isEmpty else { return }
    let end = source.bytes.count
    report(MustacheMessages.endsInsideTag(html, at: source.place(end..<end)))
  }

  // MARK: - Pieces

  mutating func compile(_ pieces: [Piece], _ position: Position) {
    guard !isFull else { return }
    if builder.count > limits.operations {
      isFull = true
      report(
        MustacheMessages.tooManyOperations(limit: limits.operations, file: position.source.name))
      return
    }
    var index = 0
    while index < pieces.count {
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
      case .block(let block): compile(block.children, position)
      }
      index += 1
    }
  }

  private mutating func compileText(
    _ range: Range<Int>, _ startsLine: Bool, _ position: Position
  ) {
    let text = position.source.bytes[range]
    guard !position.indentation.isEmpty else {
      append(text, position)
      return
    }
    if startsLine { append(indentation: position) }
    var start = text.startIndex
    while start < text.endIndex {
      let newline = text[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = newline.map { $0 + 1 } ?? text.endIndex
      append(text[start..<end], position)
      if newline != nil, end < text.endIndex { append(indentation: position) }
      start = end
    }
  }

  private mutating func append(indentation position: Position) {
    // Blanks: in every context where a template may stand they mean nothing new.
    append(position.indentation[...], position, isIndentation: true)
  }

  private mutating func append(
    _ text: ArraySlice<UInt8>, _ position: Position, isIndentation: Bool = false
  ) {
    builder.append(text: text)
    guard html != nil else { return }
    do {
      try html?.read(text)
    } catch {
      let offset = isIndentation ? 0 : error.offset
      report(
        MustacheMessages.invalidHTML(
          error.rule, at: position.source.place(offset..<offset + 1)))
      // What follows would only repeat the problem.
      html = HTMLContext()
    }
  }

  private mutating func compile(_ variable: Piece.Variable, _ position: Position) {
    if variable.startsLine { append(indentation: position) }
    guard let name = resolve(variable.expression, position) else { return }
    let place = position.source.place(variable.expression.range)
    if hasExtensions, !name.shape.isPrintable {
      report(
        MustacheMessages.notPrintable(
          variable.expression.text, name.shape, at: place))
      return
    }
    guard
      let escaping = escaping(
        isUnescaped: variable.isUnescaped, name.shape, variable.expression, position)
    else { return }
    var operation = name.operation
    operation.code = .value
    operation.escaping = escaping
    operation.escapedTraits = escaping.escapedTraits
    builder.append(operation)
  }

  private mutating func escaping(
    isUnescaped: Bool, _ shape: Shape, _ expression: Expression, _ position: Position
  ) -> Escaping? {
    switch mode {
    case .text: return Escaping.none
    case .specification: return isUnescaped ? Escaping.none : .plain
    case .html:
      let place = position.source.place(expression.range)
      let isMarkup = shape.unwrapped == .markup
      if isUnescaped, !isMarkup, shape.unwrapped != .json {
        report(MustacheMessages.untrustedMarkup(expression.text, shape, at: place))
        return nil
      }
      if isMarkup, !isUnescaped, html?.state != .text {
        report(MustacheMessages.refused(.unescapedInAttribute, expression.text, at: place))
        return nil
      }
      do {
        return try html?.readValue(isTrusted: isUnescaped || isMarkup)
      } catch {
        report(MustacheMessages.refused(error, expression.text, at: place))
        html?.skipRefusedValue()
        return nil
      }
    }
  }

  private mutating func compile(_ section: Piece.Section, _ position: Position) {
    if section.startsLine { append(indentation: position) }
    guard let name = resolve(section.expression, position) else {
      // The names inside would only be unknown for the same reason.
      return
    }
    let place = position.source.place(section.expression.range)
    if hasExtensions, name.shape.isNeverFalse(isInverted: section.isInverted) {
      report(MustacheMessages.neverEmpty(section.expression.text, name.shape, at: place))
      return
    }
    guard reachBoundary(section.opening, position), enter(section, position) else { return }
    defer { depth -= 1 }

    let before = html
    var operation = name.operation
    operation.isEmptyTextFalse = name.shape.isOptional
    if section.isInverted {
      operation.code = .inverted
      let skip = builder.append(operation)
      compile(section.children, position)
      leave(section.closing, position)
      builder.append(Operation(code: .jump))
      let jump = builder.count - 1
      builder.setTargetToNext(of: skip)
      builder.setTargetToNext(of: jump)
      join(before, with: html, section, position)
      return
    }

    operation.code = .section
    let item = name.shape.item
    operation.record = recordID(of: item)
    let start = builder.append(operation)
    scope.push(Scope.Level(shape: item, path: name.path, isItem: true))
    compile(section.children, position)
    scope.pop()
    leave(section.closing, position)
    var end = Operation(code: .endSection)
    end.target = UInt32(truncatingIfNeeded: start + 1)
    builder.append(end)
    let afterBody = html
    if name.shape.canRepeat { join(before, with: afterBody, section, position) }

    guard !section.otherwise.isEmpty else {
      builder.setTargetToNext(of: start)
      join(before, with: afterBody, section, position)
      return
    }
    let jump = builder.append(Operation(code: .jump))
    builder.setTargetToNext(of: start)
    html = before
    compile(section.otherwise, position)
    leave(section.closing, position)
    let skip = builder.append(Operation(code: .jump))
    builder.setTargetToNext(of: jump)
    builder.setTargetToNext(of: skip)
    join(afterBody, with: html, section, position)
  }

  private mutating func enter(_ section: Piece.Section, _ position: Position) -> Bool {
    guard depth < limits.nesting else {
      report(
        MustacheMessages.nestedTooDeep(
          at: position.source.place(section.opening), limit: limits.nesting))
      return false
    }
    depth += 1
    return true
  }

  private mutating func reachBoundary(_ tag: Range<Int>, _ position: Position) -> Bool {
    do {
      try html?.reachBoundary()
      return true
    } catch {
      report(
        MustacheMessages.refused(
          error, String(decoding: position.source.bytes[tag], as: UTF8.self),
          at: position.source.place(tag)))
      html = HTMLContext()
      return false
    }
  }

  private mutating func leave(_ tag: Range<Int>, _ position: Position) {
    _ = reachBoundary(tag, position)
  }

  /// Both ways through a section must lead to the same context.
  private mutating func join(
    _ one: HTMLContext?, with other: HTMLContext?, _ section: Piece.Section, _ position: Position
  ) {
    guard let one, let other else { return }
    if let joined = one.joined(with: other) {
      html = joined
      return
    }
    if diagnostics.isEmpty {
      report(
        MustacheMessages.branchesDisagree(
          one, other, section.expression.text,
          at: position.source.place(section.opening)))
    }
    html = one
  }

  // MARK: - Names

  struct ResolvedName {
    /// Its way to the value; code and escaping are still to be set.
    var operation: Operation
    var shape: Shape
    var path: String
  }

  mutating func resolve(_ expression: Expression, _ position: Position) -> ResolvedName? {
    let place = position.source.place(expression.range)
    switch scope.resolve(expression) {
    case .found(var start, let slots, let tail, let shape, let path):
      var tail = tail
      if case .search(_, let isAnchored) = start {
        start = .search(name: builder.id(of: tail.removeFirst()), isAnchored: isAnchored)
      }
      let access = Access(
        start: start, slots: slots, tail: tail.map { builder.id(of: $0) }, path: path,
        text: expression.text, source: position.source, range: expression.range)
      var operation = Operation(code: .value)
      operation.access = builder.append(access)
      if case .context(let up) = start, up <= UInt8.max, tail.isEmpty {
        operation.up = UInt8(up)
        if slots.isEmpty {
          operation.slot = Operation.current
        } else if slots.count == 1, slots[0] < Int(Operation.current) {
          operation.slot = UInt16(slots[0])
        }
      }
      return ResolvedName(operation: operation, shape: shape, path: path)
    case .unknown:
      report(MustacheMessages.unknownName(expression.text, at: place, in: scope))
    case .unknownPart(let index, let record):
      report(
        MustacheMessages.unknownName(
          expression.parts[index], at: place, record: record.name,
          names: record.fields.map(\.name)))
    case .noNames(let index, let shape):
      report(
        MustacheMessages.noNames(
          expression.parts[..<index].joined(separator: "."), shape, at: place))
    case .noPosition:
      report(MustacheMessages.noPosition(expression.text, at: place))
    }
    return nil
  }

  private mutating func recordID(of shape: Shape) -> Int32 {
    guard case .record(let record) = shape.unwrapped else { return -1 }
    if let known = recordIDs[record] { return known }
    var fields: [Int32: Int] = [:]
    // Only schemaless names are looked up by text.
    if scope.levels.contains(where: { $0.shape.holdsJSON }) {
      for (slot, field) in record.fields.enumerated() { fields[builder.id(of: field.name)] = slot }
    }
    let id = builder.append(recordFields: fields)
    recordIDs[record] = id
    return id
  }

  // MARK: - Partials

  private mutating func compile(_ partial: Piece.Partial, _ position: Position) {
    if partial.startsLine { append(indentation: position) }
    guard let template = template(named: partial.name, partial, position),
      reachBoundary(partial.range, position)
    else { return }
    var inner = Position(source: template.source)
    if partial.isStandalone {
      inner.indentation =
        position.indentation + position.source.bytes[partial.indentation]
    }
    let key = PartialKey(
      name: partial.name, indentation: inner.indentation, scope: scope.key, html: html)
    if routines[key] != nil || expanding.contains(key) {
      call(key, partial, position)
      return
    }
    guard depth < limits.nesting else {
      report(
        MustacheMessages.expandedTooDeep(
          at: position.source.place(partial.range), limit: limits.nesting,
          cycle: expanding.suffix(8).map(\.name) + [partial.name]))
      return
    }
    expanding.append(key)
    depth += 1
    compile(template.pieces, inner)
    depth -= 1
    expanding.removeLast()
    leave(partial.range, position)
  }

  private mutating func call(_ key: PartialKey, _ partial: Piece.Partial, _ position: Position) {
    let operation = builder.append(Operation(code: .call))
    if let index = routines[key] {
      pendingRoutines[index].calls.append(operation)
    } else {
      routines[key] = pendingRoutines.count
      pendingRoutines.append(
        Routine(
          key: key, scope: scope, place: position.source.place(partial.range),
          calls: [operation]))
    }
  }

  private mutating func compileRoutines() {
    var index = 0
    while index < pendingRoutines.count {
      let routine = pendingRoutines[index]
      pendingRoutines[index].start = builder.count
      if case .some(.some(let template)) = templates[routine.key.name] {
        scope = routine.scope
        html = routine.key.html
        expanding = [routine.key]
        compile(
          template.pieces,
          Position(source: template.source, indentation: routine.key.indentation))
        try? html?.reachBoundary()
        if let before = routine.key.html, let after = html, before.joined(with: after) == nil,
          diagnostics.isEmpty
        {
          report(MustacheMessages.partialChangesContext(routine.key.name, at: routine.place))
        }
      }
      builder.append(Operation(code: .endRoutine))
      index += 1
    }
    for routine in pendingRoutines {
      for call in routine.calls { builder.setTarget(of: call, to: routine.start ?? 0) }
    }
  }

  private mutating func template(
    named name: String, _ partial: Piece.Partial, _ position: Position
  ) -> ParsedTemplate? {
    if let known = templates[name] {
      if known == nil { reportMissing(name, partial, position) }
      return known
    }
    guard let source = partials(name) else {
      templates[name] = .some(nil)
      reportMissing(name, partial, position)
      return nil
    }
    let parsed = parse(source)
    templates[name] = .some(parsed)
    return parsed
  }

  private mutating func reportMissing(
    _ name: String, _ partial: Piece.Partial, _ position: Position
  ) {
    // The specification is silent about templates that are not there, so its own mode is, too.
    guard hasExtensions, partials(name) == nil else { return }
    report(MustacheMessages.missingPartial(name, at: position.source.place(partial.nameRange)))
  }
}

extension Piece.Section {
  /// `{{#a}}…{{/a}}{{^a}}…{{/a}}`, in either order, as one section with two ways.
  fileprivate func joined(with next: Piece.Section) -> Piece.Section? {
    guard isInverted != next.isInverted, otherwise.isEmpty, next.otherwise.isEmpty,
      !next.startsLine, expression.parts == next.expression.parts,
      expression.isAnchored == next.expression.isAnchored, expression.filters.isEmpty,
      next.expression.filters.isEmpty
    else { return nil }
    var result = isInverted ? next : self
    result.otherwise = isInverted ? children : next.children
    result.opening = opening
    result.closing = next.closing
    result.startsLine = startsLine
    return result
  }
}

extension Shape {
  fileprivate var isPrintable: Bool {
    switch unwrapped {
    case .text, .number, .markup, .json, .template, .lambda: true
    case .date, .flag, .list, .record, .optional: false
    }
  }

  /// A section or inverted section over it can go one way only.
  fileprivate func isNeverFalse(isInverted: Bool) -> Bool {
    switch self {
    case .text, .number, .date, .markup, .template: true
    case .record: isInverted
    case .flag, .optional, .list, .json, .lambda: false
    }
  }

  /// What a section over it enters.
  fileprivate var item: Shape {
    if case .list(let item) = unwrapped { return item }
    return unwrapped
  }

  /// A section over it may be written more than once.
  fileprivate var canRepeat: Bool {
    switch unwrapped {
    case .list, .json, .lambda: true
    default: false
    }
  }

  fileprivate var holdsJSON: Bool {
    switch self {
    case .json: true
    case .optional(let shape), .list(let shape): shape.holdsJSON
    case .record(let record): record.fields.contains { $0.shape.holdsJSON }
    default: false
    }
  }
}
