/// Looks for traces of the client in the bytes of a finished page: text, attributes, ids, head and all.
///
/// Passed over are style sheet and pictures, which are the agency's and the same for every client, and the paths of
/// drawings, which the check holds to numbers.
struct LeakCheck {
  let traces: ClientTraces
  /// Names of the months in the language of the page, long and short.
  let monthNames: [String]

  enum Leak: Hashable {
    case word, date
  }

  /// - Parameter constants: Parts of the page that every client's has.
  /// - Returns: In the order of the page; the same text once.
  func leaks(in page: [UInt8], apartFrom constants: [[UInt8]]) -> [(leak: Leak, place: Range<Int>)]
  {
    let months = Set(monthNames.flatMap { Self.words(of: $0) })
    var found: [(leak: Leak, place: Range<Int>)] = []
    var told: Set<[UInt8]> = []
    var previous: (word: [UInt8], place: Range<Int>)?
    FoldedWords.each(in: Self.masked(page, constants)) { word, place in
      if let leak = leak(in: word), told.insert(word).inserted { found.append((leak, place)) }
      // "3 augustus", "August 3"
      if let previous,
        months.contains(word) && Self.isDayOfMonth(previous.word)
          || months.contains(previous.word) && Self.isDayOfMonth(word)
      {
        found.append((.date, previous.place.lowerBound..<place.upperBound))
      }
      previous = (word, place)
    }
    return found
  }

  private func leak(in word: [UInt8]) -> Leak? {
    if let number = Self.number(word), word.count == 4, traces.years.contains(number) {
      return .date
    }
    if traces.words.contains(word) { return .word }
    return FoldedWords.pieces(of: word).contains(where: traces.pieces.contains) ? .word : nil
  }

  private static func words(of text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    FoldedWords.each(in: text) { words.append($0) }
    return words
  }

  private static func isDayOfMonth(_ word: [UInt8]) -> Bool {
    number(word).map { (1...31).contains($0) } ?? false
  }

  private static func number(_ word: [UInt8]) -> Int? {
    word.count <= 4 && word.allSatisfy { $0 &- 0x30 < 10 }
      ? word.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }

  /// The page with blanks in place of its constant parts, of what stands in Base64, and of paths.
  private static func masked(_ page: [UInt8], _ constants: [[UInt8]]) -> [UInt8] {
    var page = page
    for constant in constants {
      while let range = page.firstRange(of: constant), !range.isEmpty { blank(range, in: &page) }
    }
    for begin in [";base64,", " d=\""] {
      var start = page.startIndex
      while let match = page[start...].firstRange(of: Array(begin.utf8)) {
        let end = page[match.upperBound...].firstIndex(of: UInt8(ascii: "\"")) ?? page.endIndex
        blank(match.upperBound..<end, in: &page)
        start = end
      }
    }
    return page
  }

  private static func blank(_ range: Range<Int>, in page: inout [UInt8]) {
    for index in range { page[index] = UInt8(ascii: " ") }
  }
}
