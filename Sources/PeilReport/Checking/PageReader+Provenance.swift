internal import HTMLDialect

/// Every number, quoted text and time answers for itself.
extension PageReader {
  mutating func beginProvenance(_ element: UInt8) {
    let kind: Provenance.Kind
    if value(.dataText) != nil {
      kind = .quote
      top.pointee.flags.insert(.isQuote)
      checkQuoteLanguage()
    } else if value(.dataTick) != nil {
      kind = .tick
    } else if value(.dataMetric) != nil {
      kind = .metric
    } else if element == DialectElement.time.rawValue {
      kind = .time
    } else {
      return
    }
    let start = provenanceKeys.count
    switch kind {
    case .metric: if let keys = value(.dataMetric) { provenanceKeys.append(keys) }
    case .tick: if let chart = value(.dataTick) { provenanceKeys.append(chart) }
    case .time: if let moment = value(.datetime) { provenanceKeys.append(moment) }
    case .quote: break
    }
    top.pointee.flags.insert(.hasProvenance)
    provenance.append(
      Provenance(
        kind: kind, textStart: text.count, keys: start..<provenanceKeys.count,
        holeCount: holes.count))
    if kind == .metric, let keys = value(.dataMetric) { noteTableKeys(keys) }
  }

  /// A text in another language says so, or lets the browser find its direction.
  private mutating func checkQuoteLanguage() {
    if value(.lang) == nil, value(.dir) == nil {
      reportTag(.quoteLanguage, "quoted text without `lang` or `dir=\"auto\"`")
    }
  }

  mutating func endProvenance() {
    guard top.pointee.flags.contains(.hasProvenance), let last = provenance.popLast() else {
      return
    }
    let shown = visibleText(of: last)
    let keys = provenanceKeys[last.keys]
    switch last.kind {
    case .metric: checkNumbers(shown, keys)
    case .quote: checkQuote(shown)
    case .time: checkTime(shown, keys)
    case .tick: checkTick(shown, chart: keys)
    }
    if last.kind == .metric || last.kind == .quote {
      verifiedTexts.insert(normalHash(shown))
    }
    holes.removeSubrange(last.holeCount...)
    if !provenance.isEmpty { holes.append(last.textStart..<text.count) }
  }

  /// The text without the parts that answer for themselves; a part leaves a byte that is in no number.
  private mutating func visibleText(of provenance: Provenance) -> Bytes {
    guard holes.count > provenance.holeCount else { return text[provenance.textStart..<text.count] }
    scratch.removeAll()
    var start = provenance.textStart
    for hole in holes[provenance.holeCount...] {
      scratch.append(text[start..<hole.lowerBound])
      scratch.append(0x01)
      start = hole.upperBound
    }
    scratch.append(text[start..<text.count])
    return scratch[0..<scratch.count]
  }

  // MARK: - Numbers

  private mutating func checkNumbers(_ shown: Bytes, _ keys: Bytes) {
    guard let figures = facts.figures else { return }
    let matching = NumberMatching(figures: figures, text: shown)
    switch matching.firstProblem(keys: keys, shown: &shownKeys) {
    case nil: break
    case .unknownKey(let key):
      reportElement(.numberUnknownKey, "key `\(key)` is not in the ledger")
    case .wrong(let key, let found, let expected):
      let number = found.map { Bytes(rebasing: shown[$0]) }
      let what = number.map { "`\(string($0))`" } ?? "no number"
      let forms = expected.map { "`\($0)`" }.joined(separator: ", ")
      reportText(.numberWrong, "\(what) for key `\(key)`; expected \(forms)", needle: number)
    case .surplus(let range):
      let number = Bytes(rebasing: shown[range])
      reportText(
        .numberUntraceable, "number `\(string(number))` after the numbers of all keys",
        needle: number)
    }
  }

  // MARK: - Quotes, times, ticks, labels

  private mutating func checkQuote(_ shown: Bytes) {
    guard let quotes = facts.quotes else { return }
    let isKnown = withNormal(shown) { quotes.table.contains($0) }
    if !isKnown {
      reportElement(.quoteUnknown, "quoted text `\(excerpt(shown))` is not in the ledger")
    }
  }

