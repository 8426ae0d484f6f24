internal import Calendars
internal import HTMLDialect

/// Every number, quoted text and time answers for itself.
extension PageReader {
  @inline(__always)
  mutating func beginProvenance(_ element: UInt8) {
    let found = present & dialect.provenanceAttributes
    if found == DialectTable.bit(of: .dataMetric) {
      beginFigures(element)
    } else if found == DialectTable.bit(of: .datetime) {
      beginTime()
    } else {
      beginUnusual(element)
    }
  }

  @inline(__always)
  private mutating func beginFigures(_ element: UInt8) {
    // The number in a row's name, "month 3", is not what its chart draws.
    if element != DialectElement.th.rawValue { noteTableKeys(metricKeys) }
    if hasStrangeKey { reportUnknownKeys(metricKeys) }
    begin(.metric, metricKeys)
  }

  @inline(__always)
  private mutating func beginTime() {
    (times + provenanceCount).initialize(to: time)
    begin(.time, 0..<0)
  }

  /// What others wrote, a tick, or several of all these, of which the first one counts.
  @inline(never)
  private mutating func beginUnusual(_ element: UInt8) {
    if has(.dataText) {
      top.pointee.flags.insert(.isQuote)
      if !has(.lang), !has(.dir) {
        reportTag(.quoteLanguage, "quoted text without `lang` or `dir=\"auto\"`")
      }
      begin(.quote, 0..<0)
    } else if let chart = value(.dataTick) {
      drawing.tickPlace = (coordinate(.x), coordinate(.y))
      begin(.tick, keep(chart))
    } else if has(.dataMetric) {
      beginFigures(element)
    } else {
      beginTime()
    }
  }

  @inline(__always)
  private mutating func begin(_ kind: Provenance.Kind, _ keys: Range<Int>) {
    top.pointee.flags.insert(.hasProvenance)
    // No more than one for each open element.
    (provenance + provenanceCount).initialize(
      to: Provenance(kind: kind, textStart: text.count, keys: keys, holeCount: holes.count))
    provenanceCount &+= 1
  }

  /// Copies a value until the element ends.
  private mutating func keep(_ value: Bytes) -> Range<Int> {
    let start = provenanceBytes.count
    provenanceBytes.append(value)
    return start..<provenanceBytes.count
  }

  @inline(never)
  private mutating func reportUnknownKeys(_ keyRange: Range<Int>) {
    guard keys.ledger != nil else { return }
    for key in keyLists[keyRange] where !keys.isInLedger(Int(key)) {
      reportTag(
        .numberUnknownKey, "key `\(keys.string(Int(key)))` is not in the ledger",
        attribute: "data-metric")
    }
  }

  @inline(__always)
  mutating func endProvenance() {
    provenanceCount &-= 1
    let last = (provenance + provenanceCount).pointee
    let range = last.textStart..<text.count
    if holes.count > last.holeCount {
      check(visibleText(range, from: last.holeCount), last.kind, last.keys)
      holes.keep(last.holeCount)
    } else {
      if last.kind != .metric || !isSingleFigure(text[range], last.keys) {
        check(text[range], last.kind, last.keys)
      }
      if last.kind == .metric || last.kind == .quote { verifiedTexts.append(range) }
    }
    if provenanceCount > 0 { holes.append(range) } else { provenanceBytes.removeAll() }
  }

  @inline(never)
  private mutating func check(_ shown: Bytes, _ kind: Provenance.Kind, _ keys: Range<Int>) {
    switch kind {
    case .metric: if !isSingleFigure(shown, keys) { checkNumbers(shown, keys) }
    case .quote: checkQuote(shown)
    case .time: if let time = times[provenanceCount] { checkTime(shown, time) }
    case .tick: checkTick(shown, chart: provenanceBytes[keys])
    }
  }

  /// The text without the parts that answer for themselves; a part leaves a byte that is in no number.
  @inline(never)
  private mutating func visibleText(_ range: Range<Int>, from holeCount: Int) -> Bytes {
    scratch.removeAll()
    var start = range.lowerBound
    for index in holeCount..<holes.count {
      let hole = holes[index]
      scratch.append(text[start..<hole.lowerBound])
      scratch.append(0x01)
      start = hole.upperBound
    }
    scratch.append(text[start..<range.upperBound])
    return scratch[0..<scratch.count]
  }

  // MARK: - Numbers

