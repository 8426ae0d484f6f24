import Calendars
import PeilModel
import Statistics

// What belief 9 shows: how long answers took, and when messages come in.
extension SocialIsSeparate {
  /// With fewer messages than this most hours of a week have none.
  static let fewestForRhythm = 100
  /// Of the table below the curve.
  private static let hours = [4, 24, 72]
  private static let hoursPerBlock = 3

  /// The part still waiting: with and without hand-over where both are known, else of all.
  static func showTimes(
    _ times: AnswerTimes, _ conversations: FigureKey, in section: inout SectionDraft
  ) {
    guard let all = times.all else { return }
    let hours = Self.hours.map {
      section.constantKey("hours-\($0)", .count(Double($0), .hour))
    }
    let both = times.own != nil && times.handedOver != nil
    let curves: [(name: String, label: Statement, curve: KaplanMeier?)] =
      both
      ? [
        ("own", section.figureText("response", "without-hand-over"), times.own),
        ("handed-over", section.figureText("response", "with-hand-over"), times.handedOver),
      ] : [("all", section.figureText("response", "all"), all)]
    let groups = curves.compactMap { name, label, curve -> Exhibit.Waiting.Group? in
      guard let curve, !curve.steps.isEmpty else { return nil }
      return group(name, label, curve, in: &section)
    }
    guard !groups.isEmpty else { return }
    let arguments: [String: Statement.Argument] = [
      "conversations": .figure(conversations, .counted), "period": section.window(),
    ]
    let median = section.key("median-answer-time")
    section.exhibits.append(
      Exhibit(
        name: "response",
        title: section.ledger[median] == nil
          ? section.figureText("response", "title-not-reached")
          : section.figureText("response", "title", ["median": .figure(median)]),
        unit: section.figureText("response", "unit", arguments),
        caption: section.figureText("response", "caption", arguments),
        data: .waiting(Exhibit.Waiting(groups: groups, hours: hours))))
  }

  private static func group(
    _ name: String, _ label: Statement, _ curve: KaplanMeier, in section: inout SectionDraft
  ) -> Exhibit.Waiting.Group {
    let sample = Figure.SampleSize(curve.sampleSize, .conversation)
    func time(_ name: String, _ part: Double) -> FigureKey {
      section.figure(
        name, curve.quantile(part)?.time.map { .duration($0 * 3600) }, orElse: .notYet,
        definition: .responseTime)
    }
    return Exhibit.Waiting.Group(
      label: .statement(label),
      steps: curve.steps.map { Exhibit.Waiting.Step(time: $0.time, remaining: $0.survival) },
      censored: curve.censored,
      remaining: Self.hours.map { hours in
        let waited = Double(hours)
        let part = curve.steps.last { $0.time <= waited }?.survival ?? 1
        guard waited <= curve.longest || part == 0 else {
          return section.figure(
            "waiting.\(name).\(hours)", nil, orElse: .notYet, definition: .waitingShare)
        }
        return section.figure(
          "waiting.\(name).\(hours)", .share(part), sample: sample, definition: .waitingShare)
      }, median: time("waiting.\(name).median", 0.5),
      ninetieth: time("waiting.\(name).ninetieth", 0.9),
      longest: curve.quantile(0.9)?.time == nil
        ? section.figure(
          "waiting.\(name).longest", .duration(curve.longest * 3600), definition: .responseTime)
        : nil)
  }

  /// Messages by weekday and hour.
  ///
  /// - Returns: Whether there are enough of them.
  static func showRhythm(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) -> Bool {
    let times = dataset.conversationTimes(in: period.window)
    guard times.count >= fewestForRhythm else { return false }
    let blocks = 24 / hoursPerBlock
    var counts = [Int](repeating: 0, count: 7 * blocks)
    for time in times {
      let block = time.secondOfDay / 3600 / hoursPerBlock
      counts[(time.day.weekday.rawValue - 1) * blocks + block] += 1
    }
    let rows = Day.Weekday.allCases.map { weekday in
      Exhibit.Rhythm.Row(
        weekday: weekday,
        counts: (0..<blocks).map { block in
          section.figure(
            "arrivals.\(weekday.rawValue).\(block * hoursPerBlock)",
            .count(Double(counts[(weekday.rawValue - 1) * blocks + block]), .conversation),
            definition: .conversations)
        })
    }
    let messages = section.figure(
      "messages", .count(Double(times.count), .message), definition: .conversations)
    let arguments: [String: Statement.Argument] = [
      "messages": .figure(messages, .counted), "period": section.window(),
    ]
    section.exhibits.append(
      Exhibit(
        name: "arrivals", title: section.figureText("arrivals", "title"),
        unit: section.figureText("arrivals", "unit", arguments),
        caption: section.figureText("arrivals", "caption", arguments),
        data: .rhythm(
          Exhibit.Rhythm(
            rows: rows,
            blocks: (0..<blocks).map { block in
              Exhibit.Rhythm.Block(
                from: section.hour(block * hoursPerBlock),
                to: section.hour((block + 1) * hoursPerBlock))
            }))))
    return true
  }
}

extension SectionDraft {
  fileprivate mutating func hour(_ hour: Int) -> FigureKey {
    constantKey("hour-\(hour)", .count(Double(hour), .none))
  }
}
