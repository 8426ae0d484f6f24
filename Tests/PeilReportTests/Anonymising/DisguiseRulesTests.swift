import Calendars
import PeilAnalysis
import Testing

@testable import PeilReport

/// The rules of a sales copy one by one, with numbers worked out by hand.
@Suite struct DisguiseRulesTests {
  // MARK: - Samples in bands

  @Test(
    arguments: [
      (0, "under30"), (29, "under30"), (30, "to100"), (100, "to100"), (101, "to300"),
      (300, "to300"), (301, "over300"), (48_213, "over300"),
    ] as [(Double, String)])
  func `a sample is told by its band`(_ count: Double, band: String) {
    #expect("\(Coarse.Band(count))" == band)
  }

  // MARK: - Index

  /// 60, 75, 45 over 60 are 1, 1.25 and 0.75.
  @Test func `a series becomes an index of its first known value`() throws {
    let index = try #require(SeriesIndex(ofCounts: [nil, 60, 75, nil, 45]))
    #expect([60, 75, 45].map { index.points($0) } == [100, 125, 75])
    // 77 ÷ 60 = 1.2833…
    #expect(index.points(77) == 128)
    #expect(index.points(-0.1) == 0)
  }

  @Test(
    arguments: [
      ("below the smallest base", [49, 900], false), ("at it", [50, 900], true),
      ("unknown months before it", [nil, nil, 50], true), ("nothing known", [nil, nil], false),
      ("no month", [], false), ("a loss of followers", [-60, 80], false),
    ] as [(String, [Double?], Bool)])
  func `a small base has no index`(_ name: String, values: [Double?], isShown: Bool) {
    #expect((SeriesIndex(ofCounts: values) != nil) == isShown)
  }

  @Test func `an amount of money needs no smallest base`() {
    #expect(SeriesIndex(ofAmounts: [nil, 12.5, 20])?.points(20) == 160)
    #expect(SeriesIndex(ofAmounts: [0, 20]) == nil)
  }

  // MARK: - Shares and rates

  @Test(
    arguments: [
      (0, 0.025), (0.049, 0.025), (0.05, 0.05), (0.123, 0.12), (0.128, 0.13), (0.125, 0.12),
      (0.375, 0.38), (0.95, 0.95), (0.951, 0.975), (1, 0.975),
    ] as [(Double, Double)])
  func `a share is told in whole per cent, and near none or all only that`(
    _ share: Double, told: Double
  ) {
    #expect(Quantity.share(share).rounded == .coarse(.share(told)))
  }

  @Test(
    arguments: [
      (177.05, 180), (18_432, 18_000), (99.6, 100), (12.5, 12), (1.1396, 1.1), (0.06630, 0.066),
      (0.996, 1.0), (-2.47, -2.5), (0, 0),
    ] as [(Double, Double)])
  func `a rate has two significant digits`(_ rate: Double, told: Double) throws {
    let rounded = try #require(Quantity.ratio(rate).rounded?.number)
    #expect(abs(rounded - told) < 1e-12)
  }

  @Test func `changes are whole per cent, and counts and money nothing`() {
    #expect(Quantity.change(0.2706).rounded == .coarse(.change(0.27)))
    #expect(Quantity.pointChange(-0.0349).rounded == .coarse(.pointChange(-0.03)))
    #expect(Quantity.count(412, .interaction).rounded == nil)
    #expect(Quantity.averageMoney(176.87).rounded == nil)
    #expect(Quantity.name("#werkenbij").rounded == nil)
  }

  // MARK: - Small cells

  @Test(
    arguments: [
      ("none is small", [20, 16, 12], []),
      // The total of 48 would tell the 4, so the 12 goes too.
      ("one is small", [20, 12, 12, 4], [1, 3]),
      ("two are small and hide each other", [20, 16, 9, 2], [2, 3]),
      ("all are small", [3, 2, 1], [0, 1, 2]),
      ("one cell alone", [4], [0]),
      ("no cell", [], []),
    ] as [(String, [Double], Set<Int>)])
  func `a small cell is hidden, and what would tell it`(
    _ name: String, counts: [Double], hidden: Set<Int>
  ) {
    #expect(SmallCells.hidden(among: counts, fewest: 10) == hidden)
  }

  // MARK: - Months

  @Test func `months have numbers, and those before the first have none`() throws {
    let months = MonthNumbers(report: try #require(Month("2026-10")))
    func number(_ text: String) throws -> Int? { months.number(of: try #require(Month(text))) }
    #expect(try number("2026-10") == 12)
    #expect(try number("2026-09") == 11)
    #expect(try number("2025-11") == 1)
    #expect(try number("2025-10") == nil)
    #expect(try number("2026-11") == nil)
    func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }
    #expect(months.numbers(of: try day("2026-07-27")...day("2026-10-25")) == 9...12)
    #expect(months.numbers(of: try day("2025-10-27")...day("2026-10-25")) == 1...12)
    #expect(months.numbers(of: try day("2025-08-01")...day("2025-10-25")) == nil)
  }

  // MARK: - Figures

  private func told(
    _ quantity: Quantity, _ definition: Definition, sample: Figure.SampleSize? = nil,
    interval: Figure.Interval? = nil
  ) throws -> Figure? {
    Figure(
      "x", .known(quantity), definition: definition, interval: interval, sampleSize: sample,
      days: try #require(Month("2026-10")).days
    ).told(MonthNumbers(report: try #require(Month("2026-10"))))
  }

  @Test func `what a figure is a value of decides what is told of it`() throws {
    #expect(
      try told(.count(45, .post), .posts)?.measurement == .known(.coarse(.band(.to100, .post))))
    #expect(try told(.count(412, .interaction), .interactions) == nil)
    #expect(try told(.count(900, .interaction), .goal) == nil)
    #expect(try told(.count(3, .goal), .goal)?.measurement == .known(.count(3, .goal)))
    #expect(try told(.share(0.75), .threshold)?.measurement == .known(.share(0.75)))
    #expect(try told(.name("exports/a.csv"), .name) == nil)
    #expect(try told(.count(50, .record), .records) == nil)
    #expect(try told(.ratio(48.5), .spike) == nil)
  }

  @Test func `a whole window is the program's, part of one is not`() throws {
    #expect(try told(.count(13, .week), .window)?.measurement == .known(.count(13, .week)))
    #expect(
      try told(.count(8, .week), .window)?.measurement == .known(.coarse(.band(.under30, .week))))
  }

  @Test func `an interval is rounded like its estimate, and sample and days are gone`() throws {
    let figure = try #require(
      try told(
        .share(0.7046), .organicShare, sample: Figure.SampleSize(13, .week),
        interval: Figure.Interval(low: 0.6512, high: 0.7489, level: 0.95)))
    #expect(figure.measurement == .known(.coarse(.share(0.7))))
    #expect(figure.interval == Figure.Interval(low: 0.65, high: 0.75, level: 0.95))
    #expect(figure.sampleSize == nil && figure.days == nil && figure.sources.isEmpty)
  }

  @Test func `a figure from four posts or nine conversations is not shown`() throws {
    for (count, noun) in [(4, Quantity.Noun.post), (9, .conversation)] {
      let figure = try told(
        .ratio(1.5), .automationRatio, sample: Figure.SampleSize(count, noun))
      #expect(figure?.measurement == .unknown(.belowThreshold))
      let enough = try told(
        .ratio(1.5), .automationRatio, sample: Figure.SampleSize(count + 1, noun))
      #expect(enough?.measurement == .known(.ratio(1.5)))
    }
  }
}
