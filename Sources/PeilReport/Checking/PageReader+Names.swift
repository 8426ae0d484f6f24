internal import HTMLDialect
internal import LibXML2

/// Other clients' names, and words that programs leave behind: one search over all text.
extension PageReader {
  mutating func resetNames() {
    names =
      facts.clients.map { $0.owner == nil ? ClientNames.residueOnly : $0.names } ?? .residueOnly
    search.begin(names.index.view)
    hits.removeAll(keepingCapacity: true)
  }

  /// Walks over the text that was added since the last walk; a word may go on in the next run of text,
  /// through inline tags.
  ///
  /// - Returns: What kinds of characters were met.
  @inline(__always)
  mutating func scanText() -> UInt16 {
    let (letters, end) = (self.letters, text.count)
    let base = text.base
    var index = search.scanned
    var start = search.wordStart
    var found: UInt16 = 0
    while true {
      while index < end {
        let letter = letters[Int(base[index])]
        found |= letter
        if letter & TextKinds.stop != 0 { break }
        index &+= 1
      }
      guard index < end else { break }
      let at = index
      if base[index] < 0x80 {
        if base[index] == 0x0A { textNewlines &+= 1 }
        index &+= 1
      } else if let folded = LetterFolding.nextBeyondASCII(text[0..<end], &index) {
        guard folded == LetterFolding.boundary else {
          search.isPlain = false
          continue
        }
      } else {
        search.isPlain = false
        continue
      }
      if at > start { endWord(start, at) }
      start = index
    }
    search.scanned = end
    search.wordStart = start
    return found
  }

  /// A tag that parts texts: what stands before is never one name with what stands after.
  @inline(__always)
  mutating func endPart(_ parting: DialectTable.Parting) {
    let end = text.count
    if search.wordStart < end { endWord(search.wordStart, end) }
    (search.wordStart, search.scanned) = (end, end)
    guard parting == .text else { return }
    if !search.partial.isEmpty { search.partial.removeAll(keepingCapacity: true) }
    if !hits.isEmpty { settleHits() }
  }

  /// Adds one character that ends a word.
  @inline(__always)
  mutating func appendBoundary(_ character: UInt8) {
    endPart(.word)
    text.append(character)
    (search.scanned, search.wordStart) = (text.count, text.count)
  }

  /// Letters in a row that a narrow screen must be able to show without a break.
  private static let longestWord = 45

  @inline(__always)
  private mutating func endWord(_ start: Int, _ end: Int) {
    let count = end &- start
    if search.isPlain, search.partial.isEmpty, count <= Self.longestWord {
      // There is memory behind the text, so eight bytes can always be read.
      let first = UnsafeRawPointer(text.base + start).loadUnaligned(as: UInt64.self)
      let letters = count < 8 ? first & (1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1) : first
      guard search.index.mayBegin(with: letters, count) else { return }
    }
    endUnusualWord(start, end)
  }

  private mutating func endUnusualWord(_ start: Int, _ end: Int) {
    search.isPlain = true
    if end - max(start, search.lastBreak) > Self.longestWord,
      !top.pointee.flags.contains(.isQuote), keys.ledger != nil
    {
      let word = text[start..<end]
      reportText(.budgetWord, "a word of \(word.count) bytes without a break", needle: shown(word))
    }
    search.follow(text[start..<end], at: start)
    for hit in search.found { noteHit(hit.pattern, hit.start, end) }
  }

