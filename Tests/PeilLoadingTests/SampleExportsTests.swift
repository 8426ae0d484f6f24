import Calendars
import Diagnostics
import Foundation
import PeilLoading
import PeilModel
import Testing

/// The exports that people really have; they are not ours to copy, so they are read in place.
///
/// Expected numbers are from Python's csv: `csv.reader(io.StringIO(text, newline=""))` over the decoded
/// file, counted by account and by `Data comment`, columns added where a field is not blank, publish times
/// taken from `America/Los_Angeles` to `Europe/Amsterdam` by zoneinfo.
@Suite(.enabled(if: sampleExports != nil, "PEIL_SHARED names no folder with exports"))
struct SampleExportsTests {
  private func load(_ paths: [String: String], accounts: [String: String] = [:]) throws
    -> ClientLoad
  {
    let folder = try #require(sampleExports)
    let files = try paths.mapValues { path in
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
    }
    return try PeilLoadingTests.load(files, accounts: accounts)
  }

  private struct Posts: Sendable, CustomTestStringConvertible {
    let path: String
    let format: String
    let account: String
    let days: (String, String)
    let sums: [String: Double]

    var testDescription: String { path }
  }

  private static let posts = [
    Posts(
      path: "meta/content/fb_posts_2025_en.oigetit.csv", format: "meta-facebook-posts",
      account: "used 139", days: ("2025-02-14", "2025-04-15"),
      sums: ["views": 7493, "reactions": 30, "comments": 9, "shares": 2, "link-clicks": 8]),
    Posts(
      path: "meta/content/fb_posts_2025_en_dup_views.oigetit.csv", format: "meta-facebook-posts",
      account: "used 48", days: ("2025-03-18", "2025-04-15"),
      sums: ["video-views": 0, "reactions": 8, "comments": 2, "shares": 0, "link-clicks": 2]),
    Posts(
      path: "meta/content/ig_posts_2025_en.oigetit.csv", format: "meta-instagram-posts",
      account: "used 78", days: ("2025-03-18", "2025-04-14"),
      sums: [
        "views": 10931, "reactions": 274, "comments": 1, "shares": 8, "saves": 4, "follows": 6,
      ]),
    Posts(
      path: "meta/content/ig_posts_2026_es.kairos.csv", format: "meta-instagram-posts",
      account: "used 19, other-account 1", days: ("2026-01-10", "2026-03-31"),
      sums: [
        "views": 31525, "reactions": 846, "comments": 34, "shares": 170, "saves": 48, "follows": 16,
      ]),
    Posts(
      path: "meta/derived_nl/fb_posts_nl_header.derived.csv", format: "meta-facebook-posts",
      account: "used 48", days: ("2025-03-18", "2025-04-15"),
      sums: ["video-views": 0, "reactions": 8, "comments": 2, "shares": 0, "link-clicks": 2]),
    Posts(
      path: "meta/derived_nl/ig_posts_nl_header.derived.csv", format: "meta-instagram-posts",
      account: "used 78", days: ("2025-03-18", "2025-04-14"),
      sums: [
        "views": 10931, "reactions": 274, "comments": 1, "shares": 8, "saves": 4, "follows": 6,
      ]),
  ]

  @Test(arguments: posts)
  private func `a content export of Meta is read with its sums`(expected: Posts) throws {
    let load = try load(["posts.csv": expected.path])
    let file = try load.onlyFile
    #expect(file.format == expected.format)
    #expect(file.account == expected.account)
    #expect(file.isBalanced)
    #expect(load.problems == [])
    #expect(!load.isUnusable)
    let sums = Dictionary(uniqueKeysWithValues: file.sums.map { ($0.measure, $0.total) })
    #expect(sums == expected.sums)
    let first = try #require(file.days?.lowerBound)
    let last = try #require(file.days?.upperBound)
    #expect("\(first)" == expected.days.0)
    #expect("\(last)" == expected.days.1)
  }

  @Test func `one Facebook export inside another is counted once`() throws {
    let load = try load([
      "a.csv": "meta/content/fb_posts_2025_en.oigetit.csv",
      "b.csv": "meta/content/fb_posts_2025_en_dup_views.oigetit.csv",
    ])
    #expect(load.data.posts.count == 139)
    #expect(load.unbalanced == [])
    #expect(load.data.files.map(\.used).reduce(0, +) == 139)
  }

