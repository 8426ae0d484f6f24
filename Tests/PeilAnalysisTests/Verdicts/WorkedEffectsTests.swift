import Calendars
import Foundation
import PeilModel
import Testing

@testable import PeilAnalysis

/// Effects and printed figures of small clients, against `Tests/Fixtures/worked/effects.py`.
@Suite struct WorkedEffectsTests {
  @Test(arguments: try WorkedCase.load())
  func `effect, interval and figures are those of the formulas`(_ worked: WorkedCase) throws {
    let findings = worked.situation.analysed()
    let section = try #require(findings.sections.first { $0.belief.code == worked.belief })
    let effect = try #require(section.verdict.effect, "\(section.verdict)")
    let found = [effect.estimate, effect.low, effect.high]
    #expect(zip(found, worked.effect).allSatisfy(isNear), "\(found), not \(worked.effect)")
    for (key, expected) in worked.figures.sorted(by: { $0.key < $1.key }) {
      let figure = try #require(findings.ledger[FigureKey(key)], "\(key)")
      let numbers = [figure.measurement.known?.number, figure.interval?.low, figure.interval?.high]
        .compactMap { $0 }
      #expect(numbers.count >= expected.count)
      #expect(zip(numbers, expected).allSatisfy(isNear), "\(key): \(numbers), not \(expected)")
    }
  }

  @Test func `every belief has a case`() throws {
    #expect(Set(try WorkedCase.load().map(\.belief)) == Set(Belief.allCases.map(\.code)))
  }

  private func isNear(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) <= 1e-7 * max(1, abs(expected))
  }
}

/// A case of the file, with its input brought into a client's data.
struct WorkedCase: Decodable, Sendable, CustomStringConvertible {
  let belief: String
  let name: String
  let effect: [Double]
  /// The value, and its limits where it has any, by key of the ledger.
  let figures: [String: [Double]]
  let situation: Situation

  var description: String { "\(belief): \(name)" }

  static func load() throws -> [WorkedCase] {
    try JSONDecoder().decode(
      [WorkedCase].self, from: Data(contentsOf: fixture("worked/effects.json")))
  }

  private enum Keys: CodingKey { case belief, name, input, effect, figures }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Keys.self)
    belief = try fields.decode(String.self, forKey: .belief)
    name = try fields.decode(String.self, forKey: .name)
    effect = try fields.decode([Double].self, forKey: .effect)
    figures = try fields.decode([String: [Double]].self, forKey: .figures)
    func input<Input: WorkedInput>(_ type: Input.Type) throws -> Situation {
      try fields.decode(type, forKey: .input).situation
    }
    situation =
      switch belief {
      case "m1": try input(FollowerInput.self)
      case "m2": try input(ImpressionInput.self)
      case "m3": try input(EffortInput.self)
      case "m4": try input(AuthorshipInput.self)
      case "m5": try input(HashtagInput.self)
      case "m6": try input(TrafficInput.self)
      case "m7": try input(CostInput.self)
      case "m8": try input(DistributionInput.self)
      default: try input(ConversationInput.self)
      }
  }
}

// MARK: - Inputs

private protocol WorkedInput: Decodable {
  var situation: Situation { get }
}

private struct FollowerInput: WorkedInput {
  let changes: [Int]
  let results: [Int?]

  var situation: Situation {
    var situation = Situation([.instagram])
    let weeks = situation.weeks(changes.count)
    // A file for each stretch of weeks without a gap.
    for stretch in weeks.indices.split(whereSeparator: { results[$0] == nil }) {
      guard let first = stretch.first, let last = stretch.last else { continue }
      situation.addFile(.posts, .instagram, days: weeks[first].firstDay...weeks[last].lastDay)
    }
    situation.addFollowers(.instagram, start: 1000, changes: changes, weeks: weeks)
    for (week, result) in zip(weeks, results) {
      guard let result else { continue }
      situation.addPost(.instagram, on: week.firstDay) { $0.engage(result) }
    }
    return situation
  }
}

private struct ImpressionInput: WorkedInput {
  let organic: [Int]
  let paid: [Int]

  var situation: Situation {
    var situation = Situation([.instagram])
    let weeks = situation.weeks(organic.count)
    for (week, count) in zip(weeks, organic) {
      situation.addPost(.instagram, on: week.firstDay) { $0.counts.impressions = count }
    }
    situation.addAds(impressions: paid, cents: paid, weeks: weeks)
    return situation
  }
}

