import Diagnostics

/// Partials, parents and blocks: all of them are put into the program in their place.
///
/// Only a partial that includes itself in the same circumstances (`PartialKey`) is a routine of its
/// own, which the program calls.
extension Compiler {
  struct PartialKey: Hashable {
    var name: String
    var indentation: [UInt8]
    var scope: [Shape]
    var html: HTMLContext?
    var environment: Int
  }

  /// A partial that is being put in.
  struct Expansion {
    var key: PartialKey
    var sectionDepth: Int
    /// The tag that puts it in.
    var source: TemplateSource
    var range: Range<Int>
  }

  struct Routine {
    var key: PartialKey
    var scope: Scope
    var environment: Environment?
    var source: TemplateSource
    var range: Range<Int>
    var calls: [Int] = []
    var start = 0
  }

  mutating func compile(_ partial: Piece.Partial, _ position: Position) {
    if partial.startsLine { appendIndentation(position) }
    guard reachBoundary(partial.range, position) else { return }
    if let dynamicName = partial.dynamicName {
      compileDynamic(partial, dynamicName, position)
    } else {
      include(partial.name, partial, position)
    }
  }

  private mutating func include(
    _ name: String, _ partial: Piece.Partial, _ position: Position
  ) {
    guard let template = template(named: name, partial, position) else { return }
    let environment = environment(for: partial, position)
    let inner = Position(
      source: template.source, indentation: indentation(of: partial, position),
      environment: environment)
    let key = PartialKey(
      name: name, indentation: inner.indentation, scope: scope.key, html: html,
      environment: environment?.id ?? 0)
    if routines[key] != nil || expanding.contains(where: { $0.key == key }) {
      call(key, partial, environment, position)
      return
    }
    guard depth < limits.nesting else {
      stop(
        MustacheMessages.expandedTooDeep(
          at: position.source.place(partial.range), limit: limits.nesting,
          cycle: expanding.map(\.key.name) + [name]))
      return
    }
    let before = html
    inclusions += 1
    expanding.append(
      Expansion(
        key: key, sectionDepth: sectionDepth, source: position.source, range: partial.range))
    depth += 1
    compile(template.pieces, inner)
    depth -= 1
    expanding.removeLast()
    _ = reachBoundary(partial.range, position)
    checkBalance(before, name, partial.range, position)
    if hasExtensions, let environment {
      position.environment?.metBlocks.formUnion(environment.metBlocks)
      checkArguments(partial, environment, position)
    }
  }

  /// With the dialect on, what is put in leaves the open elements as it found them.
  private mutating func checkBalance(
    _ before: HTMLContext?, _ name: String, _ tag: Range<Int>, _ position: Position
  ) {
    guard let before, let html, html.hasDialect, before.dialect.open != html.dialect.open else {
      return
    }
    report(
      MustacheMessages.partialChangesContext(name, before, html, at: position.source.place(tag)))
    // Else every tag behind it would be reported, too.
    self.html?.dialect.restoreOpenElements(of: before.dialect)
  }

  private func indentation(of partial: Piece.Partial, _ position: Position) -> [UInt8] {
    guard partial.isStandalone else { return [] }
    return position.indentation
      + position.source.bytes[partial.indentation].dropFirst(position.stripped)
  }

  private mutating func call(
    _ key: PartialKey, _ partial: Piece.Partial, _ environment: Environment?,
    _ position: Position
  ) {
    if let around = expanding.last(where: { $0.key == key }), around.sectionDepth == sectionDepth {
      let names = expanding.map(\.key.name)
      report(
        MustacheMessages.endlessPartial(
          key.name, at: position.source.place(partial.range),
          cycle: names.drop { $0 != key.name } + [key.name]))
      return
    }
    let operation = builder.append(call: key.name, in: position.source, partial.range)
    if let index = routines[key] {
      pendingRoutines[index].calls.append(operation)
    } else {
      routines[key] = pendingRoutines.count
      pendingRoutines.append(
        Routine(
          key: key, scope: scope, environment: environment, source: position.source,
          range: partial.range, calls: [operation]))
    }
  }

