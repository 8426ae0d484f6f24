import Diagnostics

extension Compiler {
  struct ResolvedName {
    /// Its way to the value; code and escaping are still to be set.
    var operation: Operation
    var access: UInt32 { operation.access }
    var shape: Shape
    var path: String
  }

  /// Finds what a name means here; what is unknown is reported.
  mutating func resolve(_ expression: Expression, _ position: Position) -> ResolvedName? {
    switch scope.resolve(expression, hasExtensions: hasExtensions) {
    case .found(let found):
      guard let filters = filters(expression, found.shape, position) else { return nil }
      return name(found, filters, expression, position)
    case .unknown:
      report(MustacheMessages.unknownName(expression.text, at: place(expression, position), scope))
    case .unknownPart(let index, let record):
      report(
        MustacheMessages.unknownName(
          expression.parts[index], at: place(expression, position), record: record.name,
          names: record.fields.map(\.name)))
    case .noNames(let index, let shape):
      report(
        MustacheMessages.noNames(
          expression.parts[..<index].joined(separator: "."), shape,
          at: place(expression, position)))
    case .noPosition:
      report(MustacheMessages.noPosition(expression.text, at: place(expression, position)))
    }
    return nil
  }

  private mutating func name(
    _ found: Scope.Found, _ filters: (list: [Filter], shape: Shape), _ expression: Expression,
    _ position: Position
  ) -> ResolvedName {
    var access = Access(start: found.start, up: found.up)
    var tail = found.tail
    switch found.start {
    case .search, .anchoredSearch: access.name = builder.id(of: tail.removeFirst())
    case .context, .position: break
    }
    let use = NameUse(
      path: found.path, shape: filters.shape, source: position.source, range: expression.range)
    var operation = Operation(code: .value)
    operation.access = builder.append(access, slots: found.slots, tail: tail, use: use)
    if !filters.list.isEmpty { builder.append(filters.list, to: operation.access) }
    if case .context = found.start, found.up <= UInt8.max, tail.isEmpty {
      operation.up = UInt8(found.up)
      if found.slots.isEmpty {
        operation.slot = Operation.current
      } else if found.slots.count == 1, found.slots[0] < Int(Operation.current) {
        operation.slot = UInt16(found.slots[0])
      }
    }
    return ResolvedName(operation: operation, shape: filters.shape, path: found.path)
  }

  /// The filters behind a name, and what comes out of the last.
  private mutating func filters(
    _ expression: Expression, _ shape: Shape, _ position: Position
  ) -> (list: [Filter], shape: Shape)? {
    var result: (list: [Filter], shape: Shape) = ([], shape)
    for call in expression.filters {
      do throws(FilterProblem) {
        let filter = try Filter(call)
        result.shape = try filter.shape(of: result.shape)
        result.list.append(filter)
      } catch {
        report(
          MustacheMessages.filter(
            call.name, error, result.shape, at: position.source.place(call.range)))
        return nil
      }
    }
    return result
  }

  private func place(_ expression: Expression, _ position: Position) -> Place {
    position.source.place(expression.range)
  }

  /// The number of a record, for lookups by name that pass through it.
  mutating func recordID(of shape: Shape) -> Int32 {
    guard case .record(let record) = shape.unwrapped else { return -1 }
    if let known = recordIDs[record] { return known }
    var fields: [Int32: Int] = [:]
    for (slot, field) in record.fields.enumerated() { fields[builder.id(of: field.name)] = slot }
    let id = builder.append(recordFields: fields)
    recordIDs[record] = id
    return id
  }
}
