import Mustache

/// The fixed words of a language that templates print by name: `{{words.glossary}}`.
struct Words: Equatable, Sendable {
  /// By name, in the order of their names.
  let texts: [(name: String, text: String)]

  init(_ texts: [String: String]) {
    self.texts = texts.sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) }
  }

  static func == (a: Words, b: Words) -> Bool {
    a.texts.elementsEqual(b.texts) { $0 == $1 }
  }

  /// The view of words by these names; every language has the same.
  var view: RecordView<Words> {
    RecordView(
      "words",
      texts.indices.map { index in
        .text(texts[index].name) { $0.texts[index].text }
      })
  }
}
