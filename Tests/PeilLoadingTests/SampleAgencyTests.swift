import Calendars
import Diagnostics
import Foundation
import PeilLoading
import PeilModel
import Testing

/// The sample agency in `data/`.
///
/// Expected numbers are from Python's csv: `csv.reader(io.StringIO(text, newline=""))` over each file;
/// posts of exports that overlap are matched by permalink, and the file whose name ends latest wins.
@Suite struct SampleAgencyTests {
  private static let loads = Result {
    let clients = try FileManager.default.contentsOfDirectory(atPath: "\(repository)/data/clients")
    return try Dictionary(
      uniqueKeysWithValues: clients.map { ($0, try loadFromDisk($0)) })
  }

  private static func loadFromDisk(_ slug: String) throws -> ClientLoad {
    try loadClient(in: "\(repository)/data/clients/\(slug)", shownAs: slug, slug: slug)
  }

  private func load(_ slug: String) throws -> ClientLoad {
    try #require(try Self.loads.get()[slug])
  }

  @Test func `all clients of the sample agency are tested`() throws {
    #expect(Set(try Self.loads.get().keys) == Set(Self.files.map(\.client)))
  }

  private static let files: [(client: String, files: [String: String])] = [
    (
      "bakkerij-roggeveld",
      [
        "Oct-01-2025_Oct-31-2026_1396269028470918.csv": "used 50", "gesprekken.csv": "used 18",
        "kosten.csv": "used 9", "postlog.csv": "used 50", "volgers.csv": "used 10",
      ]
    ),
    (
      "museum-de-vuurbaak",
      [
        "data-export.csv": "used 746, other-source 903",
        "facebook/Oct-01-2025_Oct-31-2026_1396269028481733.csv": "used 26",
        "instagram/Audience.csv": "used 7", "instagram/Follows.csv": "used 306",
        "instagram/Oct-01-2025_Apr-30-2026_1310448829005117.csv": "used 0, superseded 89",
        "instagram/Oct-01-2025_Oct-31-2026_1396269028481604.csv": "used 171, platform-error 1",
        "instagram/Reach.csv": "used 396", "instagram/Views.csv": "used 396",
      ]
    ),
    (
      "plankwijs-software",
      [
        "bezoek.csv": "used 396", "doelgroep.csv": "used 4", "gesprekken.csv": "used 716",
        "kosten.csv": "used 26",
        "plankwijs-software_content_1793607277000 - All posts.csv": "used 246",
        "plankwijs-software_content_1793607277000 - Metrics.csv": "used 396",
        "plankwijs-software_followers_1793607318207 - New followers.csv": "used 396",
        "plankwijs-software_followers_1793607318207 - Seniority.csv": "used 7",
        "postlog.csv": "used 207",
        "uren/TogglTrack_Report_Detailed_report_(from_2025-10-01_to_2026-06-30).csv": "used 321",
        "uren/TogglTrack_Report_Detailed_report_(from_2026-07-01_to_2026-10-31).csv": "used 148",
        "volgers.csv": "used 396",
      ]
    ),
    (
      "the-harbour-house",
      [
        "ads/Harbour-House-campaigns-Oct-1-2025-Oct-31-2026.csv": "used 610, total 1",
        "ads/Harbour-House-winter-Dec-1-2025-Mar-8-2026.csv": "used 98, total 1",
        "conversations.csv": "used 925", "costs.csv": "used 56",
        "data-export.csv": "used 1956, other-source 1188",
        "facebook/Oct-01-2025_Oct-31-2026_1396269028502377.csv": "used 127, platform-error 1",
        "facebook/Reach.csv": "used 382", "facebook/Views.csv": "used 382",
        "followers.csv": "used 1528",
        "instagram/Oct-01-2025_Oct-31-2026_1396269028502218.csv": "used 164",
        "instagram/Views.csv": "used 396",
        "instagram/instagram Q1 cleaned up.csv": "used 0, superseded 37",
        "post log.csv": "used 474, no-such-post 5",
        "x/account_overview_analytics.csv": "used 92",
        "x/account_analytics_content_2025-10-01_2026-03-31.csv":
          "used 64, deleted 3, reply 27",
        "x/account_analytics_content_2026-04-12_2026-10-31.csv":
          "used 72, deleted 2, reply 31",
        "youtube/Content 2025-10-01_2026-11-01 The Harbour House/Table data.csv":
          "used 47, total 1",
        "youtube/Content 2025-10-01_2026-11-01 The Harbour House/Totals.csv": "used 396",
      ]
    ),
    (
      "tuincentrum-wilgenhof",
      [
        "ads/Wilgenhof-campagnes-1-okt-2025-31-okt-2026.csv": "used 707, total 1",
        "data-export (1).csv": "used 1095, other-source 1081, other-platform 355",
        "data-export.csv": "used 1371, other-source 1341, other-platform 439",
        "facebook/Aug-01-2024_Sep-30-2025_1146851149020697.csv": "used 131, superseded 34",
        "facebook/Jul-01-2025_Jan-05-2026_1290605621691789.csv": "used 34, superseded 38",
        "facebook/Oct-01-2025_Oct-31-2026_1396317239771910.csv": "used 159, platform-error 1",
        "facebook/Reach.csv": "used 396", "facebook/Views.csv": "used 396",
        "facebook/Visits.csv": "used 396", "gesprekken.csv": "used 1056",
        "instagram/Audience.csv": "used 8",
        "instagram/Aug-01-2024_Sep-30-2025_1146802937715520.csv": "used 177, superseded 49",
        "instagram/Follows.csv": "used 388",
        "instagram/Jul-01-2025_Jan-05-2026_1290557410386612.csv": "used 49, superseded 53",
        "instagram/Oct-01-2025_Oct-31-2026_1396269028466733.csv":
          "used 209, platform-error 1, other-account 2",
        "instagram/Reach.csv": "used 396", "instagram/Views.csv": "used 396",
        "instagram/Visits.csv": "used 396", "kosten.csv": "used 385", "postlog.csv": "used 368",
        "volgers.csv": "used 1644",
      ]
    ),
  ]