  private static let daily: [(path: String, series: [(String, Platform, Int, String, Int)])] = [
    ("Follows.csv", [("new-followers", .instagram, 105, "2025-01-01", 66)]),
    ("Interactions (1).csv", [("interactions", .instagram, 105, "2025-01-01", 749)]),
    ("Interactions.csv", [("interactions", .instagram, 105, "2025-01-01", 208)]),
    ("Reach.csv", [("reach", .facebook, 105, "2025-01-01", 10734)]),
    ("Views.csv", [("views", .instagram, 105, "2025-01-01", 29981)]),
    ("Visits (1).csv", [("visits", .instagram, 105, "2025-01-01", 449)]),
    ("Visits.csv", [("visits", .facebook, 105, "2025-01-01", 976)]),
    (
      "../daily_2023.feadev/Page and profile visits (1).csv",
      [
        ("visits", .facebook, 1070, "2020-03-29", 1210),
        ("visits", .instagram, 1070, "2020-03-29", 14347),
      ]
    ),
    (
      "../daily_2023.feadev/Reach (1).csv",
      [
        ("reach", .facebook, 1070, "2020-03-29", 14313),
        ("reach", .instagram, 1070, "2020-03-29", 126_490),
      ]
    ),
  ]

  @Test(arguments: daily)
  private func `a daily series is read with its platform`(
    path: String, series: [(String, Platform, Int, String, Int)]
  ) throws {
    let load = try load(["instagram/series.csv": "meta/daily_2025.oigetit/\(path)"])
    let file = try load.onlyFile
    #expect(file.format == "meta-daily")
    #expect(file.kind == .dailySeries)
    #expect(file.isBalanced)
    #expect(load.problems == [])
    for (measure, platform, count, first, total) in series {
      let values = load.data.series.filter {
        $0.platform == platform && $0.measure.rawValue == measure
      }
      #expect(values.count == count)
      #expect(values.first?.day == Day(iso8601: first))
      #expect(values.map(\.value).reduce(0, +) == total)
    }
    #expect(load.data.series.count == series.map(\.2).reduce(0, +))
  }

  /// By hand from the file.
  @Test func `an audience is read as shares of ages, genders and places`() throws {
    let load = try load([
      "instagram/Audience.csv": "meta/daily_2025.oigetit/Audience.csv",
      "instagram/posts.csv": "meta/content/ig_posts_2025_en.oigetit.csv",
    ])
    let file = try #require(load.data.files.first)
    #expect(file.format == "meta-audience")
    #expect(file.account == "used 8")
    #expect(file.isBalanced)
    #expect(load.data.audience.count == 6 + 2 + 10 + 10)
    func share(_ dimension: String, _ segment: String) -> Double? {
      load.data.audience.first { $0.dimension == dimension && $0.segment == segment }?.share
    }
    #expect(abs((share("age", "25-34") ?? 0) - 0.453) < 1e-12)
    #expect(abs((share("gender", "women") ?? 0) - 0.573) < 1e-12)
    #expect(abs((share("gender", "men") ?? 0) - 0.427) < 1e-12)
    #expect(share("country", "Botswana") == 0.012)
    #expect(abs((share("city", "Lagos, Nigeria") ?? 0) - 0.018) < 1e-12)
    #expect(Set(load.data.audience.map(\.month)) == [Month(year: 2025, month: 4)])
  }

  @Test func `an audience that Excel turned into dates is refused with the place`() throws {
    let load = try load(["instagram/a.csv": "meta/resaved_by_excel.vintage/Audience.csv"])
    #expect(load.problems.contains("export.damaged-number"))
    #expect(load.diagnostics.first { $0.id == "export.damaged-number" }?.place?.line == 3)
    #expect(load.data.files.map(\.account) == ["used 0, unreadable 70"])
    #expect(!load.isUnusable)
  }

