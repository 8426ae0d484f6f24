import Calendars
import PeilModel
import Statistics

// Who answers, and what posts of both kinds get back: second measures of belief 4.
extension AutomateEverything {
  /// Above this part of first answers by a machine the report asks for people.
  static let mostMachineReplies = 0.2

  static func tellReplies(
    _ evidence: Evidence, _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) {
    for (name, isAutomated) in [("automated", true), ("by-hand", false)] {
      let comments = evidence.posts.filter {
        dataset.posts[$0.place].authorship?.isAutomated == isAutomated
      }.compactMap { dataset.posts[$0.place].counts.comments.map(Double.init) }
      guard let typical = medianInterval(of: comments) else { continue }
      section.figure(
        "comments-\(name)", .count(typical.median, .comment),
        interval: typical.limits.map { ($0.interval.lower, $0.interval.upper) },
        sample: Figure.SampleSize(comments.count, .post), definition: .commentsPerPost)
    }
    let conversations = dataset.conversations(in: period.window)
    let replies = MachineReplies(conversations)
    guard let share = replies.share, replies.automatic > 0 else { return }
    let key = section.figure(
      "machine-share", .share(share.value), interval: (share.lower, share.upper),
      sample: Figure.SampleSize(replies.answered, .conversation), definition: .machineReplies,
      sources: SourceExtent.covering(
        conversations.indices.lazy.map { conversations[$0].source }))
    if let time = replies.machineTime {
      section.figure(
        "machine-answer-time", .duration(time * 3600), definition: .responseTime)
    }
    if let time = dataset.answerTimes(of: conversations)?.quantile(0.5)?.time {
      section.figure("human-answer-time", .duration(time * 3600), definition: .responseTime)
    }
    section.lead.append(section.statement("lead-replies", ["share": .figure(key)]))
    if share.value > mostMachineReplies { section.next.append(section.statement("next.replies")) }
  }
}
