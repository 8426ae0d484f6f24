import Calendars
import PeilLoading
import PeilModel
import Testing

@testable import PeilLoading

@Suite struct TimesTests {
  private func post(publishedAt text: String, link: String) throws -> Post? {
    try load([
      "p.csv":
        """
      Post ID,Account username,Description,Publish time,Permalink,Post type
      181,bakery,x,\(text),\(link),IG image

      """
    ]).data.posts.first
  }

  /// Python: `datetime(…, tzinfo=ZoneInfo("America/Los_Angeles")).astimezone(timezone.utc)`; a time that
  /// clocks leave out or show twice is that of `fold=0`.
  @Test(
    arguments: [
      ("01/15/2026 12:00", "2026-01-15T20:00:00Z"), ("07/15/2026 12:00", "2026-07-15T19:00:00Z"),
      ("03/08/2026 01:59", "2026-03-08T09:59:00Z"), ("03/08/2026 02:30", "2026-03-08T10:30:00Z"),
      ("03/08/2026 03:00", "2026-03-08T10:00:00Z"), ("11/01/2026 01:30", "2026-11-01T08:30:00Z"),
      ("11/01/2026 02:00", "2026-11-01T10:00:00Z"), ("3/18/2025 2:39", "2025-03-18T09:39:00Z"),
      ("10/31/2026 15:59", "2026-10-31T22:59:00Z"), ("12/31/2025 14:59", "2025-12-31T22:59:00Z"),
    ])
  func `Meta writes Californian time`(text: String, instant: String) throws {
    let post = try post(publishedAt: text, link: "")
    #expect(post?.publishedAt.description == instant)
  }

  @Test(
    arguments: [
      "", "18/03/2025 02:39", "02/30/2026 10:00", "03/18/2025 24:00", "03/18/2025 02:60",
      "03/18/2025", "2025-03-18T02:39:00", "Lifetime", "03/18/2025 -1:30",
    ])
  func `a post without a time is incomplete`(text: String) throws {
    let load = try load([
      "p.csv": "Post ID,Account username,Publish time\n181,bakery,\(text)\n"
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 0, incomplete 1")
    #expect(load.data.posts == [])
  }

  /// Amsterdam is nine hours ahead of California; eight between 8 and 29 March 2026, when only
  /// California has put its clocks forward, and between 25 October and 1 November.
  @Test(
    arguments: [
      ("09/30/2026 14:59", "2026-09-30"), ("09/30/2026 15:00", "2026-10-01"),
      ("10/31/2026 15:59", "2026-10-31"), ("10/31/2026 16:00", "2026-11-01"),
      ("03/20/2026 15:59", "2026-03-20"), ("03/20/2026 16:00", "2026-03-21"),
    ])
  func `a post near the edge of a month changes month`(text: String, day: String) throws {
    let load = try load([
      "p.csv": "Post ID,Account username,Publish time\n181,bakery,\(text)\n"
    ])
    let file = try load.onlyFile
    #expect(file.days?.lowerBound.description == day)
    #expect(file.days?.upperBound.description == day)
  }

  /// Python: `(n >> 23) + 1314220021721` with the digits A–Z a–z 0–9 - _ in base 64; the codes are made
  /// from the seconds by the same formula the other way round.
  @Test(
    arguments: [
      ("https://www.instagram.com/p/DeJVsD7AAAA/", 1_791_274_752),
      ("https://www.instagram.com/reel/DeJVsD7AAAA/", 1_791_274_752),
      ("https://www.instagram.com/reels/DeJVsD7AAAA", 1_791_274_752),
      ("https://instagram.com/bakery/p/DeJVsD7AAAA/?igsh=abc", 1_791_274_752),
      ("instagram.com/tv/DeJVsD7AAAA#x", 1_791_274_752),
    ])
  func `the second of a post on Instagram is in its link`(link: String, second: Int) throws {
    let instant = try #require(instagramInstant(link))
    #expect(instant.secondsSince1970 == second)
  }

  @Test(
    arguments: [
      "", "https://www.instagram.com/stories/bakery/3141", "https://www.instagram.com/p/",
      "https://www.instagram.com/p/a.b/", "https://www.facebook.com/reel/123",
      "https://www.instagram.com/p/DeJVsD7AAAADeJVsD7AAAA/",
    ])
  func `a link without a shortcode tells no time`(link: String) {
    #expect(instagramInstant(link) == nil)
  }

  @Test func `the second in the link stands in where no time is written`() throws {
    let post = try post(publishedAt: "", link: "https://www.instagram.com/p/DeJVsD7AAAA/")
    #expect(post?.publishedAt.secondsSince1970 == 1_791_274_752)
  }

  @Test func `a link of another time is not believed`() throws {
    let post = try post(
      publishedAt: "01/15/2026 12:00", link: "https://www.instagram.com/p/DeJVsD7AAAA/")
    #expect(post?.publishedAt.description == "2026-01-15T20:00:00Z")
  }

  /// Peil's own files go by the agency's clock, which is put back at 3 on 25 October 2026.
  @Test(
    arguments: [
      ("2026-10-02T19:30:00", "2026-10-02T17:30:00Z"),
      ("2026-10-02T19:30:00Z", "2026-10-02T19:30:00Z"),
      ("2026-10-02T19:30:00+09:00", "2026-10-02T10:30:00Z"),
      ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
      ("2026-12-02T19:30:00", "2026-12-02T18:30:00Z"),
    ])
  func `Peil's own files go by the agency's clock`(text: String, instant: String) throws {
    let load = try load(["c.csv": "received_at,answered_at\n\(text),\n"])
    #expect(load.data.conversations.map(\.receivedAt.description) == [instant])
    #expect(load.data.conversations.first?.answeredAt == nil)
  }

  @Test(
    arguments: [
      ("2026-10", "2026-10-01", "2026-10-31"), ("2026-W40", "2026-09-28", "2026-10-04"),
      ("2026-W53", "2026-12-28", "2027-01-03"), ("2026-10-07", "2026-10-07", "2026-10-07"),
    ])
  func `costs are of a month, a week or a day`(text: String, first: String, last: String) throws {
    let load = try load(["c.csv": "month,item,kind,hours,amount\n\(text),x,hours,1,\n"])
    #expect(load.data.costs.map(\.days.lowerBound.description) == [first])
    #expect(load.data.costs.map(\.days.upperBound.description) == [last])
  }

  @Test(arguments: ["2026", "2026-13", "2025-W53", "2026-W0", "2026-02-30", "oktober", "W40-2026"])
  func `costs of no known time are incomplete`(text: String) throws {
    let load = try load(["c.csv": "month,item,kind,hours,amount\n\(text),x,hours,1,\n"])
    let file = try load.onlyFile
    #expect(file.account == "used 0, incomplete 1")
  }
}
