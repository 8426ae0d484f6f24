import FoundationEssentials
import PeilReport

/// What `report.json` and `proposal.json` keep of their pages, to check them again.
struct RecordedPages: Decodable {
  /// `nil` for a sales copy, which is no client's.
  let release: Release?
  let pages: [Page]

  private enum CodingKeys: String, CodingKey {
    case release
    case pages = "page-texts"
  }

  struct Release: Decodable {
    let client: String
  }

  struct Page: Decodable {
    let file: String
    let language: String
    let sheet: String
    let forms: [String: [String]]
    /// Not in records of programs that did not hold them against the ledger.
    let outcomes: [String: [String]]?
    let required: [String]
    let quotes: [String]
    let links: [String]
    let charts: [Chart]

    struct Chart: Decodable {
      let id: String
      let ticks: [String]
      let marks: [String]
    }

    var record: PageRecord {
      PageRecord(
        language: language, forms: forms, outcomes: outcomes ?? [:], required: required,
        quotes: quotes, links: links,
        charts: Dictionary(
          charts.map { ($0.id, PageFacts.Charts.Chart(ticks: $0.ticks, marks: Set($0.marks))) },
          uniquingKeysWith: { first, _ in first }),
        sheetHash: sheet)
    }
  }

  /// - Returns: `nil` for what is no record of this program.
  init?(_ bytes: [UInt8]) {
    guard let read = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = read
  }
}
