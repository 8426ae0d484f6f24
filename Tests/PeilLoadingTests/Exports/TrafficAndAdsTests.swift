import Calendars
import PeilModel
import Testing

@testable import PeilLoading

@Suite struct TrafficAndAdsTests {
  @Test(
    arguments: [
      ("l.instagram.com / referral", Platform.instagram, false),
      ("instagram.com / referral", .instagram, false), ("ig / social", .instagram, false),
      ("m.facebook.com / referral", .facebook, false),
      ("lm.facebook.com / referral", .facebook, false),
      ("facebook / paid", .facebook, true), ("Facebook / CPC", .facebook, true),
      ("fb / paid_social", .facebook, true), ("facebook / social-paid", .facebook, true),
      ("facebook / retargeting", .facebook, true), ("instagram / cpm", .instagram, true),
      ("www.linkedin.com / referral", .linkedin, false), ("lnkd.in / referral", .linkedin, false),
      ("out.linkedin.com/referral", .linkedin, false), ("t.co / referral", .x, false),
      ("twitter.com / referral", .x, false), ("youtube.com / referral", .youtube, false),
      ("youtube / video", .youtube, false), ("youtu.be / referral", .youtube, false),
      ("pinterest.nl / referral", .pinterest, false), ("tiktok / display", .tiktok, true),
      ("l.threads.net / referral", .threads, false), ("wa.me / referral", .whatsapp, false),
    ])
  func `a source of visits belongs to a platform`(
    source: String, platform: Platform, isPaid: Bool
  ) {
    let origin = TrafficOrigin(source: source)
    #expect(origin?.platform == platform)
    #expect(origin?.isPaid == isPaid)
  }

  @Test func `a source without a medium tells nothing about payment`() {
    #expect(TrafficOrigin(source: "facebook")?.isPaid == nil)
    #expect(TrafficOrigin(source: "facebook")?.platform == .facebook)
  }

  @Test(
    arguments: [
      "google / organic", "(direct) / (none)", "(not set)", "newsletter / email", "", "/",
      "xing.com / x",
      "notfacebook.com / referral", "facebook.com.evil.example / referral", "exact.com / referral",
      "(other)", "ads.example / paid",
    ])
  func `other sources belong to none`(source: String) {
    #expect(TrafficOrigin(source: source) == nil)
  }

  private let preamble = """
    # ----------------------------------------
    # Traffic acquisition: Session source / medium
    # Account: Bakery
    # ----------------------------------------
    #\u{20}
    # All Users
    # Start date: 20261001
    # End date: 20261031
    Session source / medium,Date,Sessions,Engaged sessions,Event count,Key events,Total revenue

    """.replacing("\n", with: "\r\n")

  @Test func `an Analytics report is read day by day`() throws {
    let load = try load([
      "data-export.csv": preamble
        + "l.instagram.com / referral,20261002,12,7,90,1.5,45.25\r\n"
        + "facebook / paid,20261003,8,2,9,,0\r\n" + "google / organic,20261003,99,50,1,1,1\r\n"
        + "pinterest.com / referral,20261004,3,3,3,0,0\r\n" + "t.co / referral,,3,3,3,0,0\r\n"
    ])
    let file = try load.onlyFile
    #expect(file.format == "ga4-traffic")
    #expect(file.account == "used 2, other-source 1, incomplete 1, other-platform 1")
    #expect(file.days?.lowerBound.description == "2026-10-01")
    #expect(file.days?.upperBound.description == "2026-10-31")
    #expect(file.asOf?.description == "2026-10-31")
    #expect(file.unusedColumns == ["event count"])
    #expect(file.sum("sessions") == 20)
    let first = try #require(load.data.traffic.first)
    #expect(first.day.description == "2026-10-02")
    #expect(first.platform == .instagram)
    #expect(first.isPaid == false)
    #expect(first.sessions == 12)
    #expect(first.engagedSessions == 7)
    #expect(first.conversions == 1.5)
    #expect(first.revenue == Money(cents: 4525))
    #expect(first.source.line == 10)
    #expect(load.data.traffic.last?.isPaid == true)
    #expect(load.data.traffic.last?.conversions == nil)
    #expect(load.problems == [])
  }

  @Test func `a comparison's second table is told`() throws {
    let record = "l.instagram.com / referral,20261002,12,7,90,1,45.25\r\n"
    let load = try load(["d.csv": preamble + record + "\r\n" + preamble + record])
    #expect(load.problems == ["export.further-table"])
    #expect(load.data.traffic.count == 1)
    #expect(!load.isUnusable)
  }

  @Test func `an advertising report is read by day, and the account's total is left out`() throws {
    let load = try load([
      "ads.csv":
        """
      Reporting starts,Reporting ends,Campaign name,Day,Amount spent (EUR),Impressions,Link clicks
      2026-10-01,2026-10-31,,,30.55,300,
      2026-10-01,2026-10-31,Bread,2026-10-02,10.25,100,4
      2026-10-01,2026-10-31,Cake,2026-10-02,20.30,200,
      2026-10-01,2026-10-31,Cake,,,,

      """
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 3, total 1")
    #expect(file.sum("ad-spend") == 30.55)
    #expect(Set(load.data.ads.map(\.spend)) == [Money(cents: 1025), Money(cents: 2030), nil])
    #expect(Set(load.data.ads.map(\.campaign)) == ["Bread", "Cake"])
    let bread = try #require(load.data.ads.first { $0.campaign == "Bread" })
    #expect(bread.days.lowerBound == bread.days.upperBound)
    #expect(bread.impressions == 100)
    #expect(bread.linkClicks == 4)
  }

  @Test func `a Dutch advertising report without days is of its period`() throws {
    let load = try load([
      "ads.csv":
        "Start rapportage,Einde rapportage,Campagnenaam,Besteed bedrag (EUR),Weergaven,Klikken op link\n"
        + "2026-10-01,2026-10-31,Brood,\"1.234,50\",100,4\n2026-10-31,2026-10-01,Brood,\"1,50\",1,1\n"
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 1, incomplete 1")
    #expect(load.data.ads.map(\.days.lowerBound.description) == ["2026-10-01"])
    #expect(load.data.ads.map(\.days.upperBound.description) == ["2026-10-31"])
    #expect(load.data.ads.map(\.spend) == [Money(cents: 123_450)])
    #expect(load.data.ads.map(\.impressions) == [100])
  }
}
