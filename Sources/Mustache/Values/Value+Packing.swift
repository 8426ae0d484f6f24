public import Diagnostics

extension Value {
  /// The same value in the form that renders fastest.
  ///
  /// - Parameter shape: An `object` becomes a record of this shape: its fields are put in order, a
  ///   missing optional one is nothing, one that the shape does not know is left out.
  /// - Throws: When the value is not of that shape; the message names the path to the place.
  public func packed(as shape: Shape) throws(Diagnostic) -> PackedValue {
    var builder = ValueBuilder(capacity: 128)
    do throws(Mismatch) {
      try pack(as: shape, into: &builder, depth: 0)
    } catch {
      throw error.diagnostic
    }
    return try builder.finish()
  }

  /// A value that is not of its shape; the path to it is put together on the way out.
  private struct Mismatch: Error {
    var steps: [Step] = []
    var expected: Shape
    var found: Value
    var isTooDeep = false

    enum Step {
      case field(String)
      case item(Int)
    }

    func inside(_ step: Step) -> Mismatch {
      var result = self
      result.steps.append(step)
      return result
    }

    var diagnostic: Diagnostic {
      if isTooDeep { return MustacheMessages.valueTooDeep(Value.deepest) }
      var path = ""
      for step in steps.reversed() {
        switch step {
        case .field(let name): path += path.isEmpty ? name : ".\(name)"
        case .item(let index): path += "[\(index)]"
        }
      }
      return MustacheMessages.valueMismatch(
        path.isEmpty ? "the value" : "`\(path)`", expected: expected, found: found)
    }
  }

  private static let deepest = 512

  private func pack(
    as shape: Shape, into builder: inout ValueBuilder, depth: Int
  ) throws(Mismatch) {
    guard depth < Self.deepest else {
      throw Mismatch(expected: shape, found: self, isTooDeep: true)
    }
    switch (shape, self) {
    case (.json, _): try packAsJSON(into: &builder, depth: depth)
    case (.optional, .null): builder.null()
    case (.optional(let wrapped), _): try pack(as: wrapped, into: &builder, depth: depth)
    case (.text, .text(let text)), (.template, .text(let text)): builder.text(text)
    case (.markup, .markup(let markup)): builder.markup(markup)
    case (.flag, .bool(let flag)): builder.flag(flag)
    case (.number, .number(let number)): builder.number(number)
    case (.date, .date(let date)): builder.date(date)
    case (.lambda, .lambda(let lambda)): builder.lambda(lambda)
    case (.list(let item), .list(let items)):
      builder.beginList()
      for index in items.indices {
        do throws(Mismatch) {
          try items[index].pack(as: item, into: &builder, depth: depth + 1)
        } catch {
          throw error.inside(.item(index))
        }
      }
      builder.endList()
    case (.record(let record), .record(let values)) where values.count == record.fields.count:
      builder.beginRecord()
      for slot in values.indices {
        try values[slot].pack(as: record.fields[slot], into: &builder, depth: depth)
      }
      builder.endRecord()
    case (.record(let record), .object(let fields)):
      builder.beginRecord()
      for field in record.fields {
        try (fields[field.name] ?? .null).pack(as: field, into: &builder, depth: depth)
      }
      builder.endRecord()
    default:
      throw Mismatch(expected: shape, found: self)
    }
  }

  private func pack(
    as field: RecordShape.Field, into builder: inout ValueBuilder, depth: Int
  ) throws(Mismatch) {
    do throws(Mismatch) {
      try pack(as: field.shape, into: &builder, depth: depth + 1)
    } catch {
      throw error.inside(.field(field.name))
    }
  }

  private func packAsJSON(into builder: inout ValueBuilder, depth: Int) throws(Mismatch) {
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
      for index in items.indices {
        do throws(Mismatch) {
          try items[index].pack(as: .json, into: &builder, depth: depth + 1)
        } catch {
          throw error.inside(.item(index))
        }
      }
      builder.endList()
    case .object(let fields):
      builder.beginObject()
      // In the order of their names, so that the packed bytes do not depend on a hash seed.
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        builder.key(name)
        try value.pack(
          as: RecordShape.Field(name: name, shape: .json), into: &builder, depth: depth)
      }
      builder.endObject()
    case .record:
      throw Mismatch(expected: .json, found: self)
    }
  }
}
