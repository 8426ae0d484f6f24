internal import HTMLDialect
internal import LibXML2

/// Other clients' names, and words that programs leave behind: one automaton over all text.
extension PageReader {
  mutating func resetNames() {
    names =
      facts.clients.map { $0.owner == nil ? ClientNames.residueOnly : $0.names } ?? .residueOnly
    nameStates.removeAll(keepingCapacity: true)
    for automaton in names.automata { nameStates.append(Int(automaton.next[0])) }
    nameTables = names.automata.map(NameAutomaton.Tables.init)
    hits.removeAll(keepingCapacity: true)
  }

  /// Walks over one run of text; a name may go on in the next run, through inline tags.
  ///
  /// - Returns: What kinds of characters were met.
  @inline(__always)
  mutating func scanNames(inText bytes: Bytes) -> UInt8 {
    var kinds: UInt8 = 0
    let base = text.count
    for index in nameStates.indices {
      nameStates[index] = walk(nameTables[index], index, bytes, nameStates[index], base, &kinds)
    }
    return kinds
  }

  @inline(__always)
  private mutating func walk(
    _ tables: NameAutomaton.Tables, _ number: Int, _ bytes: Bytes, _ start: Int, _ base: Int,
    _ kinds: inout UInt8
  ) -> Int {
    guard let letters = bytes.baseAddress else { return start }
    let (next, width, classes) = (tables.next, tables.width, tables.rawClasses)
    let count = bytes.count
    var state = start
    var found: UInt8 = 0
    var index = 0
    var wordStart = 0
    while index < count {
      let byte = letters[index]
      found |= textKinds.table[Int(byte)]
      var letterClass = classes[Int(byte)]
      let at = index
      // 0 is the boundary and 255 beyond ASCII; all others are letters.
      if letterClass &+ 1 > 1 {
        index &+= 1
        state = Int(next[state &* width &+ Int(letterClass)])
        continue
      }
      if letterClass == 0 {
        index &+= 1
      } else {
        guard let folded = LetterFolding.nextBeyondASCII(bytes, &index) else { continue }
        letterClass = tables.classes[Int(folded)]
      }
      let following = Int(next[state &* width &+ Int(letterClass)])
      if letterClass == 0 {
        if byte == 0x0A, number == 0 { textNewlines += 1 }
        if at - wordStart > Self.longestWord { reportLongWord(bytes, wordStart..<at) }
        wordStart = index
        if following != state, tables.hasOutput[following] {
          noteHits(names.automata[number], number, following, end: base + at, text: bytes, at: at)
        }
      }
      state = following
    }
    if index - wordStart > Self.longestWord { reportLongWord(bytes, wordStart..<count) }
    kinds |= found
    return state
  }

  /// Letters in a row that a narrow screen must be able to show without a break.
  private static let longestWord = 45

  private mutating func reportLongWord(_ bytes: Bytes, _ range: Range<Int>) {
    guard !top.pointee.flags.contains(.isQuote), facts.figures != nil else { return }
    let word = Bytes(rebasing: bytes[range])
    reportText(.budgetWord, "a word of \(word.count) bytes without a break", needle: word)
  }

  /// Ends a word, as a space would.
  @inline(__always)
  mutating func feedBoundary(_ index: Int) {
    let tables = nameTables[index]
    let state = nameStates[index]
    let following = Int(tables.next[state &* tables.width])
    if following != state, tables.hasOutput[following] {
      noteHits(names.automata[index], index, following, end: text.count, text: nil, at: 0)
    }
    nameStates[index] = following
  }

  /// A tag that parts texts: what stands before is never one name with what stands after.
  @inline(__always)
  mutating func endPart(_ element: UInt8) {
    guard element != NameTable.unknown,
      dialect.parts.rawValue & (UInt128(1) << UInt128(element)) != 0
    else { return }
    for index in nameStates.indices {
      feedBoundary(index)
      nameStates[index] = Int(nameTables[index].next[0])
    }
    if !hits.isEmpty { settleHits() }
  }

