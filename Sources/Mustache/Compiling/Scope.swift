/// The contexts that are open at a place of a template, known while it is compiled.
struct Scope {
  struct Level {
    var shape: Shape
    /// Dotted, from the top of the view; empty at the top.
    var path: String
    /// Entered through a section: `-index` and its like are known.
    var isItem: Bool
  }

  private(set) var levels: [Level]

  init(_ shape: Shape) {
    levels = [Level(shape: shape, path: "", isItem: false)]
  }

  mutating func push(_ level: Level) { levels.append(level) }
  mutating func pop() { levels.removeLast() }

  /// What stays the same when a recursive partial goes one level deeper into schemaless data.
  var key: [Shape] {
    var result: [Shape] = []
    for level in levels where !(level.shape == .json && result.last == .json) {
      result.append(level.shape)
    }
    return result
  }

  enum Resolution {
    case found(Found)
    /// No context has the first part of the name.
    case unknown
    /// Of a dotted name the part at this index is not there.
    case unknownPart(Int, in: RecordShape)
    /// The part before this index is something that has no names.
    case noNames(Int, Shape)
    /// `-index` outside of a section.
    case noPosition
  }

  struct Found {
    var start: Access.Start
    var up = 0
    var slots: [Int] = []
    /// Names that are looked up while rendering; of a search, the first begins it.
    var tail: [String] = []
    var shape: Shape
    var path: String
  }

  /// - Parameter hasExtensions: `-index` and its like are positions, and no names of the data.
  func resolve(_ expression: Expression, hasExtensions: Bool) -> Resolution {
    guard let first = expression.parts.first else {
      let top = levels[levels.count - 1]
      return .found(Found(start: .context, shape: top.shape, path: top.path))
    }
    if hasExtensions, expression.parts.count == 1, let position = LoopPosition(rawValue: first) {
      guard levels[levels.count - 1].isItem else { return .noPosition }
      let shape: Shape = position == .index ? .number(.count) : .flag
      return .found(Found(start: .position(position), shape: shape, path: first))
    }
    for (up, level) in levels.reversed().enumerated() {
      switch level.shape.unwrapped {
      case .json:
        return .found(
          Found(
            start: expression.isAnchored ? .anchoredSearch : .search, tail: expression.parts,
            shape: .json, path: expression.parts.joined(separator: ".")))
      case .record(let record):
        guard let slot = record.slot(of: first) else { break }
        return follow(expression.parts, from: level, in: record, slot: slot, up: up)
      case .text, .number, .date, .flag, .markup, .list, .template, .lambda, .optional: break
      }
      if expression.isAnchored { break }
    }
    return .unknown
  }

  private func follow(
    _ parts: [String], from level: Level, in record: RecordShape, slot: Int, up: Int
  ) -> Resolution {
    var slots = [slot]
    var shape = record.fields[slot].shape
    var isOptional = false
    for index in parts.indices.dropFirst() {
      isOptional = isOptional || shape.isOptional
      switch shape.unwrapped {
      case .record(let inner):
        guard let next = inner.slot(of: parts[index]) else { return .unknownPart(index, in: inner) }
        slots.append(next)
        shape = inner.fields[next].shape
      case .json:
        return .found(
          Found(
            start: .context, up: up, slots: slots, tail: Array(parts[index...]), shape: .json,
            path: path(level, parts)))
      case let other: return .noNames(index, other)
      }
    }
    if isOptional, !shape.isOptional { shape = .optional(shape) }
    return .found(
      Found(start: .context, up: up, slots: slots, shape: shape, path: path(level, parts)))
  }

  private func path(_ level: Level, _ parts: [String]) -> String {
    let name = parts.joined(separator: ".")
    return level.path.isEmpty ? name : "\(level.path).\(name)"
  }

  /// The names that can be written here, the innermost context's first.
  var visibleNames: [String] {
    var result: [String] = []
    for level in levels.reversed() {
      if case .record(let record) = level.shape.unwrapped {
        result += record.fields.map(\.name).filter { !result.contains($0) }
      }
    }
    return result
  }

  /// The record whose names are looked up first.
  var innermostRecord: RecordShape? {
    for level in levels.reversed() {
      if case .record(let record) = level.shape.unwrapped { return record }
    }
    return nil
  }
}
