import PeilModel

// Peil's own formats, for what no platform exports. The columns of an agency's earlier files with the
// same meaning are known too, so that they load as they are.
extension ExportFormat {
  /// Posts from any platform, one a record.
  static let posts = ExportFormat(
    "peil-posts", .posts,
    columns: [
      .platform: ["platform"], .id: ["id"], .link: ["link"], .publishedAt: ["published_at"],
      .text: ["text"], .format: ["format"], .paid: ["paid"], .automated: ["automated"],
      .impressions: ["impressions"], .reach: ["reach"], .likes: ["likes"],
      .comments: ["comments"], .shares: ["shares"], .saves: ["saves"], .linkClicks: ["clicks"],
      .videoViews: ["video_views"],
    ],
    signature: [.platform, .id, .publishedAt, .text]
  ) { record throws(SkipReason) in
    let platform = try record.clientPlatform(.platform)
    let isAutomated = record.flag(.automated)
    record.add(
      Post(
        platform: platform, id: try record.required(record.text(.id)), link: record.text(.link),
        publishedAt: try record.required(record.agencyInstant(.publishedAt)),
        format: record.postFormat(.format), text: record.text(.text) ?? "",
        counts: record.postCounts(), authorship: isAutomated.map { $0 ? .automated : .human },
        isBoosted: record.flag(.paid), source: record.source))
  }

  /// What was done for a post: who made it, what spread it, how good the editor found it.
  static let postLog = ExportFormat(
    "peil-post-log", .postLog,
    columns: [
      .post: ["post"], .authoredBy: ["authored_by"], .boostedFrom: ["boosted_from"],
      .boostedTo: ["boosted_to"], .editorScore: ["editor_score"],
      .distribution: ["distribution"], .department: ["department"], .topic: ["topic"],
    ],
    signature: [.post, .authoredBy]
  ) { record throws(SkipReason) in
    var entry = PostLogEntry(
      post: try record.required(record.text(.post)), source: record.source)
    entry.authorship = record.choice(.authoredBy)
    entry.isBoosted = record.text(.boostedFrom).map { _ in true }
    entry.editorScore = record.count(.editorScore).flatMap { (1...5).contains($0) ? $0 : nil }
    entry.distribution = record.text(.distribution).map { text in
      text == "none" ? [] : text.split(separator: "+").map(String.init)
    }
    entry.department = record.text(.department)
    entry.topic = record.text(.topic)
    record.add(entry)
  }

  /// Followers read from the screen, because most exports do not hold them.
  static let followers = ExportFormat(
    "peil-followers", .followers,
    columns: [.date: ["date"], .platform: ["platform"], .followers: ["followers"]],
    signature: [.date, .platform, .followers]
  ) { record throws(SkipReason) in
    let platform = try record.clientPlatform(.platform)
    let day = try record.required(record.isoDay(.date))
    let followers = try record.required(record.count(.followers))
    record.add(
      FollowerCount(day: day, platform: platform, followers: followers, source: record.source))
  }

  /// Visits by day and platform, where there is no web analytics export.
  static let traffic = ExportFormat(
    "peil-traffic", .traffic,
    columns: [
      .date: ["date"], .platform: ["platform"], .sessions: ["sessions"],
      .engagedSessions: ["engaged_sessions"], .conversions: ["conversions"],
      .revenue: ["revenue"],
    ],
    signature: [.date, .platform, .sessions]
  ) { record throws(SkipReason) in
    let day = try record.required(record.isoDay(.date))
    record.note(day)
    var traffic = TrafficDay(
      day: day, platform: try record.clientPlatform(.platform), source: record.source)
    traffic.sessions = record.count(.sessions)
    traffic.engagedSessions = record.count(.engagedSessions)
    traffic.conversions = record.number(.conversions)
    traffic.revenue = record.money(.revenue)
    record.add(traffic)
  }

  /// Hours and money, by month, week or day. A record with 0 confirms that there was none.
  static let costs = ExportFormat(
    "peil-costs", .costs,
    columns: [
      .month: ["month"], .item: ["item"], .kind: ["kind"], .hours: ["hours"],
      .amount: ["amount"], .platform: ["platform"],
    ],
    signature: [.month, .item, .kind, .amount]
  ) { record throws(SkipReason) in
    let days = try record.required(record.monthWeekOrDay(.month))
    let kind = try record.required(record.costKind(.kind))
    let hours = record.hours(.hours, inPartsOf: 100)
    let amount = record.money(.amount)
    guard hours != nil || amount != nil else { throw .incomplete }
    record.add(
      CostEntry(
        days: days, item: record.text(.item) ?? "", kind: kind, hundredthsOfHours: hours,
        amount: amount, platform: record.platform(.platform), source: record.source))
  }

  /// Conversations with customers, without anything about who they were; platform, result and team are known and not
  /// needed.
  static let conversations = ExportFormat(
    "peil-conversations", .conversations,
    columns: [
      .receivedAt: ["received_at"], .answeredAt: ["answered_at"],
      .firstHumanAnswerAt: ["first_human_answer_at"], .platform: ["platform"],
      .kind: ["kind"], .answeredByMachine: ["answered_by_machine"],
      .sentiment: ["sentiment"], .resolved: ["resolved"], .department: ["department"],
      .handedOver: ["handed_over"], .team: ["team"],
    ],
    signature: [.receivedAt, .answeredAt], readAll: { $0.readConversations() })

  /// Which part of a platform's audience belongs to a segment.
  static let audience = ExportFormat(
    "peil-audience", .audience,
    columns: [
      .month: ["month"], .platform: ["platform"], .dimension: ["dimension"],
      .segment: ["segment"], .share: ["share"],
    ],
    signature: [.month, .platform, .dimension, .segment, .share]
  ) { record throws(SkipReason) in
    let share = try record.required(record.number(.share))
    guard (0...1).contains(share) else { throw .incomplete }
    record.add(
      AudienceShare(
        month: try record.required(record.month(.month)),
        platform: try record.clientPlatform(.platform),
        dimension: try record.required(record.word(.dimension)),
        segment: try record.required(record.word(.segment)), share: share,
        source: record.source))
  }
}

/// A record of a post log, before its post is found.
struct PostLogEntry {
  /// A link or an id.
  let post: String
  let source: SourceRecord
  var authorship: Post.Authorship?
  var isBoosted: Bool?
  var editorScore: Int?
  var distribution: [String]?
  var department: String?
  var topic: String?

  init(post: String, source: SourceRecord) {
    self.post = post
    self.source = source
  }
}
