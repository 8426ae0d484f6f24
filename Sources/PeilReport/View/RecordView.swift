import Diagnostics
import Mustache

/// The fields of a record that templates see: one declaration gives the shape that templates are checked
/// against and writes the values that they print.
///
///     static let view = RecordView<Badge>(
///       "badge",
///       [
///         .text("word") { $0.word },
///         .flag("is-refuted") { $0.kind == .refuted },
///       ])
struct RecordView<Subject>: Sendable {
  let name: String
  let fields: [Field]

  init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  var shape: Shape {
    .record(RecordShape(name, fields.map { (name: $0.name, shape: $0.shape) }))
  }

  func write(_ subject: Subject, to builder: inout ValueBuilder) {
    builder.beginRecord()
    for field in fields { field.write(subject, &builder) }
    builder.endRecord()
  }

  struct Field: Sendable {
    let name: String
    let shape: Shape
    let write: @Sendable (Subject, inout ValueBuilder) -> Void

    static func text(_ name: String, _ get: @escaping @Sendable (Subject) -> String) -> Field {
      Field(name: name, shape: .text) { subject, builder in builder.text(get(subject)) }
    }

    /// A section over it prints nothing when it is missing or empty.
    static func optionalText(
      _ name: String, _ get: @escaping @Sendable (Subject) -> String?
    ) -> Field {
      Field(name: name, shape: .optional(.text)) { subject, builder in
        if let text = get(subject) { builder.text(text) } else { builder.null() }
      }
    }

    static func flag(_ name: String, _ get: @escaping @Sendable (Subject) -> Bool) -> Field {
      Field(name: name, shape: .flag) { subject, builder in builder.flag(get(subject)) }
    }

    static func markup(_ name: String, _ get: @escaping @Sendable (Subject) -> Markup) -> Field {
      Field(name: name, shape: .markup) { subject, builder in builder.markup(get(subject)) }
    }

    static func record<Part>(
      _ name: String, _ view: RecordView<Part>, _ get: @escaping @Sendable (Subject) -> Part
    ) -> Field {
      Field(name: name, shape: view.shape) { subject, builder in
        view.write(get(subject), to: &builder)
      }
    }

    static func optionalRecord<Part>(
      _ name: String, _ view: RecordView<Part>, _ get: @escaping @Sendable (Subject) -> Part?
    ) -> Field {
      Field(name: name, shape: .optional(view.shape)) { subject, builder in
        if let part = get(subject) { view.write(part, to: &builder) } else { builder.null() }
      }
    }

    static func list<Part>(
      _ name: String, _ view: RecordView<Part>, _ get: @escaping @Sendable (Subject) -> [Part]
    ) -> Field {
      Field(name: name, shape: .list(view.shape)) { subject, builder in
        builder.beginList()
        for part in get(subject) { view.write(part, to: &builder) }
        builder.endList()
      }
    }
  }
}

extension RecordView {
  /// The subject in the form that templates are rendered with.
  func packed(_ subject: Subject) throws(Diagnostic) -> PackedValue {
    var builder = ValueBuilder()
    write(subject, to: &builder)
    return try builder.finish()
  }
}
