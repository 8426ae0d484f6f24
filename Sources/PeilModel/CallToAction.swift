/// The one thing that a sales copy asks of its reader: a link to follow.
package struct CallToAction: Equatable, Sendable {
  /// Begins with `https://` or `mailto:`.
  package var link: String
  /// What the link says, by language; a language without it has the words of its translation.
  package var texts: [LanguageCode: String]

  package init(link: String, texts: [LanguageCode: String] = [:]) {
    self.link = link
    self.texts = texts
  }
}
