/// What a value may be: the compiler checks a template against it.
public indirect enum Shape: Hashable, Sendable {
  /// Text of any origin; it is escaped for the place where it lands.
  case text
  case number(NumberKind)
  /// A day of the calendar; a filter says how it is printed.
  case date
  /// True or false: for sections, never printed.
  case flag
  /// Trusted markup, written as it is; only in text.
  case markup
  /// A value or nothing. For `text`, empty text counts as nothing.
  case optional(Shape)
  case list(Shape)
  case record(RecordShape)
  /// The name of one of these templates, for `{{>*name}}`.
  case template(names: [String])
  /// A function that is called with the unrendered text of its section.
  case lambda
  /// Anything, as in a JSON file: names are looked up while rendering.
  case json
}

/// What a number counts, so that a filter for money is not used on a share.
public enum NumberKind: String, Hashable, Sendable {
  case plain
  /// A whole number of things.
  case count
  /// An amount of a currency.
  case money
  /// A fraction of a whole: `0.042` is 4.2 %.
  case share
}

/// The fields of a record, in the order in which its values are given.
public struct RecordShape: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public let name: String
    public let shape: Shape
  }

  /// For diagnostics: "not a name of `name`".
  public let name: String
  public let fields: [Field]
  private let slots: [String: Int]

  /// - Parameter fields: Names must differ; of two equal ones the first counts.
  public init(_ name: String, _ fields: [(name: String, shape: Shape)]) {
    self.name = name
    self.fields = fields.map { Field(name: $0.name, shape: $0.shape) }
    self.slots = Dictionary(
      zip(fields.map(\.name), fields.indices), uniquingKeysWith: { first, _ in first })
  }

  public init(_ name: String, _ fields: (name: String, shape: Shape)...) {
    self.init(name, fields)
  }

  /// The place of a field in `fields` and in a record's values, from 0.
  public func slot(of name: String) -> Int? { slots[name] }

  public static func == (one: RecordShape, other: RecordShape) -> Bool {
    one.name == other.name && one.fields == other.fields
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(fields)
  }
}

extension Shape {
  /// In words, for diagnostics.
  var phrase: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .date: "a date"
    case .flag: "a flag"
    case .markup: "trusted markup"
    case .optional(let shape): "optional \(shape.phrase)"
    case .list: "a list"
    case .record(let record): "the record `\(record.name)`"
    case .template: "the name of a template"
    case .lambda: "a lambda"
    case .json: "any JSON value"
    }
  }

  /// Without the possibility of being absent.
  var unwrapped: Shape {
    if case .optional(let shape) = self { return shape.unwrapped }
    return self
  }

  var isOptional: Bool {
    if case .optional = self { return true }
    return false
  }
}
