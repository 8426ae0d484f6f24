import PeilReport
import Testing

/// The rules are those of the report: percentages with one decimal below 10 %, rates with two
/// significant digits, money whole from 100. Expected numbers are by hand.
@Suite struct DisplayPrecisionTests {
  @Test(arguments: [
    (DisplayPrecision.count, 12.7, 0), (.count, 0, 0),
    (.percent, 0.0312, 1), (.percent, 0.312, 0), (.percent, 0, 0), (.percent, -0.05, 1),
    (.percent, 0.0994, 1), (.percent, 0.0996, 0), (.percent, 0.1, 0), (.percent, 0.00004, 1),
    (.ratio, 1.27, 1), (.ratio, 0.127, 2), (.ratio, 0.0127, 3), (.ratio, 12.7, 0),
    (.ratio, 127, 0), (.ratio, 9.96, 0), (.ratio, 0.0996, 2), (.ratio, 0.996, 1), (.ratio, 0, 0),
    (.correlation, 0.5, 2), (.correlation, 0, 2),
    (.money, 12.5, 2), (.money, 99.99, 2), (.money, 99.996, 0), (.money, 100, 0), (.money, 0, 0),
    (.money, -250.5, 0),
  ])
  func `chooses decimals by the size of what is shown`(
    _ precision: DisplayPrecision, _ value: Double, _ expected: Int
  ) {
    #expect(precision.fractionDigits(for: ExactDecimal(value)) == expected)
  }

  @Test(arguments: [
    (DisplayPrecision.percent, 0.31, 0.27, 0.36, 0),
    (.percent, 0.05, 0.031, 0.27, 1),
    (.percent, 0.3142, 0.3139, 0.3144, 1),
    (.percent, 0.314, 0.314, 0.314, 0),
    (.ratio, 1.27, 0.84, 12.3, 1),
    (.ratio, 24.1, 23.9, 24.3, 1),
    (.count, 12, 11.6, 12.4, 1),
    (.correlation, 0.11, -0.04, 0.25, 2), (.ratio, 0.0041, -0.1725, 0.1806, 2),
    (.ratio, 0.003, 0.002, 0.004, 4), (.ratio, 0.86, 0.2, 3.1, 1),
  ])
  func `gives an interval the decimals of its estimate, or one more when its limits look alike`(
    _ precision: DisplayPrecision, _ estimate: Double, _ low: Double, _ high: Double,
    _ expected: Int
  ) {
    #expect(
      precision.fractionDigits(for: estimate, low: low, high: high) == expected)
  }

  @Test(arguments: [
    (0.0, "0 minuten"), (60, "1 minuut"), (2700, "45 minuten"), (3569, "59 minuten"),
    (3590, "1 uur"), (3600, "1 uur"), (12_600, "3,5 uur"), (86_400, "24 uur"),
    (172_700, "2 dagen"), (172_800, "2 dagen"), (216_000, "2,5 dagen"), (604_800, "7 dagen"),
  ])
  func `tells time in minutes below an hour, hours below two days, else days`(
    _ seconds: Double, _ expected: String
  ) {
    #expect(LocaleFormat.dutch.duration(seconds: seconds) == expected)
  }

  @Test func `tells the limits of a time in the unit of the estimate`() {
    #expect(LocaleFormat.britishEnglish.duration(seconds: 1800, in: .hour) == "0.5 hours")
    #expect(LocaleFormat.britishEnglish.duration(seconds: 259_200, in: .hour) == "72 hours")
  }
}
