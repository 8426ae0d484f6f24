public import Diagnostics
import Yams

/// A value of a YAML file with its place.
public struct Entry {
  let node: Node
  let source: Source

  /// The value as written: the first word or quoted text of it.
  public var place: Place {
    let length: Int =
      switch node {
      case .scalar(let scalar):
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: scalar.string.utf8.count + 2
        default: scalar.string.utf8.count
        }
      case .mapping, .sequence, .alias: 1
      }
    return source.place(at: node.mark, length: length)
  }

  /// The text of a scalar, quoted or not; `nil` for a list, a mapping, or nothing at all.
  public var text: String? {
    guard case .scalar(let scalar) = node, !isNothing else { return nil }
    return scalar.string
  }

  public var number: Double? {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
    return Double(scalar.string).flatMap { $0.isFinite ? $0 : nil }
  }

  public var isMapping: Bool { node.isMapping }

  /// The entries of a list, in order; `nil` when it is not a list.
  public var list: [Entry]? {
    guard case .sequence(let sequence) = node else { return nil }
    return sequence.map { Entry(node: $0, source: source) }
  }

  /// The entries of a mapping in the order of the file; `nil` when it is not a mapping.
  public var mapping: [(key: Entry, value: Entry)]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.map {
      (Entry(node: $0.key, source: source), Entry(node: $0.value, source: source))
    }
  }

  /// A key with nothing behind it, or `~`: as good as not written.
  public var isNothing: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
  }

  /// Whether the value was written in quotes.
  public var isQuoted: Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .doubleQuoted || scalar.style == .singleQuoted
  }

  /// Counts with aliases written out, and stops as soon as there are more than allowed.
  func fits(entries limit: Int) -> Bool {
    var left = limit
    func count(_ node: Node) {
      left -= 1
      guard left >= 0 else { return }
      switch node {
      case .scalar, .alias: return
      case .sequence(let sequence):
        for element in sequence where left >= 0 { count(element) }
      case .mapping(let mapping):
        for pair in mapping where left >= 0 {
          count(pair.key)
          count(pair.value)
        }
      }
    }
    count(node)
    return left >= 0
  }
}

extension Node {
  fileprivate var isMapping: Bool {
    guard case .mapping = self else { return false }
    return true
  }
}
