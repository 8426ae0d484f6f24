package import PeilModel

/// Words that a sales copy may hold whoever the client is: of the templates, the translations with platforms and
/// sectors, and of the agency itself. Any other word is rare.
package struct Vocabulary: Sendable {
  private(set) var words: Set<[UInt8]> = []
  private(set) var pieces: Set<UInt64> = []

  package init(of theme: Theme, agency: Agency) {
    for text in theme.texts { add(text) }
    for platform in Platform.allCases { add(platform.rawValue) }
    // Words that number formats write, one and several of each unit.
    for locale in theme.languages.compactMap({ LocaleFormat.named($0.text) }) {
      for seconds in [60.0, 120, 3600, 7200, 172_800, 8_640_000] {
        add(locale.duration(seconds: seconds))
      }
    }
    let contact = agency.contact
    let call = agency.callToAction
    let own =
      [agency.name, contact.name, contact.email, contact.phone, contact.website, call?.link]
      + (call.map { Array($0.texts.values) } ?? [])
    for text in own.compactMap({ $0 }) { add(text) }
  }

  init(_ texts: [String]) {
    for text in texts { add(text) }
  }

  private mutating func add(_ text: String) { add(Array(text.utf8)) }

  private mutating func add(_ text: [UInt8]) {
    FoldedWords.each(in: text) { word, _ in
      if words.insert(word).inserted { pieces.formUnion(FoldedWords.pieces(of: word)) }
    }
  }
}