  /// Python's xlrd: rows below the header, and `sum` of the columns.
  @Test func `a workbook of LinkedIn of before 2007 is read sheet by sheet`() throws {
    let load = try load(["a.xls": "linkedin/page_2020.nplf.xls"])
    #expect(load.problems == [])
    let formats = load.data.files.map {
      "\($0.path.split(separator: "/").last ?? "") \($0.format) \($0.used)"
    }
    #expect(
      formats == [
        "Visitor metrics linkedin-visitors 91", "Location linkedin-visitor-audience 10",
        "Job function linkedin-visitor-audience 15", "Seniority linkedin-visitor-audience 7",
        "Industry linkedin-visitor-audience 27", "Company size linkedin-visitor-audience 8",
        "Update metrics (aggregated) linkedin-metrics 91", "Update Engagement linkedin-posts 10",
      ])
    func total(_ measure: DailyValue.Measure) -> Int {
      load.data.series.filter { $0.measure == measure }.map(\.value).reduce(0, +)
    }
    #expect(total(.pageViews) == 119)
    #expect(total(.viewers) == 49)
    #expect(total(.impressions) == 2147)
    #expect(total(.reach) == 1523)
    #expect(total(.clicks) == 44)
    #expect(total(.reactions) == 74)
    #expect(load.data.posts.compactMap(\.counts.impressions).reduce(0, +) == 2551)
    #expect(load.data.posts.compactMap(\.counts.reactions).reduce(0, +) == 101)
    #expect(load.data.posts.compactMap(\.counts.shares).reduce(0, +) == 5)
    #expect(load.data.days?.lowerBound == Day(iso8601: "2020-04-01"))
  }

  @Test func `a series that Excel saved again is read`() throws {
    let load = try load(["instagram/v.csv": "meta/resaved_by_excel.vintage/Views.csv"])
    let file = try load.onlyFile
    #expect(file.format == "meta-daily")
    #expect(load.data.series.first?.day == Day(iso8601: "2025-10-31"))
    #expect(load.data.series.prefix(3).map(\.value) == [5213, 4216, 4594])
  }

  @Test
  func `every sample is read whole or told about, and only two of Clockify's leave something open`()
    throws
  {
    let folder = try #require(sampleExports)
    let inside = try #require(FileManager.default.enumerator(atPath: folder))
    let paths = inside.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xls") }
    #expect(paths.count > 60)
    let load = try load(
      Dictionary(uniqueKeysWithValues: paths.map { ("facebook/\($0)", $0) }))
    #expect(load.unbalanced == [])
    let read = Set(load.data.files.map(\.path))
    let told = Set(load.diagnostics.compactMap { $0.place?.file })
    for path in paths {
      let file = "exports/facebook/\(path)"
      // Sheets stand behind the path of their workbook.
      let isRead = read.contains(file) || read.contains { $0.hasPrefix("\(file)/") }
      #expect(isRead || told.contains("bakery/\(file)"), "\(path)")
    }
    let formats = Dictionary(grouping: load.data.files, by: \.format).mapValues(\.count)
    #expect(
      formats == [
        "clockify-hours": 3, "facebook-insights-page": 1, "facebook-insights-posts": 1,
        "facebook-insights-videos": 1, "ga4-report": 5, "google-ads": 2, "harvest-hours": 1,
        "linkedin-metrics": 2, "linkedin-new-followers": 1, "linkedin-posts": 1,
        "linkedin-visitor-audience": 5, "linkedin-visitors": 1, "meta-ads": 1, "meta-audience": 2,
        "meta-content-formats": 1, "meta-daily": 10, "meta-facebook-posts": 3,
        "meta-facebook-videos": 1, "meta-instagram-posts": 4, "sprout-profiles": 1,
        "tiktok-active-followers": 1, "tiktok-business-audience": 1, "tiktok-business-days": 1,
        "tiktok-business-videos": 1, "tiktok-days": 1, "tiktok-followers": 1, "tiktok-genders": 1,
        "tiktok-territories": 1, "tiktok-videos": 1, "tiktok-viewers": 1, "toggl-hours": 2,
        "ua-report": 2, "x-content": 4, "x-days": 1, "x-days-until-2024": 1,
        "x-posts-until-2024": 2, "youtube-chart": 1, "youtube-content": 2, "youtube-days": 4,
        "youtube-table": 2,
      ])
    let errors = load.diagnostics.filter { $0.severity == .error }.map(\.id)
    #expect(errors == ["export.ambiguous-days", "export.ambiguous-days"])
  }
}
