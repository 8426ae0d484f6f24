import Calendars
import PeilLoading
import PeilModel
import Testing

@Suite struct PeilFormatsTests {
  @Test func `posts from anywhere are read`() throws {
    let load = try load([
      "p.csv":
        """
      platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views
      linkedin,u1,2026-10-02T19:30:00,"Een ""boekje"" vouwen",video,false,true,5120,4388,301,22,17,40,8,4902
      linkedin,u2,2026-10-03T19:30:00,x,document,true,,,,,,,,,
      tiktok,u3,2026-10-03T19:30:00,x,video,,,,,,,,,,
      linkedin,,2026-10-03T19:30:00,x,video,,,,,,,,,,
      linkedin,u4,gisteren,x,video,,,,,,,,,,

      """
    ])
    let file = try load.onlyFile
    #expect(file.format == "peil-posts")
    #expect(file.platform == .linkedin)
    #expect(file.account == "used 2, incomplete 2, other-platform 1")
    let first = try #require(load.data.posts.first)
    #expect(first.publishedAt.description == "2026-10-02T17:30:00Z")
    #expect(first.text == "Een \"boekje\" vouwen")
    #expect(first.format == .video)
    #expect(first.isBoosted == false)
    #expect(first.authorship == .automated)
    #expect(first.counts.impressions == 5120)
    #expect(first.counts.reach == 4388)
    #expect(first.counts.reactions == 301)
    #expect(first.counts.comments == 22)
    #expect(first.counts.shares == 17)
    #expect(first.counts.saves == 40)
    #expect(first.counts.linkClicks == 8)
    #expect(first.counts.videoViews == 4902)
    let second = try #require(load.data.posts.last)
    #expect(second.isBoosted == true)
    #expect(second.authorship == nil)
    #expect(second.counts == Post.Counts())
    #expect(second.counts.engagements == nil)
  }

  @Test func `posts of several platforms in one file are those of each`() throws {
    let load = try load([
      "p.csv": """
      platform,id,published_at,text
      linkedin,1,2026-10-02T10:00:00,x
      facebook,1,2026-10-09T10:00:00,x

      """
    ])
    let file = try load.onlyFile
    #expect(file.platform == nil)
    #expect(load.data.posts.count == 2)
    #expect(load.data.hasPosts(of: .linkedin))
    #expect(load.data.hasPosts(of: .facebook))
    #expect(!load.data.hasPosts(of: .instagram))
    #expect(load.data.postDays(of: .facebook).count == 1)
    #expect(load.data.postDays(of: .instagram).isEmpty)
  }

  @Test func `a blank number is unknown and 0 is none`() throws {
    let load = try load([
      "t.csv": """
      date,platform,sessions,engaged_sessions,conversions,revenue
      2026-10-05,linkedin,41,22,1,
      2026-10-06,linkedin,0,,0,0

      """
    ])
    #expect(load.data.traffic.map(\.sessions) == [41, 0])
    #expect(load.data.traffic.map(\.engagedSessions) == [22, nil])
    #expect(load.data.traffic.map(\.conversions) == [1, 0])
    #expect(load.data.traffic.map(\.revenue) == [nil, .zero])
    #expect(load.data.traffic.map(\.isPaid) == [nil, nil])
  }

