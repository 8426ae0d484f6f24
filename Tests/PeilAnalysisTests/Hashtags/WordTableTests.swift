import Testing

@testable import PeilAnalysis

@Suite struct WordTableTests {
  @Test func `finds every word that was put in by its number, and no other`() {
    var table = WordTable()
    let words = (0..<2000).map { "woord\($0)" } + ["café", "", "a", "één"]
    for (number, word) in words.enumerated() { #expect(table.insert(word) == number) }
    #expect(table.count == words.count)
    for (number, word) in words.enumerated() {
      #expect(table.number(of: word) == number)
      #expect(table[number] == word)
      #expect(table.insert(word) == number)
    }
    for other in ["woord2000", "woord", "cafe", "b", "wo"] {
      #expect(table.number(of: other) == nil)
    }
  }

  @Test func `tells words apart that begin alike and are equally long`() {
    var table = WordTable()
    table.insert("planten")
    table.insert("platten")
    #expect(table.number(of: "platten") == 1)
    #expect(table.number(of: "plaggen") == nil)
  }
}