  @Test(arguments: files)
  func `every record of a client is used or skipped for its reason`(
    client: String, files: [String: String]
  ) throws {
    let load = try load(client)
    let accounts = Dictionary(
      uniqueKeysWithValues: load.data.files.map {
        ($0.path.dropFirst("exports/".count), $0.account)
      })
    for (path, account) in files {
      #expect(accounts[path[...]] == account, "\(path)")
    }
    #expect(accounts.count == files.count)
    #expect(load.unbalanced == [])
    #expect(!load.isUnusable)
  }

  @Test(arguments: files.map(\.client))
  func `no export of the sample agency is a question`(client: String) throws {
    #expect(try load(client).problems == [])
  }

  private struct Total: Sendable, CustomTestStringConvertible {
    let client: String
    let path: String
    let measure: String
    let total: Double

    var testDescription: String { "\(client)/\(path) \(measure)" }
  }

  private static let totals: [Total] = rows.map { row in
    Total(client: row.0, path: row.1, measure: row.2, total: row.3)
  }

  private static let rows: [(String, String, String, Double)] = [
    ("bakkerij-roggeveld", "Oct-01-2025_Oct-31-2026_1396269028470918.csv", "views", 19243),
    ("bakkerij-roggeveld", "Oct-01-2025_Oct-31-2026_1396269028470918.csv", "comments", 84),
    (
      "museum-de-vuurbaak", "instagram/Oct-01-2025_Oct-31-2026_1396269028481604.csv", "views",
      372_975
    ),
    (
      "museum-de-vuurbaak", "instagram/Oct-01-2025_Oct-31-2026_1396269028481604.csv", "reactions",
      10649
    ),
    (
      "museum-de-vuurbaak", "facebook/Oct-01-2025_Oct-31-2026_1396269028481733.csv", "reactions",
      1072
    ),
    ("museum-de-vuurbaak", "data-export.csv", "sessions", 3983),
    ("museum-de-vuurbaak", "instagram/Follows.csv", "new-followers", 563),
    ("museum-de-vuurbaak", "instagram/Views.csv", "views", 397_456),
    ("plankwijs-software", "kosten.csv", "amount", 53718.4),
    (
      "plankwijs-software", "plankwijs-software_content_1793607277000 - Metrics.csv",
      "impressions", 2_375_119
    ),
    (
      "plankwijs-software", "plankwijs-software_followers_1793607318207 - New followers.csv",
      "new-followers", 2180
    ),
    (
      // 557,802 seconds, to the nearest hundredth of an hour.
      "plankwijs-software",
      "uren/TogglTrack_Report_Detailed_report_(from_2025-10-01_to_2026-06-30).csv", "hours", 154.95
    ),
    (
      "plankwijs-software",
      "uren/TogglTrack_Report_Detailed_report_(from_2026-07-01_to_2026-10-31).csv", "amount",
      6874.63
    ),
    ("the-harbour-house", "x/account_overview_analytics.csv", "impressions", 45531),
    (
      "the-harbour-house",
      "youtube/Content 2025-10-01_2026-11-01 The Harbour House/Totals.csv", "views", 31148
    ),
    ("the-harbour-house", "costs.csv", "hours", 284.5),
    ("the-harbour-house", "costs.csv", "amount", 3387),
    (
      "the-harbour-house", "ads/Harbour-House-campaigns-Oct-1-2025-Oct-31-2026.csv", "ad-spend",
      15011.76
    ),
    (
      "the-harbour-house", "ads/Harbour-House-campaigns-Oct-1-2025-Oct-31-2026.csv",
      "ad-impressions", 1_998_736
    ),
    (
      "the-harbour-house", "instagram/Oct-01-2025_Oct-31-2026_1396269028502218.csv", "comments", 800
    ),
    (
      "the-harbour-house", "facebook/Oct-01-2025_Oct-31-2026_1396269028502377.csv", "comments", 769
    ),
    ("the-harbour-house", "data-export.csv", "sessions", 36355),
    ("the-harbour-house", "facebook/Views.csv", "views", 2_481_643),
    (
      "tuincentrum-wilgenhof", "instagram/Aug-01-2024_Sep-30-2025_1146802937715520.csv", "views",
      1_146_355
    ),
    (
      "tuincentrum-wilgenhof", "instagram/Jul-01-2025_Jan-05-2026_1290557410386612.csv", "views",
      328_850
    ),
    (
      "tuincentrum-wilgenhof", "instagram/Oct-01-2025_Oct-31-2026_1396269028466733.csv", "views",
      1_799_434
    ),
    (
      "tuincentrum-wilgenhof", "facebook/Jul-01-2025_Jan-05-2026_1290605621691789.csv", "reactions",
      3263
    ),
    ("tuincentrum-wilgenhof", "data-export (1).csv", "sessions", 37616),
    ("tuincentrum-wilgenhof", "kosten.csv", "hours", 1120),
    ("tuincentrum-wilgenhof", "kosten.csv", "amount", 4953),
    ("tuincentrum-wilgenhof", "instagram/Visits.csv", "visits", 18306),
  ]

