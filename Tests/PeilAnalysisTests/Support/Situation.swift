import Calendars
import PeilModel

@testable import PeilAnalysis

/// An invented client whose data are typed in, for one reporting month.
struct Situation: Sendable {
  var agency = Agency(name: "Bureau Noord", language: LanguageCode("nl"))
  var client: Client
  var data = ClientData()
  var month: Month

  /// - Parameter platforms: Files of posts are added with the first post, not here.
  init(_ platforms: [Platform] = [.instagram, .facebook], month: Month = .october) {
    client = Client(
      slug: .molen, name: "De Molen", language: LanguageCode("nl"), platforms: platforms)
    self.month = month
    agency.hourlyRate = Money(cents: 8000)
  }

  var period: ReportingPeriod { ReportingPeriod(month: month) }

  /// The last complete weeks of the month, oldest first.
  func weeks(_ count: Int) -> [ISOWeek] { period.relationWeeks.suffix(count) }

  func analysed() -> Findings {
    analyse(agency: agency, client: client, data: data, period: period, zone: .utc)
  }

  var dataset: Dataset { Dataset(agency: agency, client: client, data: data, zone: .utc) }

  // MARK: - Files

  /// Days long enough for every week and month that a report looks at.
  var allDays: ClosedRange<Day> { month.advanced(by: -26).firstDay...month.lastDay }

  @discardableResult
  mutating func addFile(
    _ kind: SourceFile.Kind, _ platform: Platform? = nil, days: ClosedRange<Day>? = nil
  ) -> SourceFile.ID {
    var file = SourceFile(
      path: "exports/\(data.files.count).csv", format: kind.rawValue, kind: kind,
      platform: platform, sha256: "")
    let days = days ?? allDays
    file.days = days
    // Long after the last day, so that every post is settled.
    file.asOf = days.upperBound + 30
    data.files.append(file)
    return SourceFile.ID(data.files.count - 1)
  }

  private mutating func source(_ kind: SourceFile.Kind, _ platform: Platform? = nil) -> SourceRecord
  {
    let index = data.files.firstIndex { $0.kind == kind && $0.platform == platform }
    let file = index.map(SourceFile.ID.init) ?? addFile(kind, platform)
    return SourceRecord(file: file, line: 2 + data.posts.count + data.traffic.count)
  }

  // MARK: - Records

  mutating func addPost(
    _ platform: Platform, on day: Day, second: Int = 43_200, tags: Int = 0,
    _ change: (inout Post) -> Void
  ) {
    let source = source(.posts, platform)
    var counts = Post.Counts()
    counts.reach = 1000
    counts.impressions = 1200
    counts.reactions = 40
    counts.comments = 5
    counts.shares = 3
    let text = (0..<tags).map { "#woord\(["a", "b", "c", "d", "e", "f", "g", "h"][$0 % 8])" }
    var post = Post(
      platform: platform, id: "\(data.posts.count)", link: nil,
      publishedAt: Instant(secondsSince1970: day.daysSince1970 * 86_400 + second), format: .image,
      text: (["Nieuws"] + text).joined(separator: " "), counts: counts, source: source)
    change(&post)
    data.posts.append(post)
  }

  /// Followers at the end of the day before the first week and of every Sunday after.
  mutating func addFollowers(_ platform: Platform, start: Int, changes: [Int], weeks: [ISOWeek]) {
    guard let first = weeks.first else { return }
    let source = source(.followers, platform)
    var followers = start
    data.followers.append(
      FollowerCount(
        day: first.firstDay - 1, platform: platform, followers: followers, source: source))
    for (week, change) in zip(weeks, changes) {
      followers += change
      data.followers.append(
        FollowerCount(day: week.lastDay, platform: platform, followers: followers, source: source))
    }
  }

  /// Visits on the Monday of each week; the file speaks of all these weeks.
  mutating func addTraffic(
    _ platform: Platform, sessions: [Int], conversions: [Double]?, weeks: [ISOWeek]
  ) {
    if let first = weeks.first, !data.files.contains(where: { $0.kind == .traffic }) {
      addFile(.traffic, days: first.firstDay...month.lastDay)
    }
    for (index, week) in weeks.enumerated() {
      var day = TrafficDay(day: week.firstDay, platform: platform, source: source(.traffic))
      day.sessions = sessions[index]
      day.conversions = conversions?[index]
      data.traffic.append(day)
    }
  }

  mutating func addAds(impressions: [Int], cents: [Int], weeks: [ISOWeek]) {
    for (index, week) in weeks.enumerated() {
      var result = AdResult(days: week.firstDay...week.firstDay, source: source(.advertising))
      result.impressions = impressions[index]
      result.spend = Money(cents: cents[index])
      data.ads.append(result)
    }
  }

  mutating func addCost(
    _ kind: CostEntry.Kind, _ days: ClosedRange<Day>, hours: Int? = nil, cents: Int? = nil,
    _ platform: Platform? = nil
  ) {
    data.costs.append(
      CostEntry(
        days: days, item: kind.rawValue, kind: kind, hundredthsOfHours: hours.map { $0 * 100 },
        amount: cents.map(Money.init(cents:)), platform: platform, source: source(.costs)))
  }

  /// - Parameter waits: Hours to a person's answer; `nil` is unanswered.
  mutating func addConversations(
    _ count: Int, handedOver: Int, department: String? = nil, in days: ClosedRange<Day>? = nil,
    waits: (Int) -> Int? = { $0 % 7 + 1 }
  ) {
    let days = days ?? period.window
    for index in 0..<count {
      let day = days.lowerBound + index % days.count
      let received = Instant(secondsSince1970: day.daysSince1970 * 86_400 + index)
      var conversation = Conversation(receivedAt: received, source: source(.conversations))
      conversation.isHandedOver = index < handedOver
      conversation.department =
        index < handedOver ? department.map { data.words.id(of: $0) } : nil
      conversation.humanAnswerAt = waits(index).map { received + $0 * 3600 }
      data.conversations.append(conversation)
    }
  }
}

extension Month {
  /// October 2026; its last complete week ends on the 25th.
  static let october = Day(daysSince1970: 20_742).month
}

extension Client.Slug {
  static let molen: Client.Slug = {
    guard let slug = Client.Slug("molen") else { preconditionFailure("`molen` is a slug") }
    return slug
  }()
}