  /// A value is a text of its own.
  ///
  /// - Parameter isLabel: People meet it, so nothing of a template may be left in it.
  /// - Returns: What kinds of characters were met.
  mutating func scanNames(inValue value: Bytes, isLabel: Bool = false) -> UInt16 {
    guard let base = value.baseAddress else { return 0 }
    let (letters, end) = (self.letters, value.count)
    var index = 0
    var start = 0
    var isPlain = true
    var found: UInt16 = 0
    while true {
      while index < end {
        let letter = letters[Int(base[index])]
        found |= letter
        if letter & TextKinds.stop != 0 { break }
        index &+= 1
      }
      let at = index
      if index < end {
        if base[index] < 0x80 {
          index &+= 1
        } else if let folded = LetterFolding.nextBeyondASCII(value, &index) {
          guard folded == LetterFolding.boundary else {
            isPlain = false
            continue
          }
        } else {
          isPlain = false
          continue
        }
      }
      if at > start {
        let count = at &- start
        let mayBegin: Bool
        if isPlain, search.valuePartial.isEmpty {
          let first =
            count < 8
            ? wordOfBytes(base + start, count)
            : UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
          mayBegin = search.index.mayBegin(with: first, count)
        } else {
          mayBegin = true
        }
        if mayBegin { endWord(of: value, start, at, isLabel) }
      }
      isPlain = true
      guard at < end else { break }
      start = index
    }
    if !search.valuePartial.isEmpty { search.valuePartial.removeAll(keepingCapacity: true) }
    return found
  }

  private mutating func endWord(of value: Bytes, _ start: Int, _ end: Int, _ isLabel: Bool) {
    search.follow(Bytes(rebasing: value[start..<end]), inValueAt: start)
    for hit in search.found { noteHit(hit.pattern, in: value, hit.start..<end, isLabel) }
  }

  // MARK: - Hits

  private mutating func noteHit(_ index: Int, _ start: Int, _ end: Int) {
    let isQuote = top.pointee.flags.contains(.isQuote)
    let pattern = names.patterns[index]
    let word = text[start..<end]
    if pattern.isResidue {
      if !isQuote, isResidue(word, pattern) {
        reportText(
          .residueTemplate, "the word `\(string(word))` in the text", needle: shown(word))
      }
      return
    }
    if pattern.needsSign, start == 0 || !isSign(text.base[start - 1]) { return }
    hits.append(
      NameHit(
        pattern: index, start: start, end: end, isQuote: isQuote,
        place: textRange(of: shown(word))))
  }

  /// Where a piece of the text lies in the parser's memory, when it is of the run at hand: then its
  /// place in the page is known.
  private func shown(_ word: Bytes) -> Bytes {
    guard let start = word.baseAddress else { return word }
    let offset = start - UnsafePointer(text.base) - search.runStart
    guard offset >= 0, offset + word.count <= search.run.count else { return word }
    return Bytes(rebasing: search.run[offset..<(offset + word.count)])
  }

  /// Residue counts in the capitals in which programs write it.
  private func isResidue(_ word: Bytes, _ pattern: NamePattern) -> Bool {
    word.elementsEqual(pattern.text.utf8) || pattern.text == "Lorem ipsum"
  }

  private func isSign(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "@") || letter == UInt8(ascii: "/")
  }

  private mutating func noteHit(
    _ index: Int, in value: Bytes, _ range: Range<Int>, _ isLabel: Bool
  ) {
    let pattern = names.patterns[index]
    let word = Bytes(rebasing: value[range])
    if pattern.isResidue {
      if isLabel, isResidue(word, pattern) {
        reportTag(.residueTemplate, "the word `\(string(word))` in an attribute")
      }
      return
    }
    if pattern.needsSign, range.lowerBound == 0 || !isSign(value[range.lowerBound - 1]) { return }
    let hit = NameHit(
      pattern: index, start: range.lowerBound, end: range.upperBound, isQuote: false, place: 0..<0)
    guard isForeign(hit) else { return }
    // The own client's longer name may end later in the value: look at the whole of it.
    let whole = LetterFolding.folded(string(value))
    let isPartOfOwn = names.patterns.contains { own in
      guard let owner = facts.clients?.owner, own.owners.contains(owner) else { return false }
      let folded = LetterFolding.folded(own.text)
      return contains(folded, LetterFolding.folded(pattern.text)) && contains(whole, folded)
    }
    if !isPartOfOwn { reportTag(.tenantOther, tenantMessage(hit, "in an attribute")) }
  }

  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start..<(start + part.count)].elementsEqual(part)
    }
  }

  private mutating func settleHits() {
    for hit in hits where isForeign(hit) {
      let pattern = names.patterns[hit.pattern]
      let isCovered = hits.contains { other in
        other.start <= hit.start && other.end >= hit.end && !isForeign(other)
      }
      if isCovered { continue }
      if hit.isQuote, facts.clients?.allowedMentions.contains(pattern.text) == true { continue }
      guard findings.takes(.tenantOther) else { continue }
      findings.add(
        .tenantOther, hit.place,
        tenantMessage(hit, hit.isQuote ? "in a quoted text" : "in the text"),
        path: path(downTo: depth))
    }
    hits.removeAll(keepingCapacity: true)
  }

  private func isForeign(_ hit: NameHit) -> Bool {
    guard let owner = facts.clients?.owner else { return false }
    return !names.patterns[hit.pattern].owners.contains(owner)
  }

  private func tenantMessage(_ hit: NameHit, _ place: String) -> String {
    let pattern = names.patterns[hit.pattern]
    return
      "`\(pattern.text)` of client `\(pattern.owners.sorted().joined(separator: "`, `"))` \(place)"
  }
}

