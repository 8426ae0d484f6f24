/// A value to compare with, drawn across the frame with its words.
public struct Reference: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// One, zero, a goal: drawn solid.
    case reference
    /// A limit of a decision: drawn thin and dotted.
    case threshold
  }

  public var value: Double
  public var label: ChartText
  public var kind: Kind

  public init(_ value: Double, label: ChartText, kind: Kind = .reference) {
    self.value = value
    self.label = label
    self.kind = kind
  }

  var ruleKind: Rule.Kind {
    switch kind {
    case .reference: .reference
    case .threshold: .threshold
    }
  }
}
