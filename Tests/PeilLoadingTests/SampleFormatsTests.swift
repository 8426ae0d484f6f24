import Calendars
import Diagnostics
import Foundation
import PeilLoading
import PeilModel
import Testing

/// Every sample that is not looked at in `SampleExportsTests` is recognised as what it is, and its records,
/// days and sums are those that Python's csv gives:
///
///     python3 Tests/Fixtures/exports/expected.py ../shared/exports
///
/// Days of the older exports of X are those of their names, which Python is not told.
@Suite(.enabled(if: sampleExports != nil, "PEIL_SHARED names no folder with exports"))
struct SampleFormatsTests {
  private struct Expected: Sendable, CustomTestStringConvertible {
    let path: String
    let format: String
    let account: String
    let days: (String, String)?
    let sums: [String: Double]
    /// An archive's name may hold the second of the export: 28 February 2026.
    let folder: String

    init(
      _ path: String, _ format: String, _ account: String, _ days: (String, String)?,
      _ sums: [String: Double], folder: String = "exports"
    ) {
      self.path = path
      self.format = format
      self.account = account
      self.days = days
      self.sums = sums
      self.folder = folder
    }

    var testDescription: String { path }
  }

  private static let expected = [
    Expected(
      "ads/google/Campaign report.csv", "google-ads", "used 2, total 4",
      ("2025-07-08", "2025-07-31"),
      ["ad-impressions": 46168, "ad-spend": 2565.93, "conversions": 15]),
    Expected(
      "ads/google/Search keyword report.csv", "google-ads", "used 17, total 10",
      ("2026-05-01", "2026-05-08"),
      ["ad-impressions": 14, "ad-clicks": 1, "ad-spend": 0.12, "conversions": 0]),
    Expected(
      "ads/meta/ads_report.foundry.excerpt.csv", "meta-ads", "used 9", ("2026-05-25", "2026-06-07"),
      ["ad-impressions": 83100, "ad-spend": 534.81]),
    Expected(
      "facebook_legacy/page_level_2014.csv", "facebook-insights-page", "used 58",
      ("2014-01-01", "2014-02-27"), ["new-followers": 21, "lost-followers": 0, "impressions": 1762]),
    Expected(
      "facebook_legacy/post_level_2014.csv", "facebook-insights-posts", "used 98",
      ("2014-11-15", "2015-02-20"),
      ["impressions": 148670, "reactions": 897, "comments": 101, "shares": 269, "link-clicks": 331]),
    Expected(
      "facebook_legacy/video_posts_2014.csv", "facebook-insights-videos", "used 22",
      ("2014-09-29", "2015-02-19"), ["impressions": 93780, "video-views": 13138]),
    Expected(
      "ga4/Pages_and_screens_Page_path_and_screen_class.csv", "ga4-report", "used 56",
      ("2026-02-24", "2026-03-23"), ["views": 779, "events": 1946, "conversions": 0, "revenue": 0]),
    Expected(
      "ga4/events_data-export.csv", "ga4-report", "used 39", ("2023-01-01", "2023-12-31"),
      ["events": 304804, "revenue": 0]),
    Expected(
      "ga4/city_data-export.csv", "ga4-report", "used 313", ("2020-10-22", "2021-10-22"),
      ["engaged-sessions": 235, "events": 2343, "conversions": 0, "revenue": 0]),
    Expected(
      "ga4/Reports_snapshot_compare.csv", "ga4-report", "used 582", ("2025-08-01", "2025-08-31"),
      ["events": 5837, "views": 1638, "sessions": 476]),
    Expected(
      "ua/browser_version_nl.csv", "ua-report", "used 593, total 2", ("2014-09-17", "2015-09-18"),
      ["sessions": 7374]),
    Expected(
      "ua/browser_version_os_en.csv", "ua-report", "used 281, total 1", nil, ["sessions": 7374]),
    Expected(
      "linkedin/followers_sheet_as_csv.wai.csv", "linkedin-new-followers", "used 365",
      ("2025-02-08", "2026-02-07"), ["new-followers": 2200]),
    Expected(
      "linkedin/metrics_sheet_as_csv.wai.csv", "linkedin-metrics", "used 365",
      ("2025-01-28", "2026-01-27"),
      ["impressions": 170398, "clicks": 11284, "reactions": 4371, "comments": 393, "shares": 123]),
    Expected(
      "meta/resaved_by_excel.vintage/INSTAGRAM_RAW.csv", "meta-instagram-posts",
      "used 55, platform-error 1, other-account 2", ("2025-10-31", "2025-12-31"),
      [
        "views": 517866, "reactions": 4272, "comments": 30, "shares": 1144, "saves": 214,
        "follows": 167,
      ]),
    Expected(
      "meta/resaved_by_excel.vintage/fb_videos_2025.csv", "meta-facebook-videos", "used 45",
      ("2025-10-31", "2025-12-30"),
      [
        "video-views": 246383, "watch-seconds": 3975239.372, "reactions": 3524, "comments": 48,
        "shares": 93,
      ]),
    Expected(
      "meta/resaved_by_excel.vintage/Top content formats.csv", "meta-content-formats", "used 3",
      nil, ["views": 761454, "interactions": 6492, "posts": 92]),
    Expected(
      "tiktok/studio_en/Overview.csv", "tiktok-days", "used 365", ("2025-02-28", "2026-02-27"),
      [
        "video-views": 2946198, "profile-visits": 9692, "reactions": 23673, "comments": 3171,
        "shares": 2372,
      ], folder: "1772236800"),
    Expected(
      "tiktok/studio_en/Viewers.csv", "tiktok-viewers", "used 340, not-measured 25",
      ("2025-02-28", "2026-02-27"), [:], folder: "1772236800"),
    Expected(
      "tiktok/studio_en/FollowerHistory.csv", "tiktok-followers", "used 340, not-measured 25",
      ("2025-02-28", "2026-02-27"), [:], folder: "1772236800"),
    Expected(
      "tiktok/studio_en/FollowerActivity.csv", "tiktok-active-followers", "used 168",
      ("2026-02-21", "2026-02-27"), [:], folder: "1772236800"),
    Expected(
      "tiktok/studio_en/Content.csv", "tiktok-videos", "used 13", ("2025-04-08", "2026-02-01"),
      ["views": 537161, "reactions": 4063, "comments": 117, "shares": 275]),
    Expected(
      "tiktok/business_suite_en/TIKTOK_RAW.csv", "tiktok-business-days", "used 62",
      ("2025-10-31", "2025-12-31"),
      [
        "video-views": 521491, "profile-visits": 2661, "reactions": 7178, "shares": 1926,
        "comments": 665, "net-followers": 402, "new-followers": 409, "lost-followers": 7,
      ]),
    Expected(
      "tiktok/business_suite_en/TIKTOK_AUDIENCE_RAW.csv", "tiktok-business-audience", "used 62",
      ("2025-10-31", "2025-12-31"), ["new-followers": 409]),
    Expected(
      "tiktok/business_suite_en/TIKTOK_VIDEO_RAW.csv", "tiktok-business-videos", "used 51",
      ("2025-10-31", "2025-12-31"),
      ["video-views": 538938, "reactions": 7481, "comments": 135, "shares": 1985, "saves": 570]),
    Expected(
      "time/toggl_time_entries_import_test_1.csv", "toggl-hours", "used 2",
      ("2024-03-04", "2024-03-04"), ["hours": 1]),
    Expected(
      "time/toggl_time_entries_import_test_2.csv", "toggl-hours", "used 1",
      ("2024-10-15", "2024-10-15"), ["hours": 0]),
    Expected(
      "time/clockify_time_entries_import_test_2.csv", "clockify-hours", "used 1",
      ("2024-10-15", "2024-10-15"), ["hours": 0.5]),
    Expected(
      "time/harvest_time_entries_import_test_1.csv", "harvest-hours", "used 2",
      ("2024-03-04", "2024-03-04"), ["hours": 20.01]),
    Expected(
      "tools/sprout_Profile Performance.csv", "sprout-profiles", "used 199",
      ("2025-01-01", "2025-02-03"),
      [
        "impressions": 1051551, "video-views": 311944, "interactions": 16951, "reactions": 12760,
        "comments": 310, "net-followers": 431,
      ]),
    Expected(
      "x/account_overview_analytics.csv", "x-days", "used 7", ("2025-08-20", "2025-08-26"),
      [
        "impressions": 24749, "reactions": 50, "interactions": 448, "new-followers": 13,
        "lost-followers": 2, "comments": 25,
      ]),
    Expected(
      "x/daily_tweet_activity_metrics_LisaDeBruine_20210801_20210901_en.csv", "x-days-until-2024",
      "used 31", ("2021-08-01", "2021-08-31"),
      ["impressions": 1639423, "interactions": 107982, "shares": 480, "reactions": 3535]),
    Expected(
      "x/tweet_activity_metrics_rOpenSci_20161201_20170101_en.csv", "x-posts-until-2024", "used 37",
      ("2016-12-01", "2016-12-31"),
      [
        "impressions": 110828, "shares": 145, "comments": 5, "reactions": 221, "link-clicks": 703,
        "follows": 2,
      ]),
    Expected(
      "x/tweet_activity_metrics_rOpenSci_20211101_20211201_en.csv", "x-posts-until-2024",
      "used 30, reply 3", ("2021-11-01", "2021-11-30"),
      [
        "impressions": 130149, "shares": 136, "comments": 9, "reactions": 282, "link-clicks": 484,
        "follows": 0,
      ]),
    Expected(
      "youtube/content_de/Tabellendaten.csv", "youtube-content",
      "used 483, total 1, deleted 17, footer 1", ("2011-03-10", "2020-12-24"),
      ["views": 401166, "impressions": 3616460]),
    Expected(
      "youtube/content_en/Table data.csv", "youtube-content", "used 442, total 1",
      ("2022-01-29", "2026-06-11"), ["views": 153235, "impressions": 37715]),
    Expected(
      "youtube/geography_en/Table data.csv", "youtube-table", "used 201, total 1", nil,
      ["views": 14344009, "watch-hours": 1078604.379]),
    Expected(
      "youtube/traffic_source_en/Table data.csv", "youtube-table", "used 15, total 1", nil,
      ["views": 489665, "watch-hours": 13042.4803]),
    Expected(
      "youtube/traffic_source_en/Chart data.csv", "youtube-chart", "used 420",
      ("2025-02-27", "2025-03-26"), ["views": 489665]),
    Expected(
      "youtube/content_de/Gesamtwerte.csv", "youtube-days", "used 366",
      ("2020-01-01", "2020-12-31"), ["views": 405712]),
    Expected(
      "youtube/content_en/Totals.csv", "youtube-days", "used 365", ("2025-06-13", "2026-06-12"),
      ["views": 181588]),
    Expected(
      "youtube/geography_en/Totals.csv", "youtube-days", "used 365", ("2020-12-31", "2021-12-30"),
      ["views": 15503810]),
    Expected(
      "youtube/traffic_source_en/Totals.csv", "youtube-days", "used 28",
      ("2025-02-27", "2025-03-26"), ["views": 489680]),
  ]

