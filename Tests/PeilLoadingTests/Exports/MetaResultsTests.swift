import Calendars
import Diagnostics
import PeilLoading
import PeilModel
import Testing

@Suite struct MetaResultsTests {
  /// As Meta writes it: UTF-16, little end first, with a byte order mark.
  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private func series(_ title: String, _ days: [(String, String)]) -> String {
    "sep=,\n\"\(title)\"\n\"Date\",\"Primary\"\n"
      + days.map { "\"\($0.0)\",\"\($0.1)\"\n" }.joined()
  }

  @Test(
    arguments: [
      ("Views", "Views.csv", "instagram, facebook", "export.unknown-platform"),
      ("Follows", "meta/Follows.csv", "instagram, facebook", "export.unknown-platform"),
      (
        "Views", "instagram en facebook/Views.csv", "instagram, facebook", "export.unknown-platform"
      ),
      ("Views", "Views.csv", "linkedin", "export.unknown-platform"),
    ])
  func `a series without a platform is a question`(
    title: String, path: String, platforms: String, problem: String
  ) throws {
    let load = try load([path: utf16(series(title, [("2026-10-01", "1")]))], platforms: platforms)
    #expect(load.problems == [problem])
    #expect(load.diagnostics.first?.severity == .warning)
    #expect(load.diagnostics.first?.place?.line == 2)
    #expect(load.data.files.map(\.account) == ["used 0, unreadable 1"])
    #expect(load.data.series == [])
    #expect(!load.isUnusable)
  }

  @Test(
    arguments: [
      ("Views", "Instagram/Views.csv", "instagram, facebook", Platform.instagram),
      ("Views", "2026-10/downloads-facebook/Views.csv", "instagram, facebook", .facebook),
      ("Facebook reach", "instagram/Reach.csv", "instagram, facebook", .facebook),
      ("Views", "Views.csv", "instagram, linkedin", .instagram),
    ])
  func `the title tells the platform, else the folder, else the settings`(
    title: String, path: String, platforms: String, platform: Platform
  ) throws {
    let load = try load([path: utf16(series(title, [("2026-10-01", "1")]))], platforms: platforms)
    #expect(load.problems == [])
    #expect(load.data.series.map(\.platform) == [platform])
    let file = try load.onlyFile
    #expect(file.platform == platform)
  }

  @Test(
    arguments: [
      ("Facebook visits", DailyValue.Measure.visits), ("Facebook Page visits", .visits),
      ("Instagram profile visits", .visits), ("Facebook reach", .reach),
      ("Facebook Page reach", .reach), ("Instagram reach", .reach), ("Reach", .reach),
      ("Views", .views), ("Viewers", .viewers), ("Content interactions", .interactions),
      ("Facebook follows", .newFollowers), ("Instagram follows", .newFollowers),
      ("Follows", .newFollowers), ("Facebook link clicks", .linkClicks),
      ("Instagram link clicks", .linkClicks),
    ])
  func `the title tells the measure`(title: String, measure: DailyValue.Measure) throws {
    let load = try load(["facebook/x.csv": utf16(series(title, [("2026-10-01T01:00:00", "12")]))])
    #expect(load.data.series.map(\.measure) == [measure])
    #expect(load.data.series.map(\.value) == [12])
    #expect(load.data.series.map(\.day.description) == ["2026-10-01"])
    let file = try load.onlyFile
    #expect(file.sum(measure.rawValue) == (measure == .reach || measure == .viewers ? nil : 12))
  }

  @Test func `a day without a number is incomplete`() throws {
    let load = try load([
      "facebook/x.csv": utf16(
        series(
          "Views", [("2026-10-01", ""), ("x", "1"), ("2026-10-03", "1.5"), ("2026-10-04", "3")]))
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 1, incomplete 3")
    #expect(file.records == 4)
  }

  @Test func `days that Instagram leaves out of its new followers are 0, and only there`() throws {
    let days = [("2026-10-01", "2"), ("2026-10-04", "3")]
    let load = try load([
      "instagram/Follows.csv": utf16(series("Follows", days)),
      "facebook/Follows.csv": utf16(series("Follows", days)),
      "instagram/Views.csv": utf16(series("Views", days)),
    ])
    func values(_ platform: Platform, _ measure: DailyValue.Measure) -> [Int] {
      load.data.series.filter { $0.platform == platform && $0.measure == measure }.map(\.value)
    }
    #expect(values(.instagram, .newFollowers) == [2, 0, 0, 3])
    #expect(values(.facebook, .newFollowers) == [2, 3])
    #expect(values(.instagram, .views) == [2, 3])
    #expect(load.data.files.map(\.account) == ["used 2", "used 2", "used 2"])
  }

  @Test func `of two series of one measure the later download counts`() throws {
    let load = try load([
      "facebook/Views.csv": utf16(series("Views", [("2026-10-01", "5"), ("2026-10-02", "6")])),
      "facebook/Views (1).csv": utf16(series("Views", [("2026-10-01", "4")])),
    ])
    #expect(load.data.series.map(\.value) == [5, 6])
    #expect(load.unbalanced == [])
  }

  @Test func `blocks of another client's platform are not counted`() throws {
    let load = try load(
      [
        "x.csv": utf16(
          "sep=,\n\"Facebook reach\"\n\"Date\",\"Primary\"\n\"2026-10-01\",\"1\"\n\n"
            + "\"Instagram reach\"\n\"Date\",\"Primary\"\n\"2026-10-01\",\"2\"\n")
      ], platforms: "instagram")
    let file = try load.onlyFile
    #expect(file.account == "used 1, other-platform 1")
    #expect(load.data.series.map(\.value) == [2])
  }

  private let audience = """
    sep=,
    "Top countries"
    "Netherlands","Belgium"
    "83.4","7.1"

    "Age & gender"
    "","Men","Women"
    "18-24","10%","30%"
    "25-34","20%","40%"

    "Top pages"
    "Mill","Mine"
    "1","2"

    """

  @Test func `women and men stand in either order`() throws {
    let load = try load([
      "instagram/Audience.csv": utf16(audience),
      "instagram/Views.csv": utf16(series("Views", [("2026-09-30", "1")])),
    ])
    let shares = load.data.audience.map { share in
      "\(share.dimension) \(share.segment) \(Int((share.share * 1000).rounded()))"
    }
    #expect(
      shares == [
        "age 18-24 400", "age 25-34 600", "country Netherlands 834", "country Belgium 71",
        "gender men 300", "gender women 700",
      ])
    let file = try #require(load.data.files.first)
    #expect(file.account == "used 3")
    #expect(file.unusedColumns == ["top pages"])
    #expect(Set(load.data.audience.map(\.month.description)) == ["2026-09"])
  }

  @Test func `an audience that nothing dates is a question`() throws {
    let load = try load(["instagram/Audience.csv": utf16(audience)])
    #expect(load.problems == ["export.undated"])
    #expect(load.data.audience == [])
    let file = try load.onlyFile
    #expect(file.account == "used 0, unreadable 3")
  }
}
