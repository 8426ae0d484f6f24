import Calendars
import PeilModel
import Statistics

/// Belief 9: if social media were a discipline of its own, the social team would need nobody else.
///
/// Effect: the share of conversations of the window that needed nobody outside the social team (Wilson's
/// interval). A conversation counts when it was recorded whether it was handed over, or who answered it.
enum SocialIsSeparate: BeliefTest {
  static let belief = Belief.socialIsSeparate

  static let fewestConversations = 30
  /// What the social team itself is called in the department column.
  static let ownDepartment = "social"

  /// Whether that is what a department is called, in any case.
  static func isOwnTeam(_ department: String) -> Bool {
    department.utf8.elementsEqual(ownDepartment.utf8) { $0 | 0x20 == $1 }
  }

  struct Evidence {
    let known: Int
    let handedOver: Int
    let share: Estimate?
    let unanswered: Int
    let conversations: ArraySlice<Conversation>
    let words: Words

    /// Those of which is known whether somebody outside the social team was needed.
    func conversations(needingOthers: Bool) -> [Conversation] {
      let isOwnTeam = Words.Table(words, isOwnTeam)
      return conversations.filter { $0.needsOthers(isOwnTeam) == needingOthers }
    }

    /// Departments that were needed, by how often, most first.
    func departments() -> [Department] {
      var counts: [Words.ID: Int] = [:]
      for conversation in conversations(needingOthers: true) {
        guard let department = conversation.department else { continue }
        counts[department, default: 0] += 1
      }
      var folded: [String: Int] = [:]
      for (department, count) in counts {
        folded[words[department].lowercased(), default: 0] += count
      }
      folded[ownDepartment] = nil
      return folded.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { Department(name: $0.key, count: $0.value) }
    }
  }

  /// How often a department was needed.
  struct Department {
    let name: String
    let count: Int
  }

  /// How long answers took: over all, with hand-over, and without it.
  struct AnswerTimes {
    let all: KaplanMeier?
    let handedOver: KaplanMeier?
    let own: KaplanMeier?

    init(_ evidence: Evidence, _ dataset: Dataset) {
      all = dataset.answerTimes(of: evidence.conversations)
      handedOver = dataset.answerTimes(of: evidence.conversations(needingOthers: true))
      own = dataset.answerTimes(of: evidence.conversations(needingOthers: false))
    }
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let totals = dataset.conversationTotals(in: period.window)
    let known = totals.known
    let share = proportion(successes: known - totals.handedOver, of: known)
    let evidence = Evidence(
      known: known, handedOver: totals.handedOver, share: share,
      unanswered: totals.all - totals.answered,
      conversations: dataset.conversations(in: period.window), words: dataset.data.words)

    let outcome: TestOutcome
    if totals.all == 0 {
      outcome = .notTestable(MissingInput("conversations"))
    } else if known == 0 {
      outcome = .notTestable(MissingInput("departments"))
    } else if known < fewestConversations {
      outcome = .tooLittleData(
        Shortfall(
          "conversations", found: known, needed: fewestConversations, .conversation))
    } else if let share {
      outcome = .effect(Effect(share, .conversation))
    } else {
      outcome = .notTestable(MissingInput("departments"))
    }
    return (outcome, evidence)
  }
}

extension Conversation {
  /// Whether somebody outside the social team was needed; `nil` where nothing tells.
  ///
  /// - Parameter isOwnTeam: By department.
  func needsOthers(_ isOwnTeam: Words.Table<Bool>) -> Bool? {
    isHandedOver ?? department.map { !isOwnTeam[$0] }
  }
}

extension Dataset {
  /// Below this many the curve of answer times says nothing.
  private static let fewestForCurve = 10

  /// Hours from a message to the first answer by a person; what is unanswered counts up to the last day.
  func answerTimes(of conversations: some Collection<Conversation>) -> KaplanMeier? {
    guard conversations.count >= Self.fewestForCurve, let end = lastConversationInstant else {
      return nil
    }
    return KaplanMeier(
      conversations.indices.map { index in
        let received = conversations[index].receivedAt
        guard let answer = conversations[index].humanAnswerAt, answer >= received else {
          return .censored(after: Double(max(0, end - received)) / 3600)
        }
        return .event(after: Double(answer - received) / 3600)
      })
  }
}

