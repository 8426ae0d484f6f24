import Testing

@testable import PeilAnalysis

@Suite struct WordsTests {
  private func words(_ texts: String...) -> [String] {
    var words: [String] = []
    var folding = WordFolding()
    for text in texts {
      forEachWord(of: text, folding: &folding) {
        words.append(String(decoding: $0, as: UTF8.self))
      }
    }
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
    let words = words("één café", "Café! één", "een cafe")
    #expect(words == ["een", "cafe", "cafe", "een", "een", "cafe"])
  }

  /// Bytes are read sixty-four at a time: words of many lengths at many places, as Swift splits them.
  @Test func `words over the borders of blocks are whole`() {
    for length in 1...70 {
      for before in [0, 1, 30, 62, 63, 64, 65, 127] {
        let first = String(repeating: "-", count: before) + String(repeating: "w", count: length)
        let rest = " einde " + String(repeating: "v", count: length)
        func split(_ text: String) -> [String] {
          text.split { !$0.isLetter }.map(String.init).filter { $0.count > 1 }
        }
        #expect(words(first + rest) == split(first + rest))
        // What is glued to a hashtag is no word; what follows it is.
        #expect(words(first + rest + " #tag" + first + rest) == split(first + rest + rest))
      }
    }
  }

  @Test func `capitals, signs and blanks of every kind part words`() {
    #expect(words("TUIN\tGazon\nVijver\r\nmos") == ["tuin", "gazon", "vijver", "mos"])
    #expect(words("a/b c//d ab/cd") == ["ab", "cd"])
    #expect(words("mail@tuin.example x@y") == ["mail", "tuin", "example"])
  }
}