  @Test(arguments: expected)
  private func `a sample is what Python's csv says it is`(sample: Expected) throws {
    let folder = try #require(sampleExports)
    let bytes = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(sample.path)")))
    let name = sample.path.split(separator: "/").last ?? ""
    let load = try load(
      ["\(sample.folder)/\(name)": bytes],
      platforms: Platform.allCases.map(\.rawValue).joined(separator: ", "),
      currency: sample.path.hasPrefix("ads/meta") ? "USD" : "EUR")
    let file = try load.onlyFile
    #expect(file.format == sample.format)
    #expect(file.account == sample.account)
    #expect(file.days?.lowerBound.description == sample.days?.0)
    #expect(file.days?.upperBound.description == sample.days?.1)
    for (measure, total) in sample.sums {
      let found = try #require(file.sum(measure), "\(measure)")
      #expect(abs(found - total) < 0.005, "\(measure)")
    }
    #expect(!load.isUnusable)
  }

  /// What nothing in or around a file tells is asked, and never guessed.
  @Test(
    arguments: [
      ("time/clockify_time_entries_import_test_1.csv", "export.ambiguous-days"),
      ("time/clockify_time_entries_import_test_5.csv", "export.ambiguous-days"),
      ("tiktok/studio_en/Overview.csv", "export.yearless"),
      ("tiktok/studio_en/FollowerHistory.csv", "export.yearless"),
    ])
  func `a sample that leaves something open is a question`(path: String, id: String) throws {
    let folder = try #require(sampleExports)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
    let load = try load(["x.csv": bytes], platforms: "tiktok")
    #expect(load.problems == [id])
    #expect(load.isUnusable)
    #expect(load.unbalanced == [])
  }