  /// Whether a text is the number of its only key and nothing else, as in most cells of tables.
  @inline(__always)
  private func isSingleFigure(_ shown: Bytes, _ keyRange: Range<Int>) -> Bool {
    guard keyRange.count == 1, let figures = keys.ledger else { return false }
    let key = Int(keyLists[keyRange][0])
    guard keys.isInLedger(key), figures.hasForm(shown, of: key) else { return false }
    keys.states[key].insert(.isShown)
    return true
  }

  @inline(never)
  private mutating func checkNumbers(_ shown: Bytes, _ keyRange: Range<Int>) {
    guard let figures = keys.ledger else { return }
    let matching = NumberMatching(figures: figures, text: shown)
    switch matching.firstProblem(keys: keyLists[keyRange], states: keys.states) {
    case nil: break
    case .wrong(let key, let found, let expected):
      let number = found.map { Bytes(rebasing: shown[$0]) }
      let what = number.map { "`\(string($0))`" } ?? "no number"
      reportText(
        .numberWrong, "\(what) for key `\(key)`; expected \(listed(expected))", needle: number)
    case .otherOutcome(let key, let expected):
      reportText(
        .outcomeWrong,
        "`\(excerpt(shown))` for key `\(key)`; expected \(listed(expected)) alone", needle: nil)
    case .surplus(let range):
      let number = Bytes(rebasing: shown[range])
      reportText(
        .numberUntraceable, "number `\(string(number))` after the numbers of all keys",
        needle: number)
    }
  }

  private func listed(_ texts: [String]) -> String {
    texts.map { "`\($0)`" }.joined(separator: ", ")
  }

  // MARK: - Quotes, times, ticks, labels

  // Apart, with its memory for a text without doubled spaces: it is asked for seldom.
  @inline(never)
  private mutating func checkQuote(_ shown: Bytes) {
    guard let quotes else { return }
    let isKnown = withNormal(shown) { quotes.contains($0) }
    if !isKnown {
      reportElement(.quoteUnknown, "quoted text `\(excerpt(shown))` is not in the ledger")
    }
  }

  @inline(__always)
  private mutating func checkTime(_ shown: Bytes, _ time: DateTimeSyntax) {
    guard let months else { return }
    // Most weeks and months of a page stand in several of its tables, and on the pages of other clients.
    if !goodTimes.contains(shown, for: time.bits) {
      let count = findings.total
      checkText(shown, of: time, months)
      if findings.total == count { goodTimes.insert(shown, for: time.bits) }
    }
    if let days = daysOfPage, let spoken = time.days, !spoken.overlaps(days) {
      reportElement(
        .timePeriod,
        "\(datetimeOfElement) is not within \(days.lowerBound) to \(days.upperBound)")
    }
  }

  @inline(never)
  private mutating func checkText(
    _ shown: Bytes, of time: DateTimeSyntax, _ months: MonthNames.View
  ) {
    var index = 0
    while index < shown.count {
      let byte = shown[index]
      if byte &- 0x30 < 10 {
        let start = index
        var number = 0
        while index < shown.count, shown[index] &- 0x30 < 10 {
          number = number &* 10 &+ Int(shown[index] &- 0x30)
          index += 1
        }
        if index - start > 4 || !time.holds(number) {
          let digits = string(Bytes(rebasing: shown[start..<index]))
          reportElement(.timeText, "`\(digits)` is not in \(datetimeOfElement)")
          break
        }
      } else if isLetter(byte) || byte >= 0xC3 && byte < 0xE2 {
        let start = index
        var hasCapital = false
        while index < shown.count, isLetter(shown[index]) || shown[index] >= 0x80 {
          if shown[index] == 0xC2 || shown[index] == 0xE2 { break }
          hasCapital = hasCapital || shown[index] < 0x60
          index &+= 1
        }
        let letters = Bytes(rebasing: shown[start..<index])
        let small = hasCapital ? lowercased(letters) : letters
        if let month = time.month, months.isOther(small, than: month) {
          let word = string(Bytes(rebasing: shown[start..<index]))
          reportElement(.timeText, "`\(word)` is not the month of \(datetimeOfElement)")
          break
        }
        if index == start { index += 1 }
      } else {
        index += 1
      }
    }
  }

