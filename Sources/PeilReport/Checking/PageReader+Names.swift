internal import HTMLDialect
internal import LibXML2

/// Other clients' names, and words that programs leave behind: one search over all text.
extension PageReader {
  mutating func resetNames() {
    let known = names.index
    names =
      facts.clients.map { $0.owner == nil ? ClientNames.residueOnly : $0.names } ?? .residueOnly
    if names.index !== known {
      // What holds none of the old names may hold one of these.
      goodValues.removeAll()
      goodLongValues.removeAll()
      goodKeys.removeAll()
    }
    search.begin(names.index.view)
    hits.removeAll(keepingCapacity: true)
  }

  /// Letters in a row that a narrow screen must be able to show without a break.
  private static let longestWord = 45

  /// Walks over a run of text in which no word has begun before; its last word may go on in the next run,
  /// through inline tags.
  ///
  /// - Returns: What kinds of characters were met; `nil` and nothing done when `scanText` must look.
  @inline(__always)
  mutating func scanQuickly(from start: Int) -> UInt16? {
    guard search.text.wordStart == start, !search.isFollowing,
      let run = PlainRun(
        of: UnsafePointer(text.base), from: start, to: text.count, search.index.beginnings)
    else { return nil }
    (search.text.wordStart, search.text.isDismissed) = (run.wordStart, run.isDismissed)
    return run.kinds
  }

  /// Walks over a run of text word by word.
  ///
  /// - Parameter run: The same text in the parser's memory.
  /// - Returns: What kinds of characters were met.
  @inline(never)
  mutating func scanText(_ run: Bytes, from start: Int) -> UInt16 {
    (search.run, search.runStart) = (run, start)
    search.text.begin(at: start)
    while let word = search.text.next(
      in: text.base, to: text.count, letters, search.index.beginnings,
      isFollowing: search.isFollowing, longest: Self.longestWord)
    {
      endUnusualWord(word)
    }
    search.run = Bytes(start: nil, count: 0)
    return search.text.kinds
  }

  /// A tag that parts texts: what stands before is never one name with what stands after.
  @inline(__always)
  mutating func endPart(_ parting: DialectTable.Parting) {
    let end = text.count
    if search.text.wordStart < end {
      endWord(search.text.wordStart..<end)
      search.text.wordStart = end
    }
    if parting == .text, search.isPending { endText() }
  }

  private mutating func endText() {
    search.forget()
    if !hits.isEmpty { settleHits() }
  }

  /// Adds one character that ends a word.
  @inline(__always)
  mutating func appendBoundary(_ character: UInt8) {
    endPart(.word)
    text.append(character)
    search.text.wordStart = text.count
  }

  /// A word that a tag has ended.
  @inline(__always)
  private mutating func endWord(_ word: Range<Int>) {
    if search.text.isDismissed { return }
    if search.text.isPlain, !search.isFollowing, word.count <= Self.longestWord {
      guard search.index.beginnings.mayHold(text.base + word.lowerBound, word.count) else { return }
    }
    search.text.isPlain = true
    endUnusualWord(word)
  }

  private mutating func endUnusualWord(_ word: Range<Int>) {
    if word.upperBound - max(word.lowerBound, search.lastBreak) > Self.longestWord,
      !top.pointee.flags.contains(.isQuote), keys.ledger != nil
    {
      reportText(
        .budgetWord, "a word of \(word.count) bytes without a break", needle: shown(text[word]))
    }
    search.follow(text[word], at: word.lowerBound)
    for hit in search.found.all { noteHit(hit.pattern, hit.start..<word.upperBound) }
  }

  /// The same for a text that may be long, of which less is asked: not whether it is an identifier or a key.
  mutating func scanText(inValue value: Bytes, isLabel: Bool = false) -> UInt16 {
    valueText.removeAll()
    valueText.append(value)
    valueText.closeWithZeros()
    // The zero behind the value ends its last word.
    let run = PlainRun(
      of: UnsafePointer(valueText.base), from: 0, to: value.count + 1, search.index.beginnings)
    return run?.kinds ?? scanNames(inValue: value, isLabel: isLabel)
  }

  /// A value is a text of its own.
  ///
  /// - Parameter isLabel: People meet it, so nothing of a template may be left in it.
  /// - Returns: What kinds of characters were met.
  mutating func scanNames(inValue value: Bytes, isLabel: Bool = false) -> UInt16 {
    valueText.removeAll()
    valueText.append(value)
    valueText.closeWithZeros()
    var scan = WordScan()
    var hasName = false
    // The zero behind the value ends its last word.
    while let word = scan.next(
      in: valueText.base, to: value.count + 1, letters, search.index.beginnings,
      isFollowing: search.isFollowingValue, longest: Int.max)
    {
      search.follow(valueText[word], inValueAt: word.lowerBound)
      for hit in search.found.all {
        hasName = true
        noteHit(hit.pattern, in: value, hit.start..<word.upperBound, isLabel)
      }
    }
    if search.isFollowingValue { search.forgetValue() }
    return hasName ? scan.kinds | TextKinds.name : scan.kinds
  }

  // MARK: - Hits

