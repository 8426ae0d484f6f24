import Calendars
import PeilLoading
import PeilModel
import Testing

@Suite struct MergingTests {
  @Test func `platforms are in the order of their names`() {
    #expect(
      Platform.allCases.sorted().map(\.rawValue) == Platform.allCases.map(\.rawValue).sorted())
  }

  private func export(_ posts: [(id: String, link: String, likes: Int)]) -> String {
    "Post ID,Account username,Publish time,Permalink,Likes\n"
      + posts.map { "\($0.id),bakery,10/02/2026 03:00,\($0.link),\($0.likes)\n" }.joined()
  }

  private let older = "Oct-01-2026_Oct-10-2026_1.csv"
  private let newer = "Oct-01-2026_Oct-31-2026_2.csv"

  @Test func `of two exports the one made later counts, wherever it stands`() throws {
    for folders in [("a", "b"), ("b", "a")] {
      let load = try load([
        "\(folders.0)/\(older)": export([("1", "x.example/1", 90), ("2", "x.example/2", 5)]),
        "\(folders.1)/\(newer)": export([("1", "x.example/1", 70), ("3", "x.example/3", 6)]),
      ])
      let counts = load.data.posts.map { "\($0.id): \($0.counts.reactions ?? 0)" }
      #expect(counts == ["1: 70", "2: 5", "3: 6"])
      #expect(load.unbalanced == [])
      let file = try #require(load.data.files.first { $0.path.hasSuffix(older) })
      #expect(file.account == "used 1, superseded 1")
      #expect(file.asOf?.description == "2026-10-10")
      #expect(file.sum("reactions") == 5)
    }
  }

  @Test func `of two exports of one day the larger count wins, since counts only grow`() throws {
    for files in [("a.csv", "b.csv"), ("b.csv", "a.csv")] {
      let load = try load([
        files.0: export([("1", "x.example/1", 90)]), files.1: export([("1", "x.example/1", 70)]),
      ])
      #expect(load.data.posts.map(\.counts.reactions) == [90])
    }
  }

  /// The second file's ids were rounded by Excel, so it shares links with the first and ids with none.
  @Test func `three records of one post are one post in any order`() throws {
    let texts = [
      export([("11", "x.example/1", 10)]), export([("1.1E+16", "x.example/1", 20)]),
      export([("11", "", 30)]),
    ]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let load = try load(
        Dictionary(
          uniqueKeysWithValues: order.enumerated().map { ("\($0.offset).csv", texts[$0.element]) }))
      #expect(load.data.posts.map(\.counts.reactions) == [30], "\(order)")
      #expect(load.unbalanced == [])
    }
  }

  @Test(
    arguments: [
      ("https://www.instagram.com/p/DeK/", "instagram.com/p/DeK", true),
      ("https://www.instagram.com/p/DeK/?igsh=1", "https://www.instagram.com/reel/DeK/", true),
      ("https://www.instagram.com/bakery/p/DeK/", "https://www.instagram.com/p/DeK/", true),
      ("https://www.instagram.com/p/DeK/", "https://www.instagram.com/p/dek/", false),
      ("https://x.example/a?utm_source=b&utm_medium=c", "http://x.example/a/#top", true),
      (
        "https://f.example/permalink.php?story_fbid=1&id=2",
        "https://f.example/permalink.php?story_fbid=3&id=2", false
      ),
      ("https://f.example/photo/?fbid=1&__tn__=b", "https://www.f.example/photo?fbid=1", true),
      ("https://y.example/watch?v=a", "https://y.example/watch?v=b", false),
    ])
  func `two links are of one post when nothing that tells posts apart differs`(
    a: String, b: String, isSame: Bool
  ) throws {
    let load = try load(["p.csv": export([("1", a, 1), ("2", b, 2)])])
    #expect(load.data.posts.count == (isSame ? 1 : 2))
  }

  private let log =
    "post,authored_by,boosted_from,boosted_to,editor_score,distribution,department,topic\n"

  @Test func `a log is joined to posts by id or link`() throws {
    let load = try load([
      "p.csv": export([
        ("1", "https://www.instagram.com/p/AAA/", 1), ("2", "https://www.instagram.com/p/BBB/", 2),
        ("3", "https://www.instagram.com/p/CCC/", 3), ("4", "https://www.instagram.com/p/DDD/", 4),
      ]),
      "l.csv": log + """
        1,human,2026-10-03,2026-10-05,4,colleagues+newsletter,marketing,bread
        https://www.instagram.com/bakery/reel/BBB/?igsh=x,AI,,,6,none,,
        instagram.com/p/CCC,human-scheduled,,,,,,
        https://www.instagram.com/p/EEE/,human,,,,,,
        ,human,,,,,,

        """,
    ])
    let file = try #require(load.data.files.first { $0.kind == .postLog })
    #expect(file.account == "used 3, incomplete 1, no-such-post 1")
    #expect(load.data.hasPostLog)
    let posts = load.data.posts
    #expect(posts.map(\.authorship) == [.human, .ai, .humanScheduled, nil])
    #expect(posts.map(\.isBoosted) == [true, false, false, nil])
    #expect(posts.map(\.editorScore) == [4, nil, nil, nil])
    #expect(posts.map(\.distribution) == [["colleagues", "newsletter"], [], nil, nil])
    #expect(posts.map(\.department) == ["marketing", nil, nil, nil])
    #expect(posts.map(\.topic) == ["bread", nil, nil, nil])
  }

  @Test func `of two entries for a post the later one counts and keeps what it leaves blank`()
    throws
  {
    let load = try load([
      "p.csv": export([("1", "x.example/1", 1)]),
      "l.csv": log + "1,human,,,4,none,,\n1,automated,,,,,,\n",
    ])
    #expect(load.data.posts.map(\.authorship) == [.automated])
    #expect(load.data.posts.map(\.editorScore) == [4])
  }

  @Test func `visits in two exports are counted once`() throws {
    func report(_ end: String, _ records: String) -> String {
      "# Start date: 20261001\n# End date: \(end)\nSession source / medium,Date,Sessions\n\(records)"
    }
    let load = try load([
      "a.csv": report(
        "20261031",
        "l.instagram.com / referral,20261002,5\nig / social,20261002,6\n"
          + "ig / social,20261003,1\n"),
      "b.csv": report(
        "20261010", "l.instagram.com / referral,20261002,4\nm.facebook.com / referral,20261002,3\n"),
    ])
    #expect(load.data.traffic.map(\.sessions) == [3, 5, 6, 1])
    #expect(load.data.files.map(\.account) == ["used 3", "used 1, superseded 1"])
  }

  @Test func `campaigns in two reports are counted once`() throws {
    let header = "Reporting starts,Reporting ends,Campaign name,Day,Amount spent (EUR)\n"
    let load = try load([
      "a_2026-10-01_2026-10-31.csv": header
        + "2026-10-01,2026-10-31,Bread,2026-10-02,5\n2026-10-01,2026-10-31,Bread,2026-10-02,6\n",
      "b_2026-10-01_2026-10-05.csv": header
        + "2026-10-01,2026-10-05,Bread,2026-10-02,4\n2026-10-01,2026-10-05,Cake,2026-10-02,3\n",
    ])
    #expect(Set(load.data.ads.map(\.spend?.cents)) == [500, 600, 300])
    #expect(load.data.files.map(\.account) == ["used 2", "used 1, superseded 1"])
  }

  @Test func `conversations keep their words when files are joined`() throws {
    let header = "received_at,answered_at,kind,department\n"
    let load = try load([
      "a.csv": header + "2026-10-01T10:00:00,,question,Sales\n2026-10-03T10:00:00,,,Service\n",
      "b.csv": header + "2026-10-02T10:00:00,,Service,\n2026-10-04T10:00:00,,praise,Sales\n",
    ])
    let words = load.data.words
    #expect(
      load.data.conversations.map { $0.department.map { words[$0] } }
        == ["Sales", nil, "Service", "Sales"])
    #expect(words.all == ["Sales", "question", "Service", "praise"])
  }

  @Test func `days are put in order where a file has its platforms in another`() throws {
    let header = "date,platform,followers\n"
    var records: [String] = []
    var expected: [Int] = []
    for day in 1...9 {
      for (followers, platform) in [(3, "linkedin"), (2, "instagram"), (1, "facebook")] {
        records.append("2026-10-0\(day),\(platform),\(day)\(followers)\n")
      }
      expected += [day * 10 + 1, day * 10 + 2, day * 10 + 3]
    }
    let nearby = try load(["f.csv": header + records.joined()])
    #expect(nearby.data.followers.map(\.followers) == expected)
    let turned = try load(["f.csv": header + records.reversed().joined()])
    #expect(turned.data.followers.map(\.followers) == expected)
  }

  @Test func `the same file twice is counted once, whatever it holds`() throws {
    let costs = "month,item,kind,hours,amount\n2026-10,tool,tools,,49\n2026-10,tool,tools,,49\n"
    let conversations = "received_at,answered_at\n2026-10-01T10:00:00,\n"
    let load = try load([
      "costs.csv": costs, "costs (1).csv": costs, "c.csv": conversations, "d/c.csv": conversations,
    ])
    #expect(load.data.costs.count == 2)
    #expect(load.data.conversations.count == 1)
    #expect(load.unbalanced == [])
    #expect(load.data.files.map(\.used).reduce(0, +) == 3)
  }

  @Test(
    arguments: [
      ("Oct-01-2026_Oct-31-2026_123.csv", "2026-10-01", "2026-10-31", "2026-10-31"),
      ("export_2026-09-30_2026-10-31.csv", "2026-09-30", "2026-10-31", "2026-10-31"),
      ("Oct-03-2026_Oct-31-2026_123.csv", "2026-10-02", "2026-10-31", "2026-10-31"),
      ("Sep-01-2026_Sep-30-2026_123.csv", "2026-10-02", "2026-10-02", "2026-10-02"),
      ("Oct-31-2026_Oct-01-2026_123.csv", "2026-10-02", "2026-10-02", "2026-10-02"),
      ("october.csv", "2026-10-02", "2026-10-02", "2026-10-02"),
    ])
  func `a name tells the period of a file when it fits what is inside`(
    name: String, first: String, last: String, asOf: String
  ) throws {
    let load = try load([name: export([("1", "x.example/1", 1)])])
    let file = try load.onlyFile
    #expect(file.days?.lowerBound.description == first)
    #expect(file.days?.upperBound.description == last)
    #expect(file.asOf?.description == asOf)
  }
}
