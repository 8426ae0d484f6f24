import Statistics
import Testing

@Suite struct SpikesTests {
  /// Thirty ordinary days around ten messages.
  private static let ordinary: [Double?] = (0..<30).map { [9, 11, 10, 12, 8, 10, 11][$0 % 7] }

  @Test func `a crisis is one event with its days and its peak`() {
    var days = Self.ordinary
    days += [70, 10, 95, 11]
    #expect(
      spikes(inDaily: days).map { [$0.days, [$0.peak]] } == [[[30, 32], [32]]])
    #expect(spikes(inDaily: days).first?.peakCount == 95)
  }

  @Test func `two events lie more than three days apart`() {
    let days = Self.ordinary + [70] + Self.ordinary.prefix(3) + [80]
    #expect(spikes(inDaily: days).map(\.days) == [[30], [34]])
  }

  @Test(
    arguments: [
      ("nothing unusual", ordinary + [14], false),
      ("small, though far above nothing", Array(repeating: 0, count: 30) + [9], false),
      ("large, where there was nothing", Array(repeating: 0, count: 30) + [10], true),
      ("most days equal, so the tail decides", Array(repeating: 5, count: 30) + [20], true),
      ("too few days before", ordinary.prefix(13) + [90], false),
      ("days before unknown", Array(repeating: nil, count: 20) + ordinary.prefix(8) + [90], false),
      ("unknown itself", ordinary + [nil], false),
      ("not a number", ordinary + [.infinity], false),
      ("nothing at all", [], false),
    ] as [(String, [Double?], Bool)])
  func `a spike is large, far from the median and rare`(
    _ name: String, days: [Double?], expected: Bool
  ) {
    #expect(spikes(inDaily: days).isEmpty == !expected)
  }

  @Test func `an ordinary count for a Friday is a spike on a quiet Sunday`() throws {
    let week: [Double] = [20, 22, 20, 21, 25, 4, 3]
    let factors = try #require(weekdayFactors(weeks: Array(repeating: week, count: 8)))
    let days = (0..<34).map { Optional(week[$0 % 7] + Double($0 % 3)) } + [26]
    #expect(spikes(inDaily: days) == [])
    #expect(spikes(inDaily: days, factors: factors).map(\.days) == [[34]])
    #expect(spikes(inDaily: days, factors: factors, firstWeekday: 5) == [])
  }

  @Test func `anything much is a spike on a weekday without any`() throws {
    let week: [Double] = [20, 22, 20, 21, 25, 4, 0]
    let factors = try #require(weekdayFactors(weeks: Array(repeating: week, count: 8)))
    let days = (0..<34).map { Optional(week[$0 % 7]) } + [12]
    #expect(spikes(inDaily: days, factors: factors).map(\.days) == [[34]])
  }

  @Test func `a spike does not make the next one ordinary, but two weeks are a new level`() {
    #expect(
      spikes(inDaily: Self.ordinary + Array(repeating: 80, count: 12)).map(\.days)
        == [Array(30..<42)])
    #expect(spikes(inDaily: Self.ordinary + Array(repeating: 80, count: 90)).count == 1)
  }

  /// The function leaves most days out before it measures them. Series of every kind: few and many messages, equal
  /// ones, days without, unknown ones, bursts.
  @Test func `finds exactly the days that the rule finds when each is measured`() throws {
    var random = SplitMix64(label: "peil/tests/spikes")
    var found = 0
    for series in 0..<400 {
      let level = [0, 3, 12, 60, 5000][series % 5]
      let days = (0..<90).map { _ -> Double? in
        switch random.integer(below: 20) {
        case 0: nil
        case 1: 0
        case 2: Double(level * 3 + random.integer(below: 30))
        default: Double(level + random.integer(below: 1 + series % 3 * level / 2))
        }
      }
      let week = (0..<7).map { _ in Double(random.integer(below: 40)) }
      let factors = series % 2 == 0 ? nil : weekdayFactors(weeks: Array(repeating: week, count: 8))
      let expected = Self.spikeDays(days, factors)
      #expect(
        spikes(inDaily: days, factors: factors).flatMap(\.days) == expected, "series \(series)")
      found += expected.count
    }
    #expect(found > 500)
  }

  /// Every day held against the 28 before, without those found earlier.
  private static func spikeDays(_ days: [Double?], _ factors: WeekdayFactors?) -> [Int] {
    let rule = SpikeRule()
    var found: [Int] = []
    for (day, count) in days.enumerated() {
      guard let count else { continue }
      let before = (max(0, day - 28)..<day).filter { !found.contains($0) }
        .compactMap { earlier -> Double? in
          let factor = factors?[earlier] ?? 1
          guard let value = days[earlier], factor > 0 else { return nil }
          return value * (factors?[day] ?? 1) / factor
        }
      guard before.count >= rule.minimumBaselineDays,
        let measure = spikeMeasure(of: count, against: before), rule.isSpike(count, measure)
      else { continue }
      found.append(day)
    }
    return found
  }
}