private struct EffortInput: WorkedInput {
  let results: [String: [Int]]
  let hours: [String: [Int]]

  var situation: Situation {
    var situation = Situation()
    let weeks = situation.weeks(13)
    for platform in situation.client.platforms {
      for (index, week) in weeks.enumerated() {
        situation.addPost(platform, on: week.firstDay) {
          $0.engage(results[platform.rawValue]?[index] ?? 0)
        }
        situation.addCost(.hours, week.days, hours: hours[platform.rawValue]?[index], platform)
      }
    }
    return situation
  }
}

private struct AuthorshipInput: WorkedInput {
  let human: [String: [[Int]]]
  let automated: [String: [[Int]]]

  init(from decoder: any Decoder) throws {
    let strata = try [String: [String: [[Int]]]](from: decoder)
    human = strata.compactMapValues { $0["human"] }
    automated = strata.compactMapValues { $0["automated"] }
  }

  var situation: Situation {
    var situation = Situation()
    for (posts, authorship) in [(human, Post.Authorship.human), (automated, .automated)] {
      for platform in situation.client.platforms {
        for (index, post) in (posts[platform.rawValue] ?? []).enumerated() {
          situation.addPost(platform, on: situation.period.window.lowerBound + index) {
            $0.engage(post[0])
            $0.counts.reach = post[1]
            $0.authorship = authorship
          }
        }
      }
    }
    return situation
  }
}

private struct HashtagInput: WorkedInput {
  /// Number of hashtags, engagements, reach.
  let posts: [String: [[Int]]]

  init(from decoder: any Decoder) throws { posts = try [String: [[Int]]](from: decoder) }

  var situation: Situation {
    var situation = Situation()
    for platform in situation.client.platforms {
      for (index, post) in (posts[platform.rawValue] ?? []).enumerated() {
        let day = situation.period.window.lowerBound + index
        situation.addPost(platform, on: day, tags: post[0]) {
          $0.engage(post[1])
          $0.counts.reach = post[2]
        }
      }
    }
    return situation
  }
}

private struct TrafficInput: WorkedInput {
  let sessions: [Int]
  let conversions: [Double]

  var situation: Situation {
    var situation = Situation([.instagram])
    situation.addTraffic(
      .instagram, sessions: sessions, conversions: conversions,
      weeks: situation.weeks(sessions.count))
    return situation
  }
}

private struct CostInput: WorkedInput {
  let hours: [Int]
  let spend: [Int]
  let conversions: [Double]
  /// Each month.
  let tool: Int

  var situation: Situation {
    var situation = Situation([.instagram])
    let weeks = situation.weeks(hours.count)
    for (week, hours) in zip(weeks, hours) {
      situation.addCost(.hours, week.days, hours: hours)
    }
    for back in 0..<6 {
      situation.addCost(
        .tools, situation.month.advanced(by: -back).days, cents: tool * 100)
    }
    situation.addAds(impressions: spend, cents: spend.map { $0 * 100 }, weeks: weeks)
    situation.addTraffic(
      .instagram, sessions: hours, conversions: conversions, weeks: weeks)
    return situation
  }
}

private struct DistributionInput: WorkedInput {
  let reach: [String: [String: [Int]]]

  init(from decoder: any Decoder) throws { reach = try [String: [String: [Int]]](from: decoder) }

  var situation: Situation {
    var situation = Situation()
    for platform in situation.client.platforms {
      for (group, distribution) in [("with", ["newsletter"]), ("without", [])] {
        for (index, reach) in (reach[platform.rawValue]?[group] ?? []).enumerated() {
          situation.addPost(platform, on: situation.period.window.lowerBound + index) {
            $0.counts.reach = reach
            $0.editorScore = 5
            $0.distribution = distribution
          }
        }
      }
    }
    return situation
  }
}

private struct ConversationInput: WorkedInput {
  let conversations: Int
  let handed_over: Int

  var situation: Situation {
    var situation = Situation([.instagram])
    situation.addConversations(conversations, handedOver: handed_over)
    return situation
  }
}

extension Post {
  /// Reactions and nothing else.
  fileprivate mutating func engage(_ reactions: Int) {
    counts.clearEngagements()
    counts.reactions = reactions
  }
}