extension SocialIsSeparate {
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    let conversations = section.figure(
      "conversations", .count(Double(evidence.known), .conversation), definition: .conversations)
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData: section.tellShortfall()
    case .refuted(let effect), .holds(let effect), .mixed(let effect):
      let own = section.figure(
        "own-share", .share(effect.estimate), interval: (effect.low, effect.high),
        sample: effect.sampleSize)
      section.main = own
      let others = section.figure(
        "handed-over-share", .share(1 - effect.estimate),
        interval: (1 - effect.high, 1 - effect.low), sample: effect.sampleSize,
        definition: .handedOverShare)
      let handedOver = section.figure(
        "handed-over", .count(Double(evidence.handedOver), .none), definition: .handedOverShare)
      section.headline = section.statement(
        verdict.kind.rawValue,
        [
          "share": .figure(verdict.kind == .holds ? own : others, .whole),
          "low": .figure(others.low), "high": .figure(others.high),
        ])
      var arguments: [String: Statement.Argument] = [
        "handed-over": .figure(handedOver), "conversations": .figure(conversations, .counted),
        "confidence": section.confidence(), "low": .figure(others.low),
        "high": .figure(others.high),
      ]
      let departments = evidence.departments()
      let known = departments.prefix(2).prefix { Self.departments.contains($0.name) }
      if known.isEmpty {
        section.lead = [section.statement("lead-without-departments", arguments)]
      } else {
        arguments["departments"] = .list(known.map { .phrase("departments.\($0.name)") })
        section.lead = [section.statement("lead", arguments)]
      }
      let times = AnswerTimes(evidence, dataset)
      evidence.tellTimes(times, in: &section)
      tellHandOver(departments, times, in: &section)
      tellCompany(departments, dataset, period, in: &section)
      tellSpike(in: &section)
      section.next.append(section.statement("next.discuss"))
      showTimes(times, conversations, in: &section)
      // One chart beside the first; the lead names the departments that were needed most.
      let chart = evidence.chart(departments, in: &section)
      if !showRhythm(dataset, period, in: &section), let chart {
        section.exhibits.append(chart)
      }
    }
    let thresholds = dataset.agency.thresholds[belief]
    section.tellMethod(
      measure: section.statement(
        "how.measure",
        ["conversations": .figure(conversations, .counted), "period": section.window()]),
      of: evidence.known,
      rule: section.rule(thresholds), thresholds: dataset.agency.thresholds, isRelation: false)
    if verdict.effect != nil { section.how.insert(section.statement("how.time"), at: 2) }
  }

  /// Departments whose names the translations know.
  static let departments = [
    "finance", "hr", "it", "kitchen", "legal", "management", "marketing", "operations", "other",
    "press", "product", "reception", "sales", "service", "social", "support",
  ]
}

extension SocialIsSeparate.Evidence {
  fileprivate func tellTimes(
    _ times: SocialIsSeparate.AnswerTimes, in section: inout SectionDraft
  ) {
    guard let answerTime = times.all else { return }
    let unanswered = section.figure(
      "unanswered", .count(Double(unanswered), .none), definition: .answered)
    guard let median = answerTime.quantile(0.5)?.time else {
      let longest = section.figure(
        "longest-wait", .duration(answerTime.longest * 3600), definition: .responseTime)
      section.lead.append(
        section.statement("lead-time-not-reached", ["longest": .figure(longest)]))
      return
    }
    var arguments: [String: Statement.Argument] = [
      "median": .figure(
        section.figure("median-answer-time", .duration(median * 3600), definition: .responseTime)),
      "unanswered": .figure(unanswered),
    ]
    guard let handedOver = times.handedOver?.quantile(0.5)?.time else {
      section.lead.append(section.statement("lead-time-without-hand-over", arguments))
      return
    }
    arguments["median-handed-over"] = .figure(
      section.figure(
        "median-answer-time-handed-over", .duration(handedOver * 3600), definition: .responseTime))
    section.lead.append(section.statement("lead-time", arguments))
  }

  /// How many conversations each department was needed for.
  fileprivate func chart(
    _ departments: [SocialIsSeparate.Department], in section: inout SectionDraft
  ) -> Exhibit? {
    let known = departments.filter { SocialIsSeparate.departments.contains($0.name) }
    guard !known.isEmpty else { return nil }
    let rows = known.prefix(12).map { department in
      Exhibit.Row(
        label: .phrase("departments.\(department.name)"), platform: nil,
        value: section.figure(
          "department.\(department.name)", .count(Double(department.count), .conversation),
          definition: .handedOverShare))
    }
    let arguments: [String: Statement.Argument] = [
      "conversations": .figure(section.key("conversations"), .counted),
      "period": section.window(),
    ]
    return Exhibit(
      name: "departments", title: section.figureText("departments", "title"),
      unit: section.figureText("departments", "unit", arguments),
      caption: section.figureText("departments", "caption", arguments),
      data: .bars(Array(rows)))
  }
}
