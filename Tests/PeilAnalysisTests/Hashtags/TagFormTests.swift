import Testing

@testable import PeilAnalysis

@Suite struct TagFormTests {
  /// By hand, from the rules of the report's specification, in their order.
  @Test(
    arguments: [
      ("Duurzaam", "duurzaam", true), ("duurzaam_wonen", "duurzaamwonen", true),
      ("café", "cafe", true),
      ("tuinen", "tuinenadvies", true), ("tuin", "tuincentrum", false),
      ("tuinadvies", "gratistuinadvies", true), ("groen", "tuingroen", false),
      ("plantenbak", "plantenvak", true), ("planten", "plantage", false),
      ("tuinman", "tuinmna", true), ("zomer", "zoner", true), ("zomer", "komer", false),
      ("linkedin", "linked", true), ("holland", "hollandia", true),
      ("nederland", "nederlands", true),
      ("mkb", "mkbnederland", false), ("wonen", "tuin", false),
      ("duurzaamwonen", "wonenduurzaam", false), ("DuurzaamWonen", "WonenDuurzaam", true),
      ("tuin_tuin", "tuin", true), ("\u{301}", "\u{302}", true), ("\u{301}", "tuin", false),
      ("TuinZon", "ZonVijver", false),
    ])
  func `tells forms of one tag from others`(_ a: String, _ b: String, _ alike: Bool) {
    #expect(TagForm(a).looksLike(TagForm(b)) == alike)
    #expect(TagForm(b).looksLike(TagForm(a)) == alike)
  }

  /// By hand: insertions, deletions, substitutions and swaps of neighbours.
  @Test(
    arguments: [
      ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("abcd", "abd", 1),
      ("ca", "abc", 3), ("kitten", "sitting", 3),
    ])
  func `counts slips`(_ a: String, _ b: String, _ slips: Int) {
    #expect(alignmentDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == slips)
  }

  @Test(
    arguments: [
      ("DuurzaamWonen", ["duurzaam", "wonen"]), ("mkb_nederland", ["mkb", "nederland"]),
      ("zomer2026", ["zomer", "2026"]), ("alles", ["alles"]), ("SEO", ["seo"]),
      ("_mkb__nederland_", ["mkb", "nederland"]), ("2_3keer", ["2", "3", "keer"]),
      ("ÉénCafé2Go", ["een", "cafe", "2", "go"]), ("_één_", ["een"]),
    ])
  func `divides a tag where it shows its words`(_ tag: String, _ parts: [String]) {
    #expect(TagForm(tag).parts == parts)
  }

  private func division(_ tag: String) -> [String]? {
    let form = TagForm(tag)
    var reader = WordReader()
    var vocabulary = Vocabulary(for: [TagForm("anders"), form])
    reader.add("Houd het simpel en kort")
    reader.add("we doen wat we zeggen #tuin")
    reader.add("kijk op https://kort.example/wonen")
    vocabulary.takeWords(of: &reader)
    return vocabulary.division(of: form.letters)
  }

  @Test(
    arguments: [
      ("houdhetsimpelenkort", true), ("DitIsWatWijDoen", true), ("wonenduurzaam", false),
      ("HerfstInDeTuin", true), ("HerfstTuinPlantenZaden", false), ("TuinCentrum", false),
      ("onverdeelbaaarlangwoordzonder", true), ("tuin", false),
    ])
  func `tells whole sentences`(_ tag: String, _ isWhole: Bool) {
    #expect(isSentence(TagForm(tag), division: division(tag)) == isWhole)
  }

  @Test func `divides into the fewest words, of texts and not of tags or addresses`() {
    #expect(division("houdhetsimpel") == ["houd", "het", "simpel"])
    #expect(division("tuin") == nil)
    #expect(division("wonen") == nil)
    #expect(division("anders") == nil)
    #expect(division("") == nil)
    // One letter alone is no word, and neither half of a tag of five letters tells anything.
    #expect(division("hetens") == nil)
    #expect(division("hethet") == ["het", "het"])
    #expect(division("hetwe") == nil)
  }
}
