import Mustache

/// What the account manager wrote for a section, signed.
struct NoteView: Equatable, Sendable {
  var markup: Markup
  var author: QuotedView
  /// Where it is not the page's.
  var language: String?

  static let view = RecordView<NoteView>(
    "note",
    [
      .markup("markup") { $0.markup },
      .record("author", QuotedView.view) { $0.author },
      .optionalText("lang") { $0.language },
    ])
}
