import Diagnostics

extension Compiler {
  mutating func compile(_ section: Piece.Section, _ position: Position) {
    if section.startsLine { appendIndentation(position) }
    // Where the name is unknown, the names inside would only be unknown for the same reason.
    guard let name = resolve(section.expression, position) else { return }
    let asksForNothing = section.isInverted || !section.otherwise.isEmpty
    if hasExtensions, name.shape.isNeverFalse(asksForNothing: asksForNothing) {
      let place = position.source.place(section.expression.range)
      report(MustacheMessages.neverEmpty(section.expression.text, name.shape, at: place))
      return
    }
    guard reachBoundary(section.opening, position) else { return }
    guard depth < limits.nesting else {
      stop(
        MustacheMessages.nestedTooDeep(
          at: position.source.place(section.opening), limit: limits.nesting))
      return
    }
    depth += 1
    sectionDepth += 1
    if section.isInverted {
      compileInverted(section, name, position)
    } else {
      compileSection(section, name, position)
    }
    depth -= 1
    sectionDepth -= 1
  }

  private mutating func compileInverted(
    _ section: Piece.Section, _ name: ResolvedName, _ position: Position
  ) {
    let before = html
    var operation = name.operation
    operation.code = section.expression.filters.isEmpty ? .inverted : .filteredInverted
    operation.isEmptyTextFalse = name.shape.isOptional
    let start = builder.append(operation)
    compile(section.children, position)
    _ = reachBoundary(section.closing, position)
    let end = builder.append(Operation(code: .jump))
    builder.setTargetToNext(of: start)
    builder.setTargetToNext(of: end)
    join(before, with: html, section, position)
  }

  private mutating func compileSection(
    _ section: Piece.Section, _ name: ResolvedName, _ position: Position
  ) {
    let before = html
    let item = name.shape.item
    if name.shape.mayBeLambda {
      let site = Site(
        scope: scope, html: html, indentation: position.indentation, source: position.source,
        body: section.body, delimiters: section.delimiters)
      builder.append(site, to: name.access)
      html?.expectValues()
    }
    var operation = name.operation
    operation.code = section.expression.filters.isEmpty ? .section : .filteredSection
    operation.isEmptyTextFalse = name.shape.isOptional
    operation.record = recordID(of: item)
    let start = builder.append(operation)
    scope.push(Scope.Level(shape: item, path: name.path, isItem: name.shape.canRepeat))
    compile(section.children, position)
    scope.pop()
    _ = reachBoundary(section.closing, position)
    let end = builder.append(
      Operation(code: section.expression.filters.isEmpty ? .endSection : .endFilteredSection))
    builder.setTarget(of: end, to: start + 1)
    let afterBody = html
    if name.shape.canRepeat { join(before, with: afterBody, section, position) }

    guard !section.otherwise.isEmpty else {
      builder.setTargetToNext(of: start)
      join(before, with: afterBody, section, position)
      return
    }
    let skipOtherwise = builder.append(Operation(code: .jump))
    builder.setTargetToNext(of: start)
    html = before
    compile(section.otherwise, position)
    _ = reachBoundary(section.closing, position)
    let endOtherwise = builder.append(Operation(code: .jump))
    builder.setTargetToNext(of: skipOtherwise)
    builder.setTargetToNext(of: endOtherwise)
    join(afterBody, with: html, section, position)
  }

  // MARK: - HTML

  /// A tag that prints nothing itself: whatever stands before it in the HTML must be whole.
  mutating func reachBoundary(_ tag: Range<Int>, _ position: Position) -> Bool {
    do {
      try html?.reachBoundary()
      for problem in html?.takeDialectProblems(at: tag.lowerBound, of: position.source) ?? [] {
        report(problem)
      }
      return true
    } catch {
      report(
        MustacheMessages.refused(
          error, String(decoding: position.source.bytes[tag], as: UTF8.self),
          at: position.source.place(tag)))
      html?.recover()
      return false
    }
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
    isContextCertain = false
    report(
      MustacheMessages.branchesDisagree(
        one, other, section.expression.text, at: position.source.place(section.opening)))
    html = one
  }
}

extension Piece.Section {
  /// `{{#a}}…{{/a}}{{^a}}…{{/a}}`, in either order, as one section with two ways.
  func joined(with next: Piece.Section) -> Piece.Section? {
    guard isInverted != next.isInverted, otherwise.isEmpty, next.otherwise.isEmpty,
      !next.startsLine, expression.parts == next.expression.parts,
      expression.isAnchored == next.expression.isAnchored, expression.filters.isEmpty,
      next.expression.filters.isEmpty
    else { return nil }
    var result = isInverted ? next : self
    result.otherwise = isInverted ? children : next.children
    result.startsLine = startsLine
    return result
  }
}

extension Shape {
  /// A section over it can go one way only; one over a record is needed to reach its names.
  fileprivate func isNeverFalse(asksForNothing: Bool) -> Bool {
    switch self {
    case .text, .number, .date, .markup, .template: true
    case .record: asksForNothing
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
    case .text, .number, .date, .flag, .markup, .record, .template, .optional: false
    }
  }
}