  /// A value is a text of its own.
  mutating func scanNames(inValue value: Bytes) {
    for index in nameTables.indices {
      let tables = nameTables[index]
      var state = Int(tables.next[0])
      var offset = 0
      while let folded = LetterFolding.next(value, &offset) {
        let letterClass = tables.classes[Int(folded)]
        let following = Int(tables.next[state &* tables.width &+ Int(letterClass)])
        if letterClass == 0, following != state, tables.hasOutput[following] {
          noteValueHits(names.automata[index], index, following, value, end: offset - 1)
        }
        state = following
      }
      let following = Int(tables.next[state &* tables.width])
      if following != state, tables.hasOutput[following] {
        noteValueHits(names.automata[index], index, following, value, end: value.count)
      }
    }
  }

  // MARK: - Hits

  private mutating func noteHits(
    _ automaton: NameAutomaton, _ number: Int, _ state: Int, end: Int, text bytes: Bytes?, at: Int
  ) {
    let isQuote = top.pointee.flags.contains(.isQuote)
    for index in automaton.patterns(in: state) {
      let pattern = names.patterns[index]
      let length = LetterFolding.folded(pattern.text).count - 2
      let start = max(0, end - length)
      // The text at hand is not yet in the page's text.
      let word: String
      if let bytes, at >= length {
        word = string(Bytes(rebasing: bytes[(at - length)..<at]))
      } else if end <= text.count {
        word = string(text[start..<end])
      } else {
        word = pattern.text
      }
      if pattern.isResidue {
        if !isQuote, word == pattern.text || pattern.text == "Lorem ipsum" {
          reportText(
            .residueTemplate, "the word `\(word)` in the text",
            needle: bytes.flatMap { at >= length ? Bytes(rebasing: $0[(at - length)..<at]) : nil })
        }
        continue
      }
      if pattern.needsSign, !isHandle(letterBefore(start, bytes, at - length)) { continue }
      let found = bytes.map { Bytes(rebasing: $0[max(0, at - length)..<at]) }
      hits.append(
        NameHit(
          pattern: index, start: start, end: end, isQuote: isQuote, place: textRange(of: found)))
    }
  }

  private func letterBefore(_ start: Int, _ bytes: Bytes?, _ at: Int) -> UInt8? {
    if let bytes, at > 0 { return bytes[at - 1] }
    return start > 0 && start <= text.count ? text[(start - 1)..<start][0] : nil
  }

  private func isHandle(_ letter: UInt8?) -> Bool {
    letter == UInt8(ascii: "@") || letter == UInt8(ascii: "/")
  }

  private mutating func noteValueHits(
    _ automaton: NameAutomaton, _ number: Int, _ state: Int, _ value: Bytes, end: Int
  ) {
    var found: [NameHit] = []
    for index in automaton.patterns(in: state) {
      let pattern = names.patterns[index]
      if pattern.isResidue { continue }
      let length = LetterFolding.folded(pattern.text).count - 2
      let start = max(0, end - length)
      if pattern.needsSign, start == 0 || !isHandle(value[start - 1]) { continue }
      found.append(NameHit(pattern: index, start: start, end: end, isQuote: false, place: 0..<0))
    }
    // The own client's longer name may end later in the value: look at the whole of it.
    let whole = LetterFolding.folded(string(value))
    for hit in found where isForeign(hit) {
      let own = names.patterns.contains { pattern in
        guard let owner = facts.clients?.owner, pattern.owners.contains(owner) else { return false }
        let folded = LetterFolding.folded(pattern.text)
        return contains(folded, LetterFolding.folded(names.patterns[hit.pattern].text))
          && contains(whole, folded)
      }
      if own { continue }
      reportTag(.tenantOther, tenantMessage(hit, "in an attribute"))
    }
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

extension ClientNames {
  /// For pages that may name every client, and pages of which nothing is known.
  static let residueOnly = ClientNames([])
}