  private mutating func checkTime(_ shown: Bytes, _ moment: Bytes) {
    guard let times = facts.times, let time = DateTimeSyntax(moment) else { return }
    let allowed = [
      time.year, time.month, time.day, time.week, time.hour, time.minute,
      time.year.map { $0 % 100 },
    ].compactMap { $0 }
    var index = 0
    while index < shown.count {
      guard shown[index] &- 0x30 < 10 else {
        index += 1
        continue
      }
      let start = index
      while index < shown.count, shown[index] &- 0x30 < 10 { index += 1 }
      let digits = shown[start..<index]
      if digits.count > 4 || !allowed.contains(ValueSyntax.integer(digits)) {
        reportElement(
          .timeText,
          "`\(string(Bytes(rebasing: digits)))` is not in `datetime=\"\(string(moment))\"`")
        break
      }
    }
    checkMonth(shown, moment, time, times)
    if let days = times.days, time.year != nil, time.week == nil {
      let day = string(moment).prefix(10)
      let isInside =
        days.lowerBound.prefix(day.count) <= day && day <= days.upperBound.prefix(day.count)
      if !isInside {
        reportElement(
          .timePeriod, "`\(day)` is not within \(days.lowerBound) to \(days.upperBound)")
      }
    }
  }

  private mutating func checkMonth(
    _ shown: Bytes, _ moment: Bytes, _ time: DateTimeSyntax, _ times: PageFacts.Times
  ) {
    guard let month = time.month, month <= times.months.count else { return }
    let words = string(shown).lowercased().split { !$0.isLetter }
    for word in words {
      let named = times.months.indices.filter { index in
        times.months[index].contains { $0.lowercased() == word }
      }
      if !named.isEmpty, !named.contains(month - 1) {
        reportElement(.timeText, "`\(word)` is not the month of `datetime=\"\(string(moment))\"`")
      }
    }
  }

  private mutating func checkTick(_ shown: Bytes, chart: Bytes) {
    guard let charts = facts.charts else { return }
    guard charts.ids.contains(chart) else {
      reportElement(.chartTick, "tick of chart `\(string(chart))`, which is not in the ledger")
      return
    }
    lookup.removeAll()
    lookup.append(chart)
    lookup.append(PageFacts.Charts.separator)
    lookup.append(shown)
    if !charts.ticks.contains(lookup[0..<lookup.count]) {
      reportElement(.chartTick, "`\(excerpt(shown))` is no tick of chart `\(string(chart))`")
    }
  }

  /// A label that is read out or printed by the style sheet shows numbers too.
  mutating func checkLabel(_ value: Bytes, _ attribute: UInt8) {
    guard facts.figures != nil, value.contains(where: { $0 &- 0x30 < 10 }) else { return }
    if let quotes = facts.quotes, withNormal(value, { quotes.table.contains($0) }) { return }
    labels.append(
      Label(
        hash: normalHash(value), attribute: attribute, tagEnd: Int(top.pointee.tagEnd),
        text: excerpt(value)))
  }

  // MARK: - White space

  /// Hands over a text with its runs of white space as one space and none at its ends.
  func withNormal<Result>(_ bytes: Bytes, _ body: (Bytes) -> Result) -> Result {
    guard needsNormalizing(bytes) else { return body(bytes) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { memory in
      var count = 0
      for byte in bytes {
        if byte == 0x20 || byte == 0x0A {
          if count > 0, memory[count - 1] != 0x20 {
            memory[count] = 0x20
            count += 1
          }
        } else {
          memory[count] = byte
          count += 1
        }
      }
      if count > 0, memory[count - 1] == 0x20 { count -= 1 }
      return body(Bytes(rebasing: UnsafeBufferPointer(memory)[0..<count]))
    }
  }

  private func needsNormalizing(_ bytes: Bytes) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      if byte == 0x0A || byte == 0x20 && previous == 0x20 { return true }
      previous = byte
    }
    return previous == 0x20 && !bytes.isEmpty
  }

  func normalHash(_ bytes: Bytes) -> UInt64 { withNormal(bytes, hashOfBytes) }
}

/// An open element whose text says where it comes from.
struct Provenance {
  enum Kind { case metric, quote, time, tick }
  var kind: Kind
  var textStart: Int
  /// Keys, chart or moment, in the bytes kept for them.
  var keys: Range<Int>
  var holeCount: Int
}

/// An attribute with digits that a reader meets; it must repeat a text that was checked.
struct Label {
  var hash: UInt64
  var attribute: UInt8
  var tagEnd: Int
  var text: String
}