  @Test func `followers are counted once a day and platform`() throws {
    let load = try load([
      "f.csv": """
      date,platform,followers
      2026-10-05,instagram,6120
      2026-10-05,Facebook,90
      2026-10-05,instagram,6121
      2026-10-06,instagram,
      2026-10-06,tiktok,5
      5-10-2026,instagram,7

      """
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 2, superseded 1, incomplete 2, other-platform 1")
    #expect(load.data.followers.map(\.platform) == [.facebook, .instagram])
    #expect(load.data.followers.map(\.followers) == [90, 6121])
  }

  /// Such a number once ended the program.
  @Test func `more hours than a number holds are no hours`() throws {
    let load = try load([
      "c.csv": "month,item,kind,hours,amount\n2026-10,work,hours,92233720368547758070,\n"
        + "2026-10,work,hours,99999999999999999999999,5\n"
    ])
    #expect(load.data.costs.map(\.hundredthsOfHours) == [nil])
    #expect(try load.onlyFile.account == "used 1, incomplete 1")
  }

  @Test func `costs are hours, money, or confirmed as none`() throws {
    let load = try load([
      "c.csv": """
      # hours and costs
      month,item,kind,hours,amount,platform
      2026-10,tool,tools,,49.00,
      2026-W40,content,hours,4.25,,instagram
      2026-10,ads,advertising,,12.345,
      2026-10,nothing,hours,0,0,
      2026-10,unknown,hours,,,
      2026-10,lunch,lunch,,4,

      """
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 4, incomplete 2")
    func entry(_ item: String) throws -> CostEntry {
      try #require(load.data.costs.first { $0.item == item })
    }
    #expect(try entry("tool").amount == Money(cents: 4900))
    #expect(try entry("tool").kind == .tools)
    #expect(try entry("tool").hundredthsOfHours == nil)
    #expect(try entry("content").hundredthsOfHours == 425)
    #expect(try entry("content").amount == nil)
    #expect(try entry("content").platform == .instagram)
    #expect(try entry("nothing").hundredthsOfHours == 0)
    #expect(try entry("nothing").amount == .zero)
    #expect(file.sum("hours") == 4.25)
  }

  @Test func `conversations hold when, what and how, and never who`() throws {
    let load = try load([
      "c.csv": """
      received_at,answered_at,first_human_answer_at,platform,kind,answered_by_machine,sentiment,resolved,department,handed_over,customer
      2026-10-05T09:12:00,2026-10-05T09:12:08,2026-10-05T10:40:00,instagram,question,true,neutral,true,service,ja,Somebody
      2026-10-06T09:12:00,,,,complaint,no,angry,0,,,
      ,2026-10-06T09:12:00,,,,,,,,,

      """
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 2, incomplete 1")
    #expect(file.unusedColumns == ["customer"])
    let first = try #require(load.data.conversations.first)
    #expect(first.answeredAt.map { $0 - first.receivedAt } == 8)
    #expect(first.humanAnswerAt.map { $0 - first.receivedAt } == 5280)
    #expect(first.isAnsweredByMachine == true)
    #expect(first.sentiment == .neutral)
    #expect(first.department.map { load.data.words[$0] } == "service")
    #expect(first.isHandedOver == true)
    #expect(load.data.words.all == ["service", "question", "complaint"])
    let second = try #require(load.data.conversations.last)
    #expect(second.answeredAt == nil)
    #expect(second.isAnsweredByMachine == false)
    #expect(second.sentiment == nil)
    #expect(second.isHandedOver == nil)
  }

  /// At 9:12 a message came in.
  @Test(
    arguments: [
      ("nothing but an answer", "09:20", "", "", 480),
      ("a person's answer", "09:20", "", "no", 480),
      ("a machine's acknowledgement", "09:20", "", "yes", nil),
      ("a person's answer behind a machine's", "09:20", "10:12", "yes", 3600),
      ("a person's answer alone", "", "10:12", "", 3600),
      ("no answer", "", "", "", nil),
    ] as [(String, String, String, String, Int?)])
  func `a machine's acknowledgement is no answer of a person`(
    _ name: String, first: String, human: String, machine: String, wait: Int?
  ) throws {
    let times = ["09:12", first, human].map { $0.isEmpty ? "" : "2026-10-05T\($0):00" }
    let load = try load([
      "c.csv":
        "received_at,answered_at,first_human_answer_at,answered_by_machine\n"
        + (times + [machine]).joined(separator: ",") + "\n"
    ])
    let conversation = try #require(load.data.conversations.first)
    #expect(conversation.humanAnswerAt.map { $0 - conversation.receivedAt } == wait)
  }

  @Test func `an audience is in fractions`() throws {
    let load = try load([
      "a.csv": """
      month,platform,dimension,segment,share
      2026-10,linkedin,seniority,Senior,0.125
      2026-10,linkedin,seniority,Manager,31
      2026-10,tiktok,age,18-24,0.1
      oktober,linkedin,age,18-24,0.1

      """
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 1, incomplete 2, other-platform 1")
    #expect(load.data.audience.map(\.share) == [0.125])
    #expect(load.data.audience.map(\.segment) == ["Senior"])
    #expect(load.data.audience.map(\.month.description) == ["2026-10"])
  }

  /// The columns of the benchmark's fleets of clients.
  @Test func `an agency's earlier files load as they are`() throws {
    let load = try load(
      [
        "posts.csv":
          "platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views\n"
          + "tiktok,1-2,2026-09-01T08:00:00,Hoi,video,true,false,10,9,8,7,6,5,4,3\n",
        "followers.csv": "date,platform,followers\n2026-09-01,tiktok,100\n",
        "audience.csv": "month,platform,dimension,segment,share\n2026-09,tiktok,age,18-24,0.5\n",
        "traffic.csv": "date,platform,sessions,conversions,revenue\n2026-09-01,tiktok,5,1,9.5\n",
        "costs.csv":
          "month,item,kind,hours,amount\n2026-09,ads,spend,,100\n2026-09,work,hours,3.5,\n",
        "conversations.csv":
          "received_at,answered_at,platform,kind,sentiment,resolved,team\n"
          + "2026-09-01T08:00:00,2026-09-01T09:00:00,tiktok,question,positive,true,social\n",
      ], platforms: "tiktok")
    #expect(load.problems == [])
    #expect(load.data.files.map(\.used) == [1, 1, 2, 1, 1, 1])
    #expect(load.data.costs.map(\.kind) == [.production, .hours])
    #expect(load.data.posts.first?.isBoosted == true)
    #expect(load.data.posts.first?.authorship == .human)
    #expect(load.data.conversations.first?.sentiment == .positive)
  }

  /// Room is made for 65,537 at once.
  @Test(arguments: [65_536, 65_537, 65_538, 131_080])
  func `every one of many conversations is read, in its place`(count: Int) throws {
    let record = "2026-10-02T19:30:00,2026-10-02T19:31:00\n"
    let remark = "# an hour off\n"
    let load = try load([
      "c.csv": "received_at,answered_at\n" + remark + String(repeating: record, count: count)
    ])
    #expect(load.data.files.map(\.used) == [count])
    #expect(load.data.files.map(\.records) == [count + 1])
    #expect(load.data.conversations.map(\.source.line) == Array(3..<count + 3))
  }
}