  private mutating func noteHit(_ index: Int, _ range: Range<Int>) {
    let isQuote = top.pointee.flags.contains(.isQuote)
    let pattern = names.patterns[index]
    let word = text[range]
    if pattern.isResidue {
      if !isQuote, isResidue(word, pattern, before: text.base[range.upperBound]) {
        reportText(
          .residueTemplate, "the word `\(string(word))` in the text", needle: shown(word))
      }
      return
    }
    if pattern.needsSign, range.lowerBound == 0 || !isSign(text.base[range.lowerBound - 1]) {
      return
    }
    hits.append(
      NameHit(
        pattern: index, start: range.lowerBound, end: range.upperBound, isQuote: isQuote,
        place: textRange(of: shown(word))))
    search.isPending = true
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
  private func isResidue(_ word: Bytes, _ pattern: NamePattern, before next: UInt8) -> Bool {
    if pattern.text == "Lorem ipsum" { return true }
    // A word that is residue only with a sign behind it.
    let isCall = pattern.text.utf8.last == UInt8(ascii: "(")
    let letters = isCall ? pattern.text.utf8.dropLast() : pattern.text.utf8[...]
    return word.elementsEqual(letters) && (!isCall || next == UInt8(ascii: "("))
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
      let next = range.upperBound < value.count ? value[range.upperBound] : 0
      if isLabel, isResidue(word, pattern, before: next) {
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
      guard let clients = facts.clients, !own.owners.isDisjoint(with: clients.welcome) else {
        return false
      }
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
      let isCovered = hits.contains { other in
        other.start <= hit.start && other.end >= hit.end && !isForeign(other)
      }
      if isCovered { continue }
      guard findings.takes(.tenantOther) else { continue }
      findings.add(
        .tenantOther, hit.place,
        tenantMessage(hit, hit.isQuote ? "in a quoted text" : "in the text"),
        path: path(downTo: depth))
    }
    hits.removeAll(keepingCapacity: true)
  }

  private func isForeign(_ hit: NameHit) -> Bool {
    guard let clients = facts.clients, clients.owner != nil else { return false }
    return names.patterns[hit.pattern].owners.isDisjoint(with: clients.welcome)
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

  /// A pattern that ended with a word.
  struct Found {
    var pattern: Int
    var start: Int
  }

  var index = ClientNames.residueOnly.index.view
  var text = WordScan()
  /// After the last place at which a browser may break a long word.
  var lastBreak = 0
  /// The run of text at hand in the parser's memory, and where it begins in the text of the page.
  var run = Bytes(start: nil, count: 0)
  var runStart = 0
  /// Names have begun in the text, or were found: its end must be told.
  var isPending = false
  /// Names have begun.
  private(set) var isFollowing = false
  private(set) var isFollowingValue = false
  /// Patterns that ended with the last word.
  private(set) var found = PageList<Found>()
  private var partial = PageList<Partial>()
  private var valuePartial = PageList<Partial>()
  private var folded = ByteArena(capacity: 256)

  func deallocate() {
    found.deallocate()
    partial.deallocate()
    valuePartial.deallocate()
    folded.deallocate()
  }

  mutating func begin(_ index: NameIndex.View) {
    self.index = index
    (text, lastBreak, runStart) = (WordScan(), 0, 0)
    run = Bytes(start: nil, count: 0)
    forget()
    forgetValue()
  }

  /// The text has ended; names that have begun in it have not.
  mutating func forget() {
    (isPending, isFollowing) = (false, false)
    partial.removeAll()
  }

  mutating func forgetValue() {
    isFollowingValue = false
    valuePartial.removeAll()
  }

  mutating func follow(_ word: Bytes, at start: Int) {
    found.removeAll()
    guard isFollowing || index.beginnings.mayBegin(word) else { return }
    var list = partial
    follow(word, start, &list)
    partial = list
    isFollowing = list.count > 0
    if isFollowing { isPending = true }
  }

  mutating func follow(_ word: Bytes, inValueAt start: Int) {
    found.removeAll()
    guard isFollowingValue || index.beginnings.mayBegin(word) else { return }
    var list = valuePartial
    follow(word, start, &list)
    valuePartial = list
    isFollowingValue = list.count > 0
  }

  private mutating func follow(_ word: Bytes, _ start: Int, _ partial: inout PageList<Partial>) {
    folded.removeAll()
    var offset = 0
    while let byte = LetterFolding.next(word, &offset) { folded.append(byte) }
    guard folded.count > 0 else { return }
    partial.append(Partial(node: 0, start: start))
    var kept = 0
    for place in 0..<partial.count {
      let (last, start) = (partial[place].node, partial[place].start)
      guard let node = index.node(after: last, folded[0..<folded.count]) else { continue }
      if let pattern = index.pattern(at: node) {
        found.append(Found(pattern: pattern, start: start))
      }
      if index.goesOn(from: node) {
        partial[kept] = Partial(node: node, start: start)
        kept += 1
      }
    }
    partial.keep(kept)
  }
}

extension ClientNames {
  /// For pages that may name every client, and pages of which nothing is known.
  static let residueOnly = ClientNames([])
}
