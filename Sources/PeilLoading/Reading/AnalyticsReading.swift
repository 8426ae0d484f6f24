import CSV
import Calendars
import Diagnostics
import PeilModel
import TextFolding

/// What the tables of a report of Google Analytics came to: sums for `peil inspect`, nothing for a report.
struct AnalyticsReading {
  private(set) var source: SourceFile
  private(set) var sums: [SourceFile.Sum] = []

  /// - Throws: When the decimal sign of the file cannot be told.
  init(_ report: AnalyticsReport, of records: Records, path: String) throws(Diagnostic) {
    source = SourceFile(
      path: path, format: report.kind.rawValue, kind: .reference, platform: nil, sha256: "")
    source.assumptions = [.propertyTime]
    let style = try Self.style(of: report, in: records)
    var totals = 0
    var added: Set<String> = []
    for table in report.tables {
      // A snapshot repeats its tables for another period.
      let isFirstPeriod = table.period == report.tables.first?.period
      var check: [(measure: String, column: Int, sum: Double, total: Double?)] = []
      if isFirstPeriod, !table.records.isEmpty {
        for (column, measure) in table.measures {
          guard case .sum(let name) = measure, added.insert(name).inserted else { continue }
          check.append((name, column, 0, nil))
        }
      }
      let width = records[table.header].count
      for record in records[table.records] {
        source.records += 1
        let isTotal =
          report.kind == .universal
          ? record.isEmpty(at: 0) : record.isGrandTotal(of: width)
        if isTotal { totals += 1 }
        for index in check.indices {
          let number = number(in: record, check[index].column, style)
          if isTotal {
            check[index].total = check[index].total ?? number
          } else {
            check[index].sum += number ?? 0
          }
        }
      }
      sums += check.map { SourceFile.Sum($0.measure, $0.sum) }
      source.differences += check.compactMap { check in
        guard let total = check.total, abs(total - check.sum) > 0.005 else { return nil }
        return SourceFile.Difference(check.measure, total: total, sum: check.sum)
      }
    }
    source.used = source.records - totals
    if totals > 0 { source.skipped = [SourceFile.Skipped(.total, totals)] }
    source.unusedColumns = report.tables.flatMap(\.dimensions).removingRepeats()
    source.days = report.tables.first?.period ?? Self.days(of: report, in: records)
    source.asOf = source.days?.upperBound
  }

  private static func style(
    of report: AnalyticsReport, in records: Records
  ) throws(Diagnostic) -> NumberStyle {
    // Tables of one file are written alike: what settles one settles the others.
    var style: NumberStyle?
    var failure: Diagnostic?
    for table in report.tables {
      do throws(Diagnostic) {
        if style == nil {
          style = try NumberStyle(
            settledBy: table.measures.filter { !$0.measure.isCount }.map(\.column),
            counts: table.measures.filter(\.measure.isCount).map(\.column),
            in: records[table.records])
        }
      } catch {
        failure = error
      }
    }
    if let style { return style }
    if let failure { throw failure }
    return .point
  }

  /// The days of the second table of Universal Analytics, by day.
  private static func days(
    of report: AnalyticsReport, in records: Records
  ) -> ClosedRange<Day>? {
    for table in report.tables where !table.records.isEmpty {
      let label = HeaderLabel(records[table.header].string(at: 0)).key
      guard label == "day index" || label == "dagindex" else { continue }
      let rows = records[table.records]
      guard let order = try? DayOrder(of: 0, in: rows, period: nil) else { continue }
      let days = rows.compactMap { WrittenMoment($0.string(at: 0), order)?.day }
      if let first = days.min(), let last = days.max() { return first...last }
    }
    return nil
  }

  private func number(in record: Record, _ column: Int, _ style: NumberStyle) -> Double? {
    guard column < record.count else { return nil }
    return record.withBytes(at: column) { bytes in
      bytes.withUnsafeBufferPointer { style.number($0) }
    }
  }
}

extension [String] {
  fileprivate func removingRepeats() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
