import Foundation

/// One worked example of `Tests/Fixtures/statistics.json`: inputs and what other programs answer.
///
/// The file states its sources (scipy, statsmodels, lifelines, R) and its rule of tolerance. Another
/// file of the same form is read when `PEIL_STATISTICS_VECTORS` names it.
struct Vector: Decodable, Sendable, CustomStringConvertible {
  let id: String
  let group: String
  let inputs: JSON
  let expected: JSON
  let tolerance: Tolerance

  var description: String { "\(group) \(id)" }

  struct Tolerance: Decodable, Sendable {
    let abs: Double?
    let rel: Double?

    func accepts(_ found: Double, for expected: Double) -> Bool {
      Swift.abs(found - expected) <= max(abs ?? 0, (rel ?? 0) * Swift.abs(expected))
    }
  }

  /// Those of the groups that this target answers for.
  static func load() throws -> [Vector] {
    let path =
      ProcessInfo.processInfo.environment["PEIL_STATISTICS_VECTORS"]
      ?? URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/statistics.json").path(percentEncoded: false)
    let data = try Data(contentsOf: URL(filePath: path))
    return try JSONDecoder().decode(VectorFile.self, from: data).vectors
      .filter { !elsewhere.contains($0.group) }
  }

  /// Charts, colours and verdicts are tested where they are made; permutation tests are not built.
  private static let elsewhere: Set = [
    "axis", "colour", "label-placement", "permutation", "verdict",
  ]
}

private struct VectorFile: Decodable {
  let vectors: [Vector]
}

/// Any JSON value; the shape of inputs and answers differs from method to method.
enum JSON: Decodable, Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(_ key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var number: Double? {
    if case .number(let value) = self { value } else { nil }
  }

  var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  var list: [JSON] {
    if case .list(let values) = self { values } else { [] }
  }

  var members: [String: JSON] {
    if case .object(let members) = self { members } else { [:] }
  }

  var numbers: [Double] { list.compactMap(\.number) }

  /// Whole numbers in the file, such as counts and numbers of days.
  var integer: Int? { number.flatMap { Int(exactly: $0) } }
}

/// What a method answered, in the shape of the file.
extension JSON {
  static func optional(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }
  static func count(_ value: Int) -> JSON { .number(Double(value)) }
  static func numbers(_ values: [Double]) -> JSON { .list(values.map(JSON.number)) }

  /// Where `found` differs from this, as paths; empty when it passes.
  func differences(
    from found: JSON, _ tolerance: Vector.Tolerance, at path: String = ""
  ) -> [String] {
    switch (self, found) {
    case (.number(let expected), .number(let number)):
      tolerance.accepts(number, for: expected)
        ? [] : ["\(path): expected \(expected), found \(number)"]
    case (.list(let expected), .list(let list)) where expected.count == list.count:
      zip(expected, list).enumerated().flatMap { index, pair in
        pair.0.differences(from: pair.1, tolerance, at: "\(path)[\(index)]")
      }
    case (.object(let expected), .object):
      expected.sorted { $0.key < $1.key }.flatMap { key, value in
        value.differences(from: found[key], tolerance, at: "\(path).\(key)")
      }
    default: self == found ? [] : ["\(path): expected \(self), found \(found)"]
    }
  }
}
