/// A text that may hold numbers or dates, with the ledger keys of its numbers in their order.
struct SentenceView: Equatable, Sendable {
  var text: String
  /// With a space between; `nil` when there is no number in the text.
  var keys: String?

  static let view = RecordView<SentenceView>(
    "sentence",
    [
      .text("text") { $0.text },
      .optionalText("keys") { $0.keys },
    ])
}

/// One number, as formatted for the language.
struct FigureValueView: Equatable, Sendable {
  var text: String
  var key: String

  static let view = RecordView<FigureValueView>(
    "figure-value",
    [
      .text("text") { $0.text },
      .text("key") { $0.key },
    ])
}

/// A day (`2026-10-31`) or a month (`2026-10`), and how the language writes it.
struct DateView: Equatable, Sendable {
  var iso: String
  var text: String

  static let view = RecordView<DateView>(
    "date",
    [
      .text("iso") { $0.iso },
      .text("text") { $0.text },
    ])
}

/// A month by its name, as a date, or by its number, as a figure.
struct TimeView: Equatable, Sendable {
  /// Of a date.
  var iso: String?
  var text: String
  /// Of a number.
  var key: String

  static let view = RecordView<TimeView>(
    "time",
    [
      .optionalText("iso") { $0.iso },
      .text("text") { $0.text },
      .text("key") { $0.key },
    ])
}

/// A text from outside, as it came.
struct QuotedView: Equatable, Sendable {
  var text: String
  /// Where it is known and not the page's.
  var language: String?

  init(_ text: String, language: String? = nil) {
    self.text = text
    self.language = language
  }

  static let view = RecordView<QuotedView>(
    "quoted",
    [
      .text("text") { $0.text },
      .optionalText("lang") { $0.language },
    ])
}

/// Where something leads to: a part of the page, or an address of the agency.
struct LinkView: Equatable, Sendable {
  var address: String
  var text: String

  static let view = RecordView<LinkView>(
    "link",
    [
      .text("href") { $0.address },
      .text("text") { $0.text },
    ])
}

/// A term and what it means.
struct DefinitionView: Equatable, Sendable {
  var term: String
  var meaning: SentenceView

  static let view = RecordView<DefinitionView>(
    "definition",
    [
      .text("term") { $0.term },
      .record("meaning", SentenceView.view) { $0.meaning },
    ])
}