/// A name that was met, kept until the text around it has ended: it may be part of a longer one.
struct NameHit {
  var pattern: Int
  /// In the text of the page.
  var start: Int
  var end: Int
  var isQuote: Bool
  /// In the bytes of the page.
  var place: Range<Int>
}

/// How far the search for names is in the text of a page.
struct NameSearch {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// A pattern whose first words were met.
  struct Partial {
    var node: Int32
    var start: Int
  }

  var index = ClientNames.residueOnly.index.view
  /// Up to where the text was walked over, and where the word began that has not ended.
  var scanned = 0
  var wordStart = 0
  /// After the last place at which a browser may break a long word.
  var lastBreak = 0
  /// The word at hand is of ASCII letters and digits alone.
  var isPlain = true
  /// The run of text at hand in the parser's memory, and where it begins in the text of the page.
  var run = Bytes(start: nil, count: 0)
  var runStart = 0
  var partial: [Partial] = []
  var valuePartial: [Partial] = []
  /// Patterns that ended with the last word.
  var found: [(pattern: Int, start: Int)] = []
  private var folded = ByteArena(capacity: 256)

  func deallocate() { folded.deallocate() }

  mutating func begin(_ index: NameIndex.View) {
    self.index = index
    (scanned, wordStart, lastBreak, isPlain, runStart) = (0, 0, 0, true, 0)
    run = Bytes(start: nil, count: 0)
    partial.removeAll(keepingCapacity: true)
    valuePartial.removeAll(keepingCapacity: true)
  }

  mutating func follow(_ word: Bytes, at start: Int) {
    var list: [Partial] = []
    swap(&list, &partial)
    follow(word, start, &list)
    swap(&list, &partial)
  }

  mutating func follow(_ word: Bytes, inValueAt start: Int) {
    var list: [Partial] = []
    swap(&list, &valuePartial)
    follow(word, start, &list)
    swap(&list, &valuePartial)
  }

  private mutating func follow(_ word: Bytes, _ start: Int, _ partial: inout [Partial]) {
    found.removeAll(keepingCapacity: true)
    folded.removeAll()
    var offset = 0
    while let byte = LetterFolding.next(word, &offset) { folded.append(byte) }
    guard folded.count > 0 else { return }
    partial.append(Partial(node: 0, start: start))
    var kept = 0
    for index in partial.indices {
      guard let node = self.index.node(after: partial[index].node, folded[0..<folded.count]) else {
        continue
      }
      if let pattern = self.index.pattern(at: node) {
        found.append((pattern: pattern, start: partial[index].start))
      }
      if self.index.goesOn(from: node) {
        partial[kept] = Partial(node: node, start: partial[index].start)
        kept += 1
      }
    }
    partial.removeSubrange(kept...)
  }
}

extension ClientNames {
  /// For pages that may name every client, and pages of which nothing is known.
  static let residueOnly = ClientNames([])
}
