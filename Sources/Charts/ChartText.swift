/// A finished text of a chart with the keys of the figures whose numbers stand in it.
///
/// Charts never make words or format numbers: texts arrive as the reader sees them.
public struct ChartText: Hashable, Sendable {
  public var text: String
  /// In the order in which their numbers stand in `text`; empty for a text without numbers.
  public var keys: [String]

  public init(_ text: String, keys: [String] = []) {
    self.text = text
    self.keys = keys
  }

  /// Separated by spaces, as `data-metric` holds them; `nil` without keys.
  public var keyText: String? { keys.isEmpty ? nil : keys.joined(separator: " ") }
}