  /// As it is written, for messages.
  private var datetimeOfElement: String {
    let place = tagRange(endingAt: Int(top.pointee.tagEnd), attribute: "datetime")
    return "`\(string(Bytes(rebasing: page[place])))`"
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private mutating func lowercased(_ word: Bytes) -> Bytes {
    lookup.removeAll()
    for byte in word { lookup.append(isLetter(byte) ? byte | 0x20 : byte) }
    return lookup[0..<lookup.count]
  }

  @inline(never)
  private mutating func checkTick(_ shown: Bytes, chart: Bytes) {
    drawing.scale.add(
      TickValue(shown, decimalMark: head.decimalMark), x: drawing.tickPlace.x,
      y: drawing.tickPlace.y)
    guard let charts = drawing.known else { return }
    if isOfLastTick(chart) {
      tick.keep(chart.count &+ 1)
    } else {
      guard charts.ids.contains(chart) else {
        reportElement(.chartTick, "tick of chart `\(string(chart))`, which is not in the ledger")
        return
      }
      tick.removeAll()
      tick.append(chart)
      tick.append(PageFacts.Charts.separator)
    }
    tick.append(shown)
    if !charts.ticks.contains(tick[0..<tick.count]) {
      reportElement(.chartTick, "`\(excerpt(shown))` is no tick of chart `\(string(chart))`")
    }
  }

  /// Ticks of one chart stand in a row.
  @inline(__always)
  private func isOfLastTick(_ chart: Bytes) -> Bool {
    guard tick.count > chart.count, let letters = chart.baseAddress else { return false }
    return tick.base[chart.count] == PageFacts.Charts.separator
      && areSameBytes(UnsafePointer(tick.base), letters, chart.count)
  }

  /// A label that is read out or printed by the style sheet shows numbers too.
  mutating func checkLabel(_ value: Bytes, _ attribute: UInt8) {
    guard keys.ledger != nil, value.contains(where: { $0 &- 0x30 < 10 }) else { return }
    if let quotes, withNormal(value, { quotes.contains($0) }) { return }
    labels.append(
      Label(
        hash: normalHash(value), ends: Label.ends(of: value), attribute: attribute,
        tagEnd: Int(top.pointee.tagEnd)))
  }

  // MARK: - White space

  /// Hands over a text with its runs of white space as one space and none at its ends.
  mutating func withNormal<Result>(_ bytes: Bytes, _ body: (Bytes) -> Result) -> Result {
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

  private mutating func needsNormalizing(_ bytes: Bytes) -> Bool {
    guard let letters = bytes.baseAddress else { return false }
    var previous: UInt8 = 0x20
    var index = 0
    while index < bytes.count {
      let byte = letters[index]
      if byte <= 0x20, byte == 0x0A || previous == 0x20 { return true }
      previous = byte
      index &+= 1
    }
    return previous == 0x20 && index > 0
  }

  mutating func normalHash(_ bytes: Bytes) -> UInt64 { withNormal(bytes, hashOfBytes) }
}

/// An open element whose text says where it comes from.
struct Provenance {
  enum Kind { case metric, quote, time, tick }
  var kind: Kind
  var textStart: Int
  /// Numbers of keys in the lists of the page; for a tick its chart, in the bytes kept for it.
  var keys: Range<Int>
  var holeCount: Int
}

extension DateTimeSyntax {
  /// Whether a text that shows this number may stand for it.
  fileprivate func holds(_ number: Int) -> Bool {
    number == year || number == month || number == day || number == week || number == hour
      || number == minute || year.map { $0 % 100 == number } == true
  }

  /// The days it speaks of; `nil` for a time of day or a duration.
  fileprivate var days: ClosedRange<Day>? {
    guard let year else { return nil }
    if let week { return ISOWeek(year: year, week: week)?.days }
    guard let first = Day(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
    if day != nil { return first...first }
    guard let month else { return Day(year: year, month: 12, day: 31).map { first...$0 } }
    let next =
      month == 12
      ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    return next.map { first...($0 - 1) }
  }
}

/// An attribute with digits that a reader meets; it must repeat a text that was checked.
struct Label {
  var hash: UInt64
  var ends: UInt64
  var attribute: UInt8
  var tagEnd: Int

  /// One bit of 64 for the first and last letters of a text.
  @inline(__always)
  static func ends(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let first = text.first, let last = text.last else { return 0 }
    return first > 0x20 && last > 0x20 ? bit(first, last) : endsWithin(text)
  }

  private static func endsWithin(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var (start, end) = (0, text.count)
    while start < end, text[start] <= 0x20 { start += 1 }
    while start < end, text[end - 1] <= 0x20 { end -= 1 }
    return start < end ? bit(text[start], text[end - 1]) : 0
  }

  @inline(__always)
  private static func bit(_ first: UInt8, _ last: UInt8) -> UInt64 {
    1 &<< (UInt64(first) &* 7 &+ UInt64(last))
  }
}
