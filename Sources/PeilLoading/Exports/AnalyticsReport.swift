import CSV
import Calendars
import TextFolding

/// Google Analytics: a report of which no belief needs a figure, with lines of `#` before its tables.
///
/// Standard reports and snapshots of Analytics 4, its explorations, and what Universal Analytics wrote
/// until 2023 in the language of the account.
struct AnalyticsReport {
  let kind: Kind
  /// In the order of the file; also those without a record.
  let tables: [Table]

  enum Kind: String {
    case exploration = "ga4-exploration"
    case standard = "ga4-report"
    case universal = "ua-report"
  }

  struct Table {
    /// Position of the header record.
    let header: Int
    let records: Range<Int>
    /// As the lines before it say: a snapshot holds each table once more for the period it compares with.
    let period: ClosedRange<Day>?
    let measures: [(column: Int, measure: Measure)]
    /// Labels that are no measure.
    let dimensions: [String]

    /// What a report could use if it had days.
    var isVisitsBySource: Bool {
      dimensions.contains { $0.hasPrefix("session source") }
        && measures.contains { $0.measure == .sum("sessions") }
    }
  }

  /// What a column counts.
  enum Measure: Equatable {
    case sum(String)
    /// People, rates and averages: never added.
    case other

    /// Whether it is a whole number; a conversion can be shared by several visits.
    var isCount: Bool {
      switch self {
      case .sum(let name): !["conversions", "revenue"].contains(name)
      case .other: false
      }
    }
  }

  /// - Returns: `nil` when the file does not begin as these reports do.
  init?(_ records: Records) {
    guard let first = records.first(where: { !$0.isBlank }),
      first.string(at: 0).hasPrefix("#")
    else { return nil }
    var tables: [Table] = []
    var period: ClosedRange<Day>?
    var isStandard = false
    var isExploration = false
    for block in records.blocks {
      let notes = block.prefix { records[$0].string(at: 0).hasPrefix("#") }
      period = FileSpan.noted(in: records[notes]) ?? period
      isStandard =
        isStandard
        || notes.contains { records[$0].string(at: 0).lowercased().contains("start date") }
      guard let header = block.dropFirst(notes.count).first else { continue }
      let labels = records[header].strings.map { HeaderLabel($0.trimmingBlanks()).key }
      let measures = labels.enumerated().compactMap { column, label in
        Self.measures[label].map { (column: column, measure: $0) }
      }
      let rows = header + 1..<block.upperBound
      isExploration =
        isExploration || rows.first.map { records[$0].isGrandTotal(of: labels.count) } ?? false
      tables.append(
        Table(
          header: header, records: rows, period: period, measures: measures,
          dimensions: labels.filter { Self.measures[$0] == nil }))
    }
    guard tables.contains(where: { !$0.measures.isEmpty }) else { return nil }
    kind = isExploration ? .exploration : isStandard ? .standard : .universal
    self.tables = tables
  }

  private static let measures: [String: Measure] = {
    let sums = [
      "sessions": ["sessions", "sessies"],
      "engaged-sessions": ["engaged sessions", "betrokken sessies"],
      "views": ["views", "screen views"],
      "events": ["event count"],
      "conversions": [
        "key events", "conversions", "goal completions", "behaalde doelen", "conversies",
      ],
      "revenue": ["total revenue", "purchase revenue", "totale opbrengst"],
    ]
    let others = [
      "% new sessions", "% nieuwe sessies", "% total", "1-day", "28-day", "7-day", "active users",
      "average engagement time", "average engagement time per active user",
      "average engagement time per session", "avg. session duration", "bounce rate",
      "bouncepercentage", "doelconversieratio", "doelwaarde", "engagement rate",
      "event count per user", "events per session", "gebruikers", "gem. sessieduur",
      "goal conversion rate", "goal value", "new users", "nieuwe gebruikers", "pages / session",
      "pagina's/sessie", "session key event rate", "total users", "user engagement", "users",
      "views per active user", "views per user",
    ]
    var measures = Dictionary(uniqueKeysWithValues: others.map { ($0, Measure.other) })
    for (name, labels) in sums {
      for label in labels { measures[label] = .sum(name) }
    }
    return measures
  }()
}

extension Record {
  /// The first record of an exploration: a total, told by a field beyond the header.
  func isGrandTotal(of width: Int) -> Bool {
    count > width && string(at: count - 1) == "Grand total"
  }
}
