import Calendars
import PeilLoading
import PeilModel
import Testing

@Suite struct TrackedHoursTests {
  private let header =
    "User,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Amount (EUR)\n"

  private func entry(
    _ client: String = "Bakery", _ project: String = "Social", day: String = "2026-10-05",
    from: String = "10:00:00", to: String = "10:30:00", end: String? = nil, amount: String = "46.25"
  ) -> String {
    "Noor,\(client),\(project),Posts,secret,Yes,\(day),\(from),\(end ?? day),\(to),00:00:09,\(amount)\n"
  }

  @Test func `hours are costs, by their clock times and with what they were billed for`() throws {
    let load = try load(["t.csv": header + entry() + entry(amount: "")])
    #expect(load.data.costs.map(\.kind) == [.hours, .hours])
    #expect(load.data.costs.map(\.hundredthsOfHours) == [50, 50])
    #expect(load.data.costs.map(\.amount) == [Money(cents: 4625), nil])
    #expect(load.data.costs.map(\.item) == ["Posts", "Posts"])
    #expect(Set(load.data.costs.map(\.days.lowerBound.description)) == ["2026-10-05"])
  }

  @Test func `an entry over midnight has its whole length`() throws {
    let night = entry(from: "23:30:00", to: "01:00:00", end: "2026-10-06")
    let load = try load(["t.csv": header + night])
    #expect(load.data.costs.map(\.hundredthsOfHours) == [150])
  }

  /// 20 seconds are 0.0056 hours: each rounded by itself would be 0.01, and three hundred 3 instead of 1.67.
  @Test func `short entries add up to their whole`() throws {
    let short = entry(from: "10:00:00", to: "10:00:20")
    let load = try load(["t.csv": header + String(repeating: short, count: 300)])
    #expect(load.data.costs.compactMap(\.hundredthsOfHours).reduce(0, +) == 167)
  }

  @Test func `an entry in two reports is counted once, and twice in one report twice`() throws {
    let load = try load([
      "a_2026-10-01_2026-10-10.csv": header + entry() + entry(),
      "b_2026-10-01_2026-10-31.csv": header + entry() + entry() + entry(day: "2026-10-20"),
    ])
    #expect(load.data.costs.count == 3)
    #expect(load.data.files.map(\.account) == ["used 0, superseded 2", "used 3"])
    #expect(load.unbalanced == [])
  }

  @Test func `hours of other clients are not this client's`() throws {
    let load = try load(["t.csv": header + entry("bakery") + entry("Florist") + entry("")])
    #expect(try load.onlyFile.account == "used 1, other-client 2")
  }

  @Test func `hours of several clients without this one's name are a question`() throws {
    let load = try load(["t.csv": header + entry("Baker & Co") + entry("Florist")])
    #expect(load.problems == ["export.unknown-client-name"])
    #expect(load.isUnusable)
    #expect(load.data.costs == [])
  }

  @Test(
    arguments: [
      ("Instagram", Platform.instagram), ("Bakery: LinkedIn posts", .linkedin),
      ("Instagram and Facebook", nil), ("Social", nil), ("TikTok", nil),
    ])
  func `a project that names one platform of the client is that platform's`(
    project: String, platform: Platform?
  ) throws {
    let load = try load(["t.csv": header + entry("Bakery", project)])
    #expect(load.data.costs.map(\.platform) == [platform])
  }

  @Test func `money of another currency is told and not counted`() throws {
    let dollars = header.replacing("EUR", with: "USD")
    let load = try load(["t.csv": dollars + entry()])
    #expect(load.problems == ["export.other-currency"])
    #expect(load.data.costs.map(\.amount) == [nil])
    #expect(load.data.costs.map(\.hundredthsOfHours) == [50])
    #expect(!load.isUnusable)
  }

  @Test func `a total that the campaigns do not add up to is told`() throws {
    let ads =
      "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions\n"
      + "2026-10-01,2026-10-31,,30.00,300\n2026-10-01,2026-10-31,Bread,10.00,100\n"
      + "2026-10-01,2026-10-31,Cake,15.00,200\n"
    let load = try load(["a.csv": ads])
    #expect(load.problems == ["export.total-differs"])
    let file = try load.onlyFile
    #expect(file.account == "used 2, total 1")
    #expect(file.differences == [SourceFile.Difference("spend", total: 30, sum: 25)])
  }
}
