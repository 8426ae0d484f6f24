import Calendars
import Foundation
import PeilModel
import Testing

@testable import PeilAnalysis

/// Every number of a small client's ledger, against `Tests/Fixtures/worked/client.py`.
@Suite struct WorkedClientTests {
  /// What the script leaves out: names, rules, what a file held, and what counts other figures.
  private static func isLeftOut(_ key: String) -> Bool {
    ["constant.", "file.", "period.", "summary."].contains(where: key.hasPrefix)
      || [".threshold.", ".exhibit."].contains(where: key.contains)
      || [".number", ".streak", ".history-months"].contains(where: key.hasSuffix)
  }

  @Test func `every figure is that of the script`() throws {
    let worked = try WorkedClient.load()
    let ledger = worked.situation.analysed().ledger
    let missing = worked.figures.keys.filter { ledger.number(FigureKey($0)) == nil }.sorted()
    #expect(missing == [], "figures that the ledger does not have")
    var wrong: [String] = []
    var uncomputed: [String] = []
    for figure in ledger.figures {
      guard let number = figure.measurement.known?.number else { continue }
      guard let expected = worked.figures[figure.key.text] else {
        if !Self.isLeftOut(figure.key.text) { uncomputed.append(figure.key.text) }
        continue
      }
      let found = [number] + (figure.interval.map { [$0.low, $0.high] } ?? [])
      let isSame =
        found.count == expected.count
        && zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-7 * max(1, abs($1)) }
      if !isSame { wrong.append("\(figure.key.text): \(found), not \(expected)") }
    }
    #expect(wrong == [])
    #expect(uncomputed == [], "figures that the script does not have")
  }
}

/// The client of the file, as records.
private struct WorkedClient: Decodable {
  let input: Input
  /// The value, and its limits where it has any, by key of the ledger.
  let figures: [String: [Double]]

  struct Input: Decodable {
    let posts: [PostInput]
    let followers: [String: [String: Int]]
    let traffic: [TrafficInput]
    let costs: [CostInput]
    let ads: [AdInput]
    let conversations: [ConversationInput]
    let rate: Int
    let value: Int
    let from: String
    let to: String
  }

  struct PostInput: Decodable {
    let platform: String
    let day: String
    let reach: Int
    let impressions: Int
    let reactions: Int
    let comments: Int
    let shares: Int
    let saves: Int
    let clicks: Int
    let tags: [String]
    let automated: Bool
    let distributed: Bool
    let department: String?
  }

  struct TrafficInput: Decodable {
    let day: String
    let platform: String
    let sessions: Int
    let engaged: Int
    let conversions: Double
  }

  struct CostInput: Decodable {
    let from: String
    let to: String
    let hundredths: Int
    let platform: String
  }

  struct AdInput: Decodable {
    let day: String
    let impressions: Int
    let clicks: Int
    let cents: Int
  }

  struct ConversationInput: Decodable {
    let day: String
    let second: Int
    let wait: Int?
    let machine: Bool
    let over: Bool
    let department: String
  }

  static func load() throws -> WorkedClient {
    try JSONDecoder().decode(
      WorkedClient.self, from: Data(contentsOf: fixture("worked/client.json")))
  }

  var situation: Situation {
    var situation = Situation([.instagram, .facebook])
    situation.agency.hourlyRate = Money(cents: input.rate * 100)
    situation.client.conversion.value = Money(cents: input.value * 100)
    let days = day(input.from)...day(input.to)
    func source(_ kind: SourceFile.Kind, _ platform: Platform? = nil) -> SourceRecord {
      SourceRecord(file: situation.addFile(kind, platform, days: days), line: 2)
    }
    let files: [Platform: SourceRecord] = [
      .instagram: source(.posts, .instagram), .facebook: source(.posts, .facebook),
    ]
    let (followers, traffic) = (source(.followers), source(.traffic))
    let (costs, ads) = (source(.costs), source(.advertising))
    let conversations = source(.conversations)
    for (index, given) in input.posts.enumerated() {
      guard let platform = Platform(rawValue: given.platform), let file = files[platform] else {
        continue
      }
      situation.data.posts.append(post(given, index, platform, file))
    }
    for (name, counts) in input.followers {
      guard let platform = Platform(rawValue: name) else { continue }
      situation.data.followers += counts.map { date, count in
        FollowerCount(day: day(date), platform: platform, followers: count, source: followers)
      }
    }
    situation.data.traffic = input.traffic.compactMap { given in
      guard let platform = Platform(rawValue: given.platform) else { return nil }
      var visits = TrafficDay(day: day(given.day), platform: platform, source: traffic)
      visits.sessions = given.sessions
      visits.engagedSessions = given.engaged
      visits.conversions = given.conversions
      return visits
    }
    situation.data.costs = input.costs.map { given in
      CostEntry(
        days: day(given.from)...day(given.to), item: "content", kind: .hours,
        hundredthsOfHours: given.hundredths, amount: nil,
        platform: Platform(rawValue: given.platform), source: costs)
    }
    situation.data.ads = input.ads.map { given in
      var result = AdResult(days: day(given.day)...day(given.day), source: ads)
      result.impressions = given.impressions
      result.linkClicks = given.clicks
      result.spend = Money(cents: given.cents)
      return result
    }
    situation.data.conversations = input.conversations.map { given in
      let received = Instant(
        secondsSince1970: day(given.day).daysSince1970 * 86_400 + given.second)
      var conversation = Conversation(receivedAt: received, source: conversations)
      conversation.humanAnswerAt = given.wait.map { received + $0 }
      // A machine answers at once, a person when a person does.
      conversation.answeredAt = given.wait.map { received + (given.machine ? 5 : $0) }
      conversation.isAnsweredByMachine = given.wait == nil ? nil : given.machine
      conversation.isHandedOver = given.over
      conversation.department = situation.data.words.id(of: given.department)
      return conversation
    }
    return situation
  }

  private func post(
    _ given: PostInput, _ index: Int, _ platform: Platform, _ source: SourceRecord
  ) -> Post {
    var counts = Post.Counts()
    counts.reach = given.reach
    counts.impressions = given.impressions
    counts.reactions = given.reactions
    counts.comments = given.comments
    counts.shares = given.shares
    counts.saves = given.saves
    counts.linkClicks = given.clicks
    var post = Post(
      platform: platform, id: "\(index)", link: nil,
      publishedAt: Instant(secondsSince1970: day(given.day).daysSince1970 * 86_400 + 43_200),
      format: .image, text: (["Hallo"] + given.tags.map { "#\($0)" }).joined(separator: " "),
      counts: counts, source: source)
    post.authorship = given.automated ? .automated : .human
    post.distribution = given.distributed ? ["colleagues"] : []
    post.department = given.department
    return post
  }

  private func day(_ text: String) -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      preconditionFailure("`\(text)` is no day")
    }
    return day
  }
}
