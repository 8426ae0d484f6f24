/// A time zone as the list of its changes: looking a moment up costs a search and no call to a library.
///
/// Days and moments are related by the rules of the zone, daylight saving included. Moments outside
/// the years that were read have the offset of the nearest change.
public struct TimeZoneTable: Hashable, Sendable {
  /// Of the IANA time zone database, such as `Europe/Amsterdam`.
  public let identifier: String
  /// In the order of time; the first begins before everything.
  let spans: [Span]

  /// A time in which the zone keeps one offset.
  struct Span: Hashable, Sendable {
    /// In seconds since 1970, UTC.
    let start: Int
    /// In seconds; positive east of Greenwich.
    let offset: Int
  }

  /// A zone without changes.
  public static let utc = TimeZoneTable(identifier: "UTC", spans: [Span(start: .min, offset: 0)])

  init(identifier: String, spans: [Span]) {
    self.identifier = identifier
    self.spans = spans
  }

  /// Seconds that clocks are ahead of UTC at a moment.
  public func offset(at instant: Instant) -> Int {
    spans[spanIndex(at: instant.secondsSince1970)].offset
  }

  /// The day that calendars of the zone show at a moment.
  public func day(of instant: Instant) -> Day {
    let local = instant.secondsSince1970 + offset(at: instant)
    return Day(daysSince1970: local.floorDivided(by: 86_400))
  }

  /// What calendar and clock of the zone show at a moment.
  public func localTime(of instant: Instant) -> LocalTime {
    let local = instant.secondsSince1970 + offset(at: instant)
    return LocalTime(
      Day(daysSince1970: local.floorDivided(by: 86_400)), unchecked: local.modulo(86_400))
  }

  /// The moment at which clocks show a time.
  ///
  /// - Clocks that are set **back** show it twice: the earlier moment is meant.
  /// - Clocks that are set **forward** leave it out: it is read with the offset before the change, so that
  ///   02:30 is the moment half an hour after the change, which clocks show as 03:30.
  ///
  /// Both are what Python's `datetime` does with `fold=0`.
  public func instant(of time: LocalTime) -> Instant {
    let local = time.seconds
    return Instant(secondsSince1970: local - stretch(of: local).offset)
  }

  /// The times on the clock that are read with the same offset as this one, in seconds since 1970 on the clock.
  func stretch(of local: Int) -> (times: Range<Int>, offset: Int) {
    // Up to the end of a gap, and up to the end of times that come twice, the offset before holds.
    func end(of index: Int) -> Int {
      guard index + 1 < spans.count else { return .max }
      return spans[index + 1].start + max(spans[index].offset, spans[index + 1].offset)
    }
    // No offset reaches two days, so the answer lies in one of the few spans around.
    var index = spanIndex(at: local - 2 * 86_400)
    while local >= end(of: index) { index += 1 }
    return ((index == 0 ? .min : end(of: index - 1))..<end(of: index), spans[index].offset)
  }

  /// The moment at which clocks show a time; see `instant(of:)` for times that occur twice or never.
  ///
  /// - Parameter secondOfDay: Seconds since midnight on the clock, 0 to 86,399.
  public func instant(localDay day: Day, secondOfDay: Int) -> Instant {
    precondition(0..<86_400 ~= secondOfDay, "second \(secondOfDay) of a day")
    return instant(of: LocalTime(day, unchecked: secondOfDay))
  }

  /// The first moment of a day: mostly midnight, and where that is left out the moment of the change.
  public func startOfDay(_ day: Day) -> Instant {
    let midnight = instant(localDay: day, secondOfDay: 0)
    let index = spanIndex(at: midnight.secondsSince1970)
    // In a gap the reading above lies behind the change by as much as midnight lies behind the gap's start.
    guard spans[index].start != .min, self.day(of: midnight + -1) == day else { return midnight }
    return Instant(secondsSince1970: spans[index].start)
  }

  /// The seconds around one in which the zone keeps one offset.
  func stretch(at second: Int) -> (seconds: Range<Int>, offset: Int) {
    let index = spanIndex(at: second)
    let end = index + 1 < spans.count ? spans[index + 1].start : .max
    return (spans[index].start..<end, spans[index].offset)
  }

  /// The last span that begins at or before a moment.
  private func spanIndex(at second: Int) -> Int {
    var low = 0
    var high = spans.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if spans[middle].start <= second { low = middle } else { high = middle }
    }
    return low
  }
}
