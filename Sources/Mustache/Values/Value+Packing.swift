public import Diagnostics

extension Value {
  /// The same value in the form that renders fastest.
  ///
  /// - Parameter shape: An `object` becomes a record of this shape: its fields are put in order, a
  ///   missing optional one is nothing, one that the shape does not know is left out.
  /// - Throws: When the value is not of that shape; the message names the path to the place.
  public func packed(as shape: Shape) throws(Diagnostic) -> PackedValue {
    var builder = ValueBuilder()
    try pack(as: shape, into: &builder, path: Path())
    return try builder.finish()
  }

  /// Where in a value something is, kept as a chain so that packing does not build strings.
  private struct Path {
    var steps: [(name: String?, index: Int)] = []

    func appending(_ name: String) -> Path { Path(steps: steps + [(name, 0)]) }
    func appending(_ index: Int) -> Path { Path(steps: steps + [(nil, index)]) }

    var text: String {
      var result = ""
      for step in steps {
        if let name = step.name {
          result += result.isEmpty ? name : ".\(name)"
        } else {
          result += "[\(step.index)]"
        }
      }
      return result.isEmpty ? "the value" : "`\(result)`"
    }
  }

  private static let deepest = 512

  private func pack(
    as shape: Shape, into builder: inout ValueBuilder, path: Path
  ) throws(Diagnostic) {
    guard path.steps.count < Self.deepest else {
      throw MustacheMessages.valueTooDeep(Self.deepest)
    }
    switch (shape, self) {
    case (.json, _): try packAsJSON(into: &builder, path: path)
    case (.optional, .null): builder.null()
    case (.optional(let wrapped), _): try pack(as: wrapped, into: &builder, path: path)
    case (.text, .text(let text)), (.template, .text(let text)): builder.text(text)
    case (.markup, .markup(let markup)): builder.markup(markup)
    case (.flag, .bool(let flag)): builder.flag(flag)
    case (.number, .number(let number)): builder.number(number)
    case (.date, .date(let date)): builder.date(date)
    case (.lambda, .lambda(let lambda)): builder.lambda(lambda)
    case (.list(let item), .list(let items)):
      builder.beginList()
      for (index, value) in items.enumerated() {
        try value.pack(as: item, into: &builder, path: path.appending(index))
      }
      builder.endList()
    case (.record(let record), .record(let values)) where values.count == record.fields.count:
      builder.beginRecord()
      for (field, value) in zip(record.fields, values) {
        try value.pack(as: field.shape, into: &builder, path: path.appending(field.name))
      }
      builder.endRecord()
    case (.record(let record), .object(let fields)):
      builder.beginRecord()
      for field in record.fields {
        let value = fields[field.name] ?? .null
        try value.pack(as: field.shape, into: &builder, path: path.appending(field.name))
      }
      builder.endRecord()
    default:
      throw MustacheMessages.valueMismatch(path.text, expected: shape, found: self)
    }
  }

  private func packAsJSON(into builder: inout ValueBuilder, path: Path) throws(Diagnostic) {
    switch self {
    case .null: builder.null()
    case .text(let text): builder.text(text)
    case .markup(let markup): builder.markup(markup)
    case .bool(let flag): builder.flag(flag)
    case .number(let number): builder.number(number)
    case .date(let date): builder.date(date)
    case .lambda(let lambda): builder.lambda(lambda)
    case .list(let items):
      builder.beginList()
      for (index, value) in items.enumerated() {
        try value.pack(as: .json, into: &builder, path: path.appending(index))
      }
      builder.endList()
    case .object(let fields):
      builder.beginObject()
      // In the order of their names, so that the packed bytes do not depend on a hash seed.
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        builder.key(name)
        try value.pack(as: .json, into: &builder, path: path.appending(name))
      }
      builder.endObject()
    case .record:
      throw MustacheMessages.valueMismatch(path.text, expected: .json, found: self)
    }
  }
}