  @Test(arguments: totals)
  private func `a sum is that of the records that count`(expected: Total) throws {
    let load = try load(expected.client)
    let file = load.data.files.first { $0.path == "exports/\(expected.path)" }
    let total = try #require(file?.sum(expected.measure))
    #expect(abs(total - expected.total) < 1e-6)
  }

  /// 306 of 396 days are in the file, up to 30 October; the last is one before the end.
  @Test func `days without new followers on Instagram are zero`() throws {
    let follows = try load("museum-de-vuurbaak").data.series.filter { $0.measure == .newFollowers }
    #expect(follows.count == 395)
    #expect(follows.filter { $0.value == 0 }.count == 395 - 306)
    #expect(follows.map(\.value).reduce(0, +) == 563)
  }

  @Test func `an audience is of the month of the exports beside it`() throws {
    for client in ["museum-de-vuurbaak", "tuincentrum-wilgenhof"] {
      let audience = try load(client).data.audience
      #expect(Set(audience.map(\.month.description)) == ["2026-10"])
      let ages = audience.filter { $0.dimension == "age" }.map(\.share).reduce(0, +)
      #expect(abs(ages - 1) < 0.005)
    }
  }

  @Test func `loading twice gives the same`() throws {
    let again = try Self.loadFromDisk("tuincentrum-wilgenhof")
    #expect(try load("tuincentrum-wilgenhof").data == again.data)
  }
}
