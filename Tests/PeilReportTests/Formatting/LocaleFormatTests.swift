import Calendars
import PeilReport
import Testing

/// Beside the worked examples: what they leave open. Expected texts follow CLDR 47: its interval patterns,
/// its currency spacing (a code that ends in a letter keeps a no-break space), and the rounding of compact
/// numbers as ICU does it; the minus sign is the house's.
@Suite struct LocaleFormatTests {
  private func day(_ text: String) throws -> Day {
    try #require(Day(iso8601: text))
  }

  @Test func `finds a language by its tag or its language alone`() {
    #expect(LocaleFormat.named("nl") == .dutch)
    #expect(LocaleFormat.named("en") == .britishEnglish)
    #expect(LocaleFormat.named("en-GB") == .britishEnglish)
    #expect(LocaleFormat.named("english") == nil)
    #expect(LocaleFormat.named("") == nil)
  }

  @Test func `writes an interval as short as its ends allow`() throws {
    let (first, last) = (try day("2025-10-01"), try day("2025-11-30"))
    let newYear = try day("2026-01-31")
    #expect(LocaleFormat.dutch.interval(first...last) == "1 okt\u{2009}–\u{2009}30 nov 2025")
    #expect(
      LocaleFormat.german.interval(first...newYear)
        == "1. Okt. 2025\u{2009}–\u{2009}31. Jan. 2026")
    #expect(LocaleFormat.french.interval(first...first) == "1 oct. 2025")
    #expect(
      LocaleFormat.britishEnglish.interval(first.month...newYear.month)
        == "Oct 2025\u{2009}–\u{2009}Jan 2026")
    #expect(LocaleFormat.dutch.interval(first.month...first.month) == "okt 2025")
  }

  /// A house rule: one day is a date and no range.
  @Test func `writes a range of one day as that day`() throws {
    let only = try day("2025-10-01")
    #expect(LocaleFormat.dutch.range(only...only) == "1 oktober 2025")
    #expect(LocaleFormat.french.range(only...(try day("2025-10-02"))) == "du 1er au 2 octobre 2025")
  }

  @Test(arguments: [
    (-1234.0, "\u{2212}1.2K"), (999.95, "1K"), (999.94, "999.9"), (0, "0"), (-0.01, "0"),
    (999_949_999, "999.9M"), (999_950_000, "1B"), (1.25e12, "1,250B"),
  ])
  func `shortens below zero and at the edges of its units`(_ value: Double, _ expected: String) {
    #expect(LocaleFormat.britishEnglish.compact(ExactDecimal(value)) == expected)
  }

  // By hand.
  @Test(
    arguments: [
      ("millions", [0, 500_000, 1_000_000, 1_500_000], ["0", "0,5 mln.", "1,0 mln.", "1,5 mln."]),
      ("thousands", [0, 5000, 10_000], ["0", "5K", "10K"]),
      ("no unit", [0, 250, 500], ["0", "250", "500"]),
      ("nothing", [], []),
    ] as [(String, [Double], [String])])
  func `shortened numbers of one axis have the same unit and decimals`(
    _ name: String, values: [Double], expected: [String]
  ) {
    let texts = LocaleFormat.dutch.compact(alike: values.map { ExactDecimal($0) })
    #expect(texts.map { $0.replacing("\u{A0}", with: " ") } == expected)
  }

  // By hand.
  @Test(arguments: [
    (45_000.0, "45,0K"), (33_122, "33,1K"), (999, "999"), (999_950, "1,0 mln."),
    (-28_049, "−28,0K"), (0, "0"),
  ])
  func `what is shortened among others keeps its decimal`(_ value: Double, _ expected: String) {
    let text = LocaleFormat.dutch.compactInRow(ExactDecimal(value))
    #expect(text.replacing("\u{A0}", with: " ") == expected)
  }

  @Test func `writes a currency without a sign by its code`() {
    let amount = ExactDecimal(-12)
    #expect(
      LocaleFormat.britishEnglish.currency(amount, code: "CHF", fractionDigits: 0)
        == "\u{2212}CHF\u{A0}12")
    #expect(
      LocaleFormat.dutch.currency(amount, code: "CHF", fractionDigits: 0)
        == "CHF\u{A0}\u{2212}12")
    #expect(
      LocaleFormat.german.currency(amount, code: "CHF", fractionDigits: 0)
        == "\u{2212}12\u{A0}CHF")
  }

  @Test func `signs a number only when something is left of it`() {
    #expect(LocaleFormat.dutch.signedNumber(ExactDecimal(2.34), fractionDigits: 1) == "+2,3")
    #expect(
      LocaleFormat.dutch.signedNumber(ExactDecimal(-2.34), fractionDigits: 1) == "\u{2212}2,3")
    #expect(LocaleFormat.dutch.signedNumber(ExactDecimal(0.04), fractionDigits: 1) == "0,0")
  }

  @Test func `lists nothing as nothing`() {
    #expect(LocaleFormat.dutch.list([]) == "")
    #expect(LocaleFormat.dutch.alternatives(["a"]) == "a")
  }

  @Test func `has twelve months and seven weekdays of its own in every language`() {
    for locale in LocaleFormat.all {
      #expect(Set((1...12).map(locale.monthName)).count == 12)
      #expect(Set((1...12).map(locale.shortMonthName)).count == 12)
      #expect(Set(Day.Weekday.allCases.map(locale.weekdayName)).count == 7)
      #expect(Set(Day.Weekday.allCases.map(locale.shortWeekdayName)).count == 7)
    }
  }
}
