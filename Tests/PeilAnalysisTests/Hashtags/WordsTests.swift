import Testing
import TextFolding

@testable import PeilAnalysis

@Suite struct WordsTests {
  private func words(_ texts: String...) -> [String] {
    var words: [String] = []
    var reader = WordReader()
    for text in texts {
      reader.add(text)
      reader.forEachWord { words.append(String(decoding: $0, as: UTF8.self)) }
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

  @Test func `a word of megabytes is one word`() {
    for count in [64, 128, 129, 4 << 20] {
      let long = String(repeating: "a", count: count)
      #expect(words("in \(long) de") == ["in", long, "de"])
      #expect(words(long) == [long])
    }
  }

  /// What counts as a word, said once more without bits and bytes.
  private func plainWords(_ text: String) -> [String] {
    text.split { $0.isWhitespace }.filter { !$0.contains("#") }
      .flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
      .map { NameKey(String($0), ignoringMarks: true).text }
      .filter { $0.unicodeScalars.count > 1 }
  }

  @Test func `letters of every kind and what stands between them part words alike`() {
    let signs = [
      "a", "B", "c", "7", "é", "Ÿ", "ß", "ø", "×", "÷", "½", "İ", "e\u{301}", "-\u{301}", "Σ", "字",
      "🌱",
      "👩‍💻", "1️⃣", "-", "'", "/", ".", " ", " ", "\t", "#",
    ]
    var state: UInt64 = 7
    for length in 0..<400 {
      let text = (0..<length % 150).map { _ in
        // Knuth's generator for 64 bits (MMIX): its upper bits are the good ones.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return signs[Int(state >> 33) % signs.count]
      }.joined()
      #expect(words(text).sorted() == plainWords(text).sorted(), "\(text)")
    }
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

  @Test func `texts that are read together are texts by themselves`() {
    var reader = WordReader()
    var words: [String] = []
    // Glued together they would be one hashtag, one address and one word.
    let texts = ["tuin #tag", "gazon", "vóór", "kijk https://", "vijver", "", "mos"]
    for text in texts { reader.add(text) }
    reader.forEachWord { words.append(String(decoding: $0, as: UTF8.self)) }
    #expect(words == ["voor", "tuin", "gazon", "kijk", "vijver", "mos"])
    reader.forEachWord { _ in Issue.record("they are gone") }
  }

  @Test func `is full before the texts of a large client are in memory together`() {
    var reader = WordReader()
    var count = 0
    while !reader.isFull, count < 1000 {
      reader.add(String(repeating: "a", count: 99))
      count += 1
    }
    #expect(count == 82)
    reader.forEachWord { _ in }
    let isFull = reader.isFull
    #expect(!isFull)
  }

  @Test func `capitals, signs and blanks of every kind part words`() {
    #expect(words("TUIN\tGazon\nVijver\r\nmos") == ["tuin", "gazon", "vijver", "mos"])
    #expect(words("a/b c//d ab/cd") == ["ab", "cd"])
    #expect(words("mail@tuin.example x@y") == ["mail", "tuin", "example"])
    #expect(words("één\u{1F}#tuin twee") == ["een", "twee"])
  }
}
