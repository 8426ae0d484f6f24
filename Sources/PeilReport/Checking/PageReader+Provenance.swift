internal import Calendars
internal import HTMLDialect

/// Every number, quoted text and time answers for itself.
extension PageReader {
  mutating func beginProvenance(_ element: UInt8) {
    let kind: Provenance.Kind
    var keys = 0..<0
    if has(.dataText) {
      kind = .quote
      top.pointee.flags.insert(.isQuote)
      if !has(.lang), !has(.dir) {
        reportTag(.quoteLanguage, "quoted text without `lang` or `dir=\"auto\"`")
      }
    } else if let chart = value(.dataTick) {
      kind = .tick
      keys = keep(chart)
    } else if has(.dataMetric) {
      kind = .metric
      keys = metricKeys
      // The number in a row's name, "month 3", is not what its chart draws.
      if element != DialectElement.th.rawValue { noteTableKeys(keys) }
      reportUnknownKeys(keys)
    } else if let moment = value(.datetime) {
      kind = .time
      keys = keep(moment)
    } else {
      return
    }
    top.pointee.flags.insert(.hasProvenance)
    provenance.append(
      Provenance(
        kind: kind, textStart: text.count, keys: keys, holeCount: holes.count, time: time))
  }

  /// Copies a value until the element ends.
  private mutating func keep(_ value: Bytes) -> Range<Int> {
    let start = provenanceBytes.count
    provenanceBytes.append(value)
    return start..<provenanceBytes.count
  }

  private mutating func reportUnknownKeys(_ keyRange: Range<Int>) {
    guard keys.ledger != nil else { return }
    for key in keyLists[keyRange] where !keys.isInLedger(Int(key)) {
      reportTag(
        .numberUnknownKey, "key `\(keys.string(Int(key)))` is not in the ledger",
        attribute: "data-metric")
    }
  }

  mutating func endProvenance() {
    guard let last = provenance.popLast() else { return }
    let shown = visibleText(of: last)
    switch last.kind {
    case .metric:
      checkNumbers(shown, last.keys)
      verifiedTexts.insert(normalHash(shown))
    case .quote:
      checkQuote(shown)
      verifiedTexts.insert(normalHash(shown))
    case .time: checkTime(shown, last)
    case .tick: checkTick(shown, chart: provenanceBytes[last.keys])
    }
    if last.holeCount < holes.count { holes.removeSubrange(last.holeCount...) }
    if !provenance.isEmpty {
      holes.append(last.textStart..<text.count)
    } else if provenanceBytes.count > 0 {
      provenanceBytes.removeAll()
    }
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

  private mutating func checkNumbers(_ shown: Bytes, _ keyRange: Range<Int>) {
    guard let figures = keys.ledger else { return }
    let matching = NumberMatching(figures: figures, text: shown)
    switch matching.firstProblem(keys: keyLists[keyRange], states: keys.states) {
    case nil: break
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
    guard let quotes else { return }
    let isKnown = withNormal(shown) { quotes.contains($0) }
    if !isKnown {
      reportElement(.quoteUnknown, "quoted text `\(excerpt(shown))` is not in the ledger")
    }
  }

  private mutating func checkTime(_ shown: Bytes, _ provenance: Provenance) {
    guard let months, let time = provenance.time else { return }
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
          reportElement(
            .timeText,
            "`\(digits)` is not in `datetime=\"\(string(provenanceBytes[provenance.keys]))\"`")
          break
        }
      } else if isLetter(byte) || byte >= 0xC3 && byte < 0xE2 {
        let start = index
        lookup.removeAll()
        while index < shown.count, isLetter(shown[index]) || shown[index] >= 0x80 {
          if shown[index] == 0xC2 || shown[index] == 0xE2 { break }
          lookup.append(isLetter(shown[index]) ? shown[index] | 0x20 : shown[index])
          index += 1
        }
        if let month = time.month, months.isOther(lookup[0..<lookup.count], than: month) {
          let word = string(Bytes(rebasing: shown[start..<index]))
          reportElement(
            .timeText,
            "`\(word)` is not the month of `datetime=\"\(string(provenanceBytes[provenance.keys]))\"`"
          )
          break
        }
        if index == start { index += 1 }
      } else {
        index += 1
      }
    }
    if let days = facts.times?.days, let spoken = time.days, !spoken.overlaps(days) {
      reportElement(
        .timePeriod,
        "`\(string(provenanceBytes[provenance.keys]))` is not within \(days.lowerBound) to \(days.upperBound)"
      )
    }
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private mutating func checkTick(_ shown: Bytes, chart: Bytes) {
    guard let charts = drawing.known else { return }
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
    guard keys.ledger != nil, value.contains(where: { $0 &- 0x30 < 10 }) else { return }
    if let quotes, withNormal(value, { quotes.contains($0) }) { return }
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

  func normalHash(_ bytes: Bytes) -> UInt64 { withNormal(bytes, hashOfBytes) }
}

/// An open element whose text says where it comes from.
struct Provenance {
  enum Kind { case metric, quote, time, tick }
  var kind: Kind
  var textStart: Int
  /// Numbers of keys in the lists of the page; for a tick or time its chart or moment, in the bytes
  /// kept for them.
  var keys: Range<Int>
  var holeCount: Int
  var time: DateTimeSyntax?
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
  var attribute: UInt8
  var tagEnd: Int
  var text: String
}
