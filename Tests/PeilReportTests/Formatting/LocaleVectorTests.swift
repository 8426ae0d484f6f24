import Calendars
import PeilReport
import Testing

@Suite struct LocaleVectorTests {
  @Test func `every language writes every worked example`() throws {
    let vectors = try LocaleVectors.read()
    #expect(vectors.cases.count == vectors.count)
    for example in vectors.cases {
      let written = try text(of: example)
      #expect(written == example.text, "\(example.id)")
    }
  }

  private func text(of example: LocaleVectors.Case) throws -> String {
    let locale = try #require(LocaleFormat.named(example.locale), "\(example.id)")
    switch example.value {
    case .number(let value): return try text(of: value, example.kind, locale)
    case .list(let items): return try text(of: items, example, locale)
    case .text(let value):
      if let written = try date(value, example.kind, locale) { return written }
      return try number(value, example, locale)
    }
  }

  private func text(of value: Int, _ kind: String, _ locale: LocaleFormat) throws -> String {
    switch kind {
    case "month-name": return locale.monthName(value)
    case "month-name-short": return locale.shortMonthName(value)
    case "weekday-name": return locale.weekdayName(try #require(Day.Weekday(rawValue: value)))
    case "weekday-name-short":
      return locale.shortWeekdayName(try #require(Day.Weekday(rawValue: value)))
    case "plural-ordinal": return locale.ordinalCategory(of: value).rawValue
    case "ordinal": return locale.ordinal(value)
    default: throw UnknownKind(kind: kind)
    }
  }

  private func text(
    of items: [String], _ example: LocaleVectors.Case, _ locale: LocaleFormat
  ) throws -> String {
    switch example.kind {
    case "list-and": return locale.list(items)
    case "list-or": return locale.alternatives(items)
    default: break
    }
    let days = try #require(Day(iso8601: items[0]))...#require(Day(iso8601: items[1]))
    switch example.kind {
    case "date-range-text": return locale.range(days)
    case "date-interval" where example.options?.skeleton == "yMMM":
      return locale.interval(days.lowerBound.month...days.upperBound.month)
    case "date-interval": return locale.interval(days)
    default: throw UnknownKind(kind: example.kind)
    }
  }

  private func date(_ value: String, _ kind: String, _ locale: LocaleFormat) throws -> String? {
    switch kind {
    case "date-full": return locale.date(try #require(Day(iso8601: value)), .full)
    case "date-long": return locale.date(try #require(Day(iso8601: value)))
    case "date-medium": return locale.date(try #require(Day(iso8601: value)), .medium)
    case "date-short": return locale.date(try #require(Day(iso8601: value)), .short)
    case "month-year": return locale.month(try #require(Day(iso8601: value)).month)
    case "month-year-short": return locale.shortMonth(try #require(Day(iso8601: value)).month)
    case "day-month": return locale.dayAndMonth(try #require(Day(iso8601: value)))
    case "time":
      let parts = value.split(separator: ":").compactMap { Int($0) }
      return locale.time(hour: parts[0], minute: parts[1])
    case "quarter":
      let parts = value.split(separator: "-Q").compactMap { Int($0) }
      return locale.quarter(parts[1], year: parts[0])
    case "quotation": return locale.quoted(value)
    default: return nil
    }
  }

  private func number(
    _ value: String, _ example: LocaleVectors.Case, _ locale: LocaleFormat
  ) throws -> String {
    let number = try #require(ExactDecimal(value), "\(example.id)")
    let digits = example.options?.fractionDigits ?? 0
    let atMost = example.options?.maxFractionDigits ?? 0
    switch example.kind {
    case "number": return locale.number(number, fractionDigits: digits)
    case "percent": return locale.percent(number, fractionDigits: digits)
    case "signed-percent": return locale.signedPercent(number, fractionDigits: digits)
    case "currency":
      let code = try #require(example.options?.currency)
      return locale.currency(number, code: code, fractionDigits: digits)
    case "compact-short": return locale.compact(number, maximumFractionDigits: atMost)
    case "compact-long": return locale.compactLong(number, maximumFractionDigits: atMost)
    case "plural-cardinal": return locale.pluralCategory(of: number).rawValue
    case "unit-long":
      let unit = try #require(TimeUnit(rawValue: example.options?.unit ?? ""))
      return locale.amount(number, of: unit)
    default: throw UnknownKind(kind: example.kind)
    }
  }

  private struct UnknownKind: Error {
    let kind: String
  }
}
