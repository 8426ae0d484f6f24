import Testing
import TextFolding

@Suite struct NameKeyTests {
  /// Python: NFKC of `casefold()` of NFKC, without invisible characters, split at blanks and joined.
  @Test(
    arguments: [
      ("plain", "Impressions", "impressions"),
      ("nothing", "", ""),
      ("only blanks", " \t\n", ""),
      ("blanks around and inside", "  Phone   number\tclicks ", "phone number clicks"),
      ("control characters", "a\u{01}b\u{7F}", "ab"),
      ("soft hyphens", "Vi\u{AD}deo\u{AD}ti\u{AD}tel", "videotitel"),
      ("a no-break space", "Reels\u{A0}views", "reels views"),
      ("full width", "ＡＢＣ１２", "abc12"),
      ("a ligature", "ﬁlm", "film"),
      ("sharp s", "Straße", "strasse"),
      ("both sigmas", "ΣΊΣΥΦΟΣ", "σίσυφοσ"),
      ("Japanese", "ポストＩＤ", "ポストid"),
      ("a mark apart", "Cafe\u{301}", "café"),
      ("a byte order mark", "\u{FEFF}Datum", "datum"),
      ("dotted I", "İstanbul", "i\u{307}stanbul"),
      ("a circled digit", "①", "1"),
      ("zero-width characters", "a\u{200B}b\u{2060}c", "abc"),
    ] as [(String, String, String)])
  func `folds what a person does not tell apart`(_ name: String, text: String, expected: String) {
    #expect(Array(NameKey(text).text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    arguments: [
      ("Café", "cafe"), ("ÅNGSTRÖM", "angstrom"), ("naïve", "naive"), ("plain", "plain"),
      ("straße", "strasse"), ("Łódź", "łodz"),
    ])
  func `leaves marks out when asked`(text: String, expected: String) {
    #expect(NameKey(text, ignoringMarks: true).text == expected)
    #expect(NameKey(text, ignoringMarks: true) == NameKey(expected, ignoringMarks: true))
  }

  @Test func `tells names with different marks apart`() {
    #expect(NameKey("één") != NameKey("een"))
    #expect(NameKey("ÉÉN") == NameKey("één"))
  }

  @Test func `does not change a key`() {
    for text in ["Straße", "ΣΊΣΥΦΟΣ", "İstanbul", "ﬁ ① ポスト", "a  b"] {
      let key = NameKey(text)
      #expect(NameKey(key.text) == key)
    }
  }
}
