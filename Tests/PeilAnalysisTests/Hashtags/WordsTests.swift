import Testing

@testable import PeilAnalysis

@Suite struct WordsTests {
  private func words(_ text: String, _ filter: WordFilter? = nil) -> [String] {
    var words: [String] = []
    var folding = WordFolding()
    forEachWord(of: text, passing: filter, folding: &folding) { words.append($0) }
    return words
  }

  @Test(
    arguments: [
      ("Nieuwe planten, in de tuin!", ["nieuwe", "planten", "in", "de", "tuin"]),
      ("a b cd", ["cd"]), ("", []), ("   ", []), ("#tuin @jan", []),
      ("kijk op https://tuin.example/wonen nu", ["kijk", "op", "nu"]),
      ("Café au lait", ["cafe", "au", "lait"]), ("vóór één", ["voor", "een"]),
      ("tuin-advies 2026", ["tuin", "advies", "2026"]), ("＃tuin gazon", ["gazon"]),
      ("groen🌱gras", ["groen", "gras"]),
    ])
  func `a text has folded words`(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `a word beyond ASCII is the same each time it comes back`() {
    var folding = WordFolding()
    var words: [String] = []
    for text in ["één café", "Café! één", "een cafe"] {
      forEachWord(of: text, folding: &folding) { words.append($0) }
    }
    #expect(words == ["een", "cafe", "cafe", "een", "een", "cafe"])
  }

  @Test func `a filter lets every word through that it was made of`() {
    let all = (0..<2000).map { "woord\($0)" }
    let filter = WordFilter(all)
    #expect(all.allSatisfy(filter.mayHold))
    let text = "tuin gazon vijver"
    let few = WordFilter(["gazon"])
    #expect(words(text, few).contains("gazon"))
    #expect(words(text, few).count < 3)
  }

  /// What is kept for some tags divides them as all words do.
  @Test func `only the words that occur in tags are kept`() {
    let texts = ["Houd het simpel en kort", "wonen in de tuin", "iets anders"]
    let tags = ["houdhetsimpelenkort", "tuinwonen", "onverdeeld"].map { TagForm($0) }
    let all = Vocabulary(of: texts)
    let some = Vocabulary(of: texts, for: tags)
    for tag in tags { #expect(all.division(of: tag.letters) == some.division(of: tag.letters)) }
    #expect(all.division(of: Array("anders".unicodeScalars)) == ["anders"])
  }
}

extension Vocabulary {
  init(of texts: [String], for tags: [TagForm]? = nil) {
    var folding = WordFolding()
    self.init(of: texts, for: tags, folding: &folding)
  }
}