  mutating func compileRoutines() {
    var index = 0
    while index < pendingRoutines.count {
      let routine = pendingRoutines[index]
      pendingRoutines[index].start = builder.count
      if case .known(let template?) = templates[routine.key.name] {
        scope = routine.scope
        html = routine.key.html
        sectionDepth = 0
        expanding = [
          Expansion(key: routine.key, sectionDepth: 0, source: routine.source, range: routine.range)
        ]
        compile(
          template.pieces,
          Position(
            source: template.source, indentation: routine.key.indentation,
            environment: routine.environment))
        try? html?.reachBoundary()
        if let before = routine.key.html, let after = html, before.joined(with: after) == nil {
          report(
            MustacheMessages.partialChangesContext(
              routine.key.name, before, after, at: routine.source.place(routine.range)))
        }
      }
      builder.append(Operation(code: .endRoutine))
      index += 1
    }
    for routine in pendingRoutines {
      for call in routine.calls { builder.setTarget(of: call, to: routine.start) }
    }
  }

  private mutating func template(
    named name: String, _ partial: Piece.Partial, _ position: Position
  ) -> ParsedTemplate? {
    if templates[name] == nil {
      do throws(Diagnostic) {
        if let source = try partials(name) {
          templates[name] = .known(try parse(source))
        } else {
          templates[name] = .missing
        }
      } catch {
        isContextCertain = false
        report(error, inside: (name, position.source, partial.range))
        templates[name] = .known(nil)
      }
    }
    switch templates[name] {
    case .known(let template)?: return template
    case .missing?, nil:
      // The specification is silent about templates that are not there, so its own mode is, too.
      if hasExtensions {
        report(MustacheMessages.missingPartial(name, at: position.source.place(partial.nameRange)))
      }
      return nil
    }
  }

  // MARK: - Blocks

  mutating func compile(_ block: Piece.Block, _ position: Position) {
    position.environment?.metBlocks.insert(block.name)
    guard depth < limits.nesting else {
      stop(
        MustacheMessages.nestedTooDeep(
          at: position.source.place(block.range), limit: limits.nesting))
      return
    }
    depth += 1
    defer { depth -= 1 }
    guard let argument = position.environment?.arguments[block.name] else {
      if block.startsLine, block.indentation.isEmpty { appendIndentation(position) }
      compile(block.children, position)
      return
    }

    var inner = argument.position
    let isOnOwnLine = block.isStandalone || !block.indentation.isEmpty
    if isOnOwnLine {
      inner.indentation =
        position.indentation + targetIndentation(of: block, position).dropFirst(position.stripped)
    }
    if argument.block.isStandalone {
      inner.stripped = firstIndentation(argument.block, inner.source).count
    }
    if isOnOwnLine || block.startsLine, !argument.block.children.startsLine {
      appendIndentation(isOnOwnLine ? inner : position)
    }
    let before = html
    inclusions += 1
    compile(argument.block.children, inner)
    checkBalance(before, block.name, argument.block.range, argument.position)
  }

  /// The first line of its default says how far an argument is indented, else the tag does.
  private func targetIndentation(of block: Piece.Block, _ position: Position) -> ArraySlice<UInt8> {
    if block.isStandalone, !block.children.isEmpty {
      return firstIndentation(block, position.source)
    }
    return position.source.bytes[block.indentation]
  }

  private func firstIndentation(
    _ block: Piece.Block, _ source: TemplateSource
  ) -> ArraySlice<UInt8> {
    let line: ArraySlice<UInt8>
    switch block.children.first {
    case .text(let range, startsLine: true)?: line = source.bytes[range]
    case .partial(let partial)? where partial.isStandalone:
      line = source.bytes[partial.indentation]
    case .block(let inner)? where inner.isStandalone: line = source.bytes[inner.indentation]
    default: return []
    }
    return line.prefix(while: isInlineBlank)
  }