@Suite struct WeekdayFactorsTests {
  @Test func `only complete weeks with something in them count`() {
    let week: [Double] = [1, 2, 3, 4, 5, 6, 7]
    let seven = Array(repeating: week, count: 7)
    #expect(weekdayFactors(weeks: seven) == nil)
    for bad in [
      [], [1, 2, 3], [0, 0, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6, -7], [1, 2, 3, 4, 5, 6, .nan],
    ] as [[Double]] {
      #expect(weekdayFactors(weeks: seven + [bad]) == nil)
      #expect(weekdayFactors(weeks: seven + [week, bad])?.weeks == 8)
    }
    #expect(
      weekdayFactors(weeks: seven + [week])?.factors == [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75])
  }

  @Test func `days that are unknown and a week that is not over are left out`() {
    let days: [Double?] = [1, 2, 3, 4, 5, 6, 7]
    let seven = Array(repeatElement(days, count: 7).joined())
    // Not from the beginning of the series, as a Monday seldom is.
    func factors(_ more: [Double?]) -> WeekdayFactors? {
      weekdayFactors(ofDaily: ([100, nil] + seven + more).dropFirst(2))
    }
    #expect(factors([]) == nil)
    #expect(factors([1, 2, 3, nil, 5, 6, 7]) == nil)
    #expect(factors(days.dropLast()) == nil)
    #expect(factors(days + [100, 100])?.factors == [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75])
    #expect(weekdayFactors(ofDaily: [], minimumWeeks: 0) == nil)
  }

  /// By hand: 28 days are four of each weekday, whichever comes first.
  @Test(arguments: [0, 3, 6, 7, -1, Int.min, Int.max])
  func `weekdays count on through the weeks`(_ first: Int) {
    let factors = weekdayFactors(
      weeks: Array(repeating: [1, 2, 3, 4, 5, 6, 7], count: 8))
    #expect(isClose(factors?.sum(firstWeekday: first, days: 28), 28))
    #expect(isClose(factors?.adjustedTotal(280, firstWeekday: first, days: 28), 304.36875))
    #expect(factors?.adjustedTotal(280, firstWeekday: first, days: 0) == nil)
  }
}

@Suite struct ChangeTests {
  @Test(
    arguments: [
      ("six changes", [100, 110, 105, 120, 118, 125, 130], true),
      ("five changes", [110, 105, 120, 118, 125, 130], false),
      ("a month unknown costs two changes", [100, 110, 105, nil, 120, 118, 125, 130], false),
      ("a month of zero costs two changes", [100, 110, 105, 0, 120, 118, 125, 130], false),
      ("the last month unknown", [100, 110, 105, 120, 118, 125, 130, nil], false),
      ("the last month zero", [100, 110, 105, 120, 118, 125, 130, 0], false),
      ("never a change", [100, 100, 100, 100, 100, 100, 100, 100], false),
      ("always the same growth", [1, 2, 4, 8, 16, 32, 64, 128], false),
      ("nothing", [], false),
    ] as [(String, [Double?], Bool)])
  func `a change is judged by at least six that differ`(
    _ name: String, history: [Double?], expected: Bool
  ) {
    #expect((predictionInterval(ofChange: 1, after: history) != nil) == expected)
  }

  @Test func `a lag beyond the history is no comparison`() {
    #expect(predictionInterval(ofChange: 12, after: [1, 2, 3]) == nil)
    #expect(predictionInterval(ofChange: 0, after: [1, 2, 3]) == nil)
    #expect(changeSplit(from: (0, 1), to: (1, 1)) == nil)
  }
}