  /// The period in the name of Clockify's own report settles which of two days is meant.
  @Test(
    arguments: [
      ("Clockify_Time_Report_Detailed_2024-03-01_2024-03-31.csv", "2024-03-04"),
      ("Clockify_Time_Report_Detailed_2024-04-01_2024-04-30.csv", "2024-04-03"),
    ])
  func `a name tells which number of a day is the month`(name: String, day: String) throws {
    let folder = try #require(sampleExports)
    let path = "\(folder)/time/clockify_time_entries_import_test_1.csv"
    let load = try load([name: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))])
    #expect(load.data.costs.map(\.days.lowerBound.description) == [day, day])
    #expect(load.data.costs.compactMap(\.hundredthsOfHours).reduce(0, +) == 100)
  }

  /// Without a number in the archive's name, the videos beside it tell the year.
  @Test func `days without a year are of the year of their neighbours`() throws {
    let folder = try #require(sampleExports)
    let names = ["Overview.csv", "FollowerHistory.csv", "FollowerGender.csv", "Content.csv"]
    let files = try names.map { name in
      let path = "\(folder)/tiktok/studio_en/\(name)"
      return (name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    }
    let load = try load(Dictionary(uniqueKeysWithValues: files), platforms: "tiktok")
    #expect(load.problems == [])
    #expect(load.data.followers.first?.day.description == "2025-03-25")
    #expect(load.data.followers.last?.day.description == "2026-02-27")
    #expect(load.data.followers.last?.followers == 5013)
    let genders = load.data.audience.filter { $0.dimension == "gender" }
    #expect(genders.map(\.share) == [0.59, 0.41, 0])
    #expect(Set(genders.map(\.month.description)) == ["2026-02"])
  }
}