  /// What the included template knows about its blocks: the arguments from furthest outside win.
  private mutating func environment(
    for partial: Piece.Partial, _ position: Position
  ) -> Environment? {
    guard !partial.arguments.isEmpty else { return position.environment }
    var arguments: [String: Environment.Argument] = [:]
    for block in partial.arguments {
      arguments[block.name] = Environment.Argument(block: block, position: position)
    }
    arguments.merge(position.environment?.arguments ?? [:]) { _, outer in outer }
    let bindings = arguments.map { name, argument in
      Environment.Binding(
        name: name, source: argument.position.source.name, offset: argument.block.range.lowerBound,
        indentation: argument.position.indentation,
        environment: argument.position.environment?.id ?? 0)
    }.sorted { $0.name < $1.name }
    let id = environmentIDs[bindings] ?? environmentIDs.count + 1
    environmentIDs[bindings] = id
    return Environment(id: id, arguments: arguments)
  }

  private mutating func checkArguments(
    _ partial: Piece.Partial, _ environment: Environment, _ position: Position
  ) {
    for block in partial.arguments where !environment.metBlocks.contains(block.name) {
      report(
        MustacheMessages.unknownBlock(
          block.name, of: partial.name, at: position.source.place(block.range),
          known: environment.metBlocks.sorted()))
    }
  }

  // MARK: - Dynamic names

  private mutating func compileDynamic(
    _ partial: Piece.Partial, _ expression: Expression, _ position: Position
  ) {
    guard let name = resolve(expression, position) else { return }
    var operation = name.operation
    switch name.shape.unwrapped {
    case .template(let names):
      operation.code = .choose
      compileChoice(operation, names, isOptional: name.shape.isOptional, partial, position)
    case .json:
      operation.code = .include
      let site = Site(
        scope: scope, html: html, indentation: indentation(of: partial, position),
        source: position.source)
      builder.append(site, to: operation.access)
      builder.append(operation)
      html?.expectValues()
    case let other:
      report(
        MustacheMessages.noTemplateName(
          expression.text, other, at: position.source.place(expression.range)))
    }
  }

  private mutating func compileChoice(
    _ operation: Operation, _ names: [String], isOptional: Bool, _ partial: Piece.Partial,
    _ position: Position
  ) {
    let before = html
    var operation = operation
    let choices = builder.append(choices: [])
    operation.target = UInt32(truncatingIfNeeded: choices)
    builder.append(operation)
    var jumps = [builder.append(Operation(code: .jump))]
    var starts: [(name: [UInt8], start: Int)] = []
    var after = isOptional ? before : nil
    sectionDepth += 1
    for name in names {
      starts.append((Array(name.utf8), builder.count))
      html = before
      include(name, partial, position)
      jumps.append(builder.append(Operation(code: .jump)))
      guard let html else { continue }
      if let joined = (after ?? html).joined(with: html) {
        after = joined
      } else {
        report(
          MustacheMessages.partialChangesContext(
            name, after ?? html, html, at: position.source.place(partial.range)))
      }
    }
    sectionDepth -= 1
    html = after ?? before
    builder.setChoices(starts, at: choices)
    for jump in jumps { builder.setTargetToNext(of: jump) }
  }
}

extension [Piece] {
  /// Its first line puts its own indentation in front.
  fileprivate var startsLine: Bool {
    switch first {
    case .text(_, let startsLine)?: startsLine
    case .variable(let variable)?: variable.startsLine
    case .section(let section)?:
      section.startsLine || !section.children.isEmpty && section.children.startsLine
    case .partial(let partial)?: partial.startsLine || partial.isStandalone
    case .block(let block)?: block.startsLine || block.isStandalone
    case nil: true
    }
  }
}
