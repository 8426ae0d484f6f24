import CSV
import Glibc
import Testing

/// The exports that people really have; they are not ours to copy, so they are read in place.
@Suite(.enabled(if: exports != nil, "PEIL_SHARED names no folder with exports"))
struct SampleExportsTests {
  /// Python: `csv.reader(io.StringIO(text, newline=""), delimiter=…, strict=True)` over each file, its
  /// encoding and delimiter by eye; an empty record is one with an empty field. The last number is the
  /// 64-bit FNV-1a of all fields, 0x1F behind each, 0x1E behind each record.
  @Test(
    arguments: [
      ("ads/google/Campaign report.csv", .utf8, .comma, 9, 163, 0xF716A58AF2473979),
      (
        "ads/google/Search keyword report.csv", .utf16LittleEndian, .tab, 30, 534,
        0x26BBE95807367566
      ),
      ("ads/meta/ads_report.foundry.excerpt.csv", .utf8, .comma, 10, 250, 0x7BE5F3D1C3297CAD),
      ("facebook_legacy/page_level_2014.csv", .windows1252, .comma, 60, 37998, 0x94BA91BEC102D47B),
      ("facebook_legacy/post_level_2014.csv", .utf8, .comma, 100, 9500, 0x7111582CB265555D),
      ("facebook_legacy/video_posts_2014.csv", .utf8, .comma, 24, 4032, 0x6FA99F455D81901B),
      (
        "ga4/Pages_and_screens_Page_path_and_screen_class.csv", .utf8, .comma, 66, 465,
        0x6CE8FC5FF44F01F4
      ),
      ("ga4/Reports_snapshot_compare.csv", .utf8, .comma, 658, 1610, 0x8C98C4BECF8A51FD),
      ("ga4/city_data-export.csv", .utf8, .comma, 334, 1603, 0x67D2FDBAC8B8C01E),
      ("ga4/dashboard_empty_data-export.csv", .utf8, .comma, 101, 167, 0x64F6846A93677471),
      ("ga4/events_data-export.csv", .utf8, .comma, 49, 209, 0x3D4C285BB4A5EC16),
      ("linkedin/followers_sheet_as_csv.wai.csv", .utf8, .comma, 366, 2562, 0x6DDB917D8328E135),
      ("linkedin/metrics_sheet_as_csv.wai.csv", .utf8, .comma, 366, 7686, 0xCC580D129F18A7E0),
      ("meta/content/fb_posts_2025_en.oigetit.csv", .utf8, .comma, 140, 4340, 0x0AFED779F1291F2C),
      (
        "meta/content/fb_posts_2025_en_dup_views.oigetit.csv", .utf8, .comma, 49, 1862,
        0xD8B452775902F2BB
      ),
      ("meta/content/ig_posts_2025_en.oigetit.csv", .utf8, .comma, 79, 1422, 0x951648DDC1734989),
      ("meta/content/ig_posts_2026_es.kairos.csv", .utf8, .comma, 21, 378, 0x07E70AB927A2923E),
      (
        "meta/daily_2023.feadev/Page and profile visits (1).csv", .utf16LittleEndian, .comma, 2146,
        4288, 0x8117C759C2B39592
      ),
      (
        "meta/daily_2023.feadev/Reach (1).csv", .utf16LittleEndian, .comma, 2146, 4288,
        0x704C6D06F5911FD8
      ),
      (
        "meta/daily_2025.oigetit/Audience.csv", .utf16LittleEndian, .comma, 17, 67,
        0x4BE86BE27D329F1A
      ),
      (
        "meta/daily_2025.oigetit/Follows.csv", .utf16LittleEndian, .comma, 108, 214,
        0xC4DC7D5BA77068A7
      ),
      (
        "meta/daily_2025.oigetit/Interactions (1).csv", .utf16LittleEndian, .comma, 108, 214,
        0x111F5B478233E293
      ),
      (
        "meta/daily_2025.oigetit/Interactions.csv", .utf16LittleEndian, .comma, 108, 214,
        0x5413E4CC6CE19F82
      ),
      (
        "meta/daily_2025.oigetit/Reach.csv", .utf16LittleEndian, .comma, 108, 214,
        0xD6C9F67618635F34
      ),
      (
        "meta/daily_2025.oigetit/Views.csv", .utf16LittleEndian, .comma, 108, 214,
        0xEF7541D2B210408D
      ),
      (
        "meta/daily_2025.oigetit/Visits (1).csv", .utf16LittleEndian, .comma, 108, 214,
        0x92A49EB108F26242
      ),
      (
        "meta/daily_2025.oigetit/Visits.csv", .utf16LittleEndian, .comma, 108, 214,
        0x26FC11701CFF6B5C
      ),
      (
        "meta/derived_nl/fb_posts_nl_header.derived.csv", .utf8, .comma, 49, 1862,
        0x2084BE2636434861
      ),
      (
        "meta/derived_nl/ig_posts_nl_header.derived.csv", .utf8, .comma, 79, 1422,
        0x97074A59F9879E10
      ),
      (
        "meta/resaved_by_excel.vintage/Audience.csv", .windows1251, .semicolon, 85, 850,
        0xEC987B302474CC35
      ),
      (
        "meta/resaved_by_excel.vintage/INSTAGRAM_RAW.csv", .utf8, .comma, 498, 591,
        0x5E9EE202030C72F0
      ),
      (
        "meta/resaved_by_excel.vintage/Top content formats.csv", .utf8, .semicolon, 11, 66,
        0x0FC3CBC737CA033C
      ),
      ("meta/resaved_by_excel.vintage/Views.csv", .utf8, .semicolon, 64, 128, 0xA5E9D58CEF5B057D),
      (
        "meta/resaved_by_excel.vintage/fb_videos_2025.csv", .utf8, .comma, 46, 46,
        0x73ABA3A5D3C7E4A2
      ),
      (
        "tiktok/business_suite_en/TIKTOK_AUDIENCE_RAW.csv", .utf8, .comma, 63, 315,
        0xEB9CED93A6A62097
      ),
      ("tiktok/business_suite_en/TIKTOK_RAW.csv", .utf8, .comma, 63, 756, 0x729E6A710C915FE5),
      ("tiktok/business_suite_en/TIKTOK_VIDEO_RAW.csv", .utf8, .comma, 52, 416, 0x50A3248409FCE6CD),
      ("tiktok/studio_en/Content.csv", .utf8, .comma, 14, 112, 0x136C5EA57A193289),
      ("tiktok/studio_en/FollowerActivity.csv", .utf8, .comma, 169, 507, 0xAF498F4778085329),
      ("tiktok/studio_en/FollowerGender.csv", .utf8, .comma, 4, 8, 0xE48F023E181DBE04),
      ("tiktok/studio_en/FollowerHistory.csv", .utf8, .comma, 366, 1098, 0xA85FA5FF3E0093CE),
      ("tiktok/studio_en/FollowerTopTerritories.csv", .utf8, .comma, 12, 24, 0x1B81772E63289C32),
      ("tiktok/studio_en/Overview.csv", .utf8, .comma, 366, 2196, 0xCF061F576DE561FD),
      ("tiktok/studio_en/Viewers.csv", .utf8, .comma, 366, 1464, 0xBB2FF7B38F553407),
      ("time/clockify_time_entries_import_test_1.csv", .utf8, .comma, 3, 51, 0x9AD2311F088B0DA7),
      ("time/clockify_time_entries_import_test_2.csv", .utf8, .comma, 2, 42, 0x47A2702CEF8D2A42),
      ("time/clockify_time_entries_import_test_5.csv", .utf8, .comma, 3, 51, 0x4BF7E9E884FFFF27),
      ("time/harvest_time_entries_import_test_1.csv", .utf8, .comma, 3, 60, 0x1AA9D8690877A638),
      ("time/toggl_time_entries_import_test_1.csv", .utf8, .comma, 3, 42, 0x66DB1AA9DDDA5980),
      ("time/toggl_time_entries_import_test_2.csv", .utf8, .comma, 2, 26, 0x9CCFF0026ADBB753),
      ("tools/sprout_Profile Performance.csv", .utf8, .comma, 200, 13200, 0xA1A11771C1046396),
      ("ua/browser_version_nl.csv", .utf8, .comma, 605, 3254, 0x7DA8C51803FDB7E6),
      ("ua/browser_version_os_en.csv", .utf8, .comma, 290, 1139, 0xD4F86F89EEBDB3B6),
      (
        "x/account_analytics_content_2026-07-06_2026-08-02.csv", .utf8, .comma, 202, 3434,
        0x48679B9E90CBA01F
      ),
      (
        "x/account_analytics_content_2026-08-10_2026-08-16.csv", .utf8, .comma, 41, 697,
        0xD03820D71F108588
      ),
      (
        "x/account_analytics_content_ja_2025-11-16_2026-02-13.csv", .utf8, .comma, 60, 1020,
        0x7421D8F0BAD5AB12
      ),
      (
        "x/account_analytics_content_undefined_rows.excerpt.csv", .utf8, .comma, 7, 119,
        0x7C23DDB88D28A7B0
      ),
      ("x/account_overview_analytics.csv", .utf8, .comma, 8, 112, 0x0B8BD2026D0B5E39),
      (
        "x/daily_tweet_activity_metrics_LisaDeBruine_20210801_20210901_en.csv", .utf8, .comma, 32,
        1216, 0xCDA30F63C3EDBEB7
      ),
      (
        "x/tweet_activity_metrics_rOpenSci_20161201_20170101_en.csv", .utf8, .comma, 38, 1520,
        0x0697AA8B3094F1D6
      ),
      (
        "x/tweet_activity_metrics_rOpenSci_20211101_20211201_en.csv", .utf8, .comma, 34, 1360,
        0x2E8A326048EE747D
      ),
      ("youtube/content_de/Gesamtwerte.csv", .utf8, .comma, 367, 734, 0xE684DC6D86077FEC),
      ("youtube/content_de/Tabellendaten.csv", .utf8, .comma, 503, 4017, 0xC9E085EFECAC9402),
      ("youtube/content_en/Table data.csv", .utf8, .comma, 444, 3996, 0xB98E7550BB2A6451),
      ("youtube/content_en/Totals.csv", .utf8, .comma, 366, 732, 0xEB07CE687DCC9F00),
      ("youtube/geography_en/Table data.csv", .utf8, .comma, 203, 812, 0x8CA94108AB8C7AA7),
      ("youtube/geography_en/Totals.csv", .utf8, .comma, 366, 732, 0xF62F70027FB23126),
      ("youtube/traffic_source_en/Chart data.csv", .utf8, .comma, 421, 1263, 0xE5A3010DCBC2EDA3),
      ("youtube/traffic_source_en/Table data.csv", .utf8, .comma, 17, 102, 0x43FA19E3171D1937),
      ("youtube/traffic_source_en/Totals.csv", .utf8, .comma, 29, 58, 0x7F42D81F4AA7080D),
    ] as [(String, TextEncoding, Dialect.Delimiter, Int, Int, UInt64)])
  func `reads what Python's csv reads`(
    path: String, encoding: TextEncoding, delimiter: Dialect.Delimiter, recordCount: Int,
    fieldCount: Int, hash: UInt64
  ) throws {
    let file = try CSVFile.read("\(exports ?? "")/\(path)", shownAs: path)
    #expect(file.encoding == encoding)
    let records = Records(of: file)
    #expect(records.failure == nil)
    #expect(records.dialect.delimiter == delimiter)
    #expect(records.count == recordCount)
    #expect(records.reduce(0) { $0 + $1.count } == fieldCount)
    var found: UInt64 = 0xCBF2_9CE4_8422_2325
    for record in records {
      for field in record.strings {
        for byte in field.utf8 { found = (found ^ UInt64(byte)) &* 0x100_0000_01B3 }
        found = (found ^ 0x1F) &* 0x100_0000_01B3
      }
      found = (found ^ 0x1E) &* 0x100_0000_01B3
    }
    #expect(found == hash)
  }
}

private let exports: String? = {
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let shared = getenv("PEIL_SHARED").map { String(cString: $0) } ?? "/\(root)/../shared"
  let folder = "\(shared)/exports"
  return access(folder, R_OK) == 0 ? folder : nil
}()
