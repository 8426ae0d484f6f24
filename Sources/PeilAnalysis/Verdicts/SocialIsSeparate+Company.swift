import Calendars
import PeilModel
import Statistics

// What the rest of the company does: second measures of belief 9 with the steps that follow from them.
extension SocialIsSeparate {
  /// With fewer departments than this that contribute content, the report asks for more.
  static let fewestContributors = 3

  /// An agreement on answering, where conversations that were handed over certainly wait longer.
  static func tellHandOver(
    _ needed: [Department], _ times: AnswerTimes, in section: inout SectionDraft
  ) {
    guard let own = times.own?.quantile(0.5), let other = times.handedOver?.quantile(0.5) else {
      return
    }
    if let time = own.time {
      section.figure(
        "median-answer-time-own", .duration(time * 3600), definition: .responseTime)
    }
    guard let usual = own.time, let slowest = own.upper, let fastest = other.lower,
      fastest > slowest,
      let department = needed.first(where: { departments.contains($0.name) })
    else { return }
    // As fast as the team itself, in whole hours.
    let hours = section.figure(
      "hours-to-agree", .count(max(1, usual.rounded(.up)), .hour), definition: .responseTime)
    section.next.append(
      section.statement(
        "next.hand-over",
        [
          "department": .phrase("departments.\(department.name)"),
          "hours": .figure(hours, .counted),
        ]))
  }

  /// Departments that contributed content, and posts that colleagues shared.
  static func tellCompany(
    _ needed: [Department], _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) {
    let answered = AnsweredShare.measure(dataset, over: period.window)
    if let share = answered.measurement.known {
      section.figure(
        "answered", share, definition: AnsweredShare.definition, sources: answered.sources)
    }
    let posts = dataset.data.posts
    let places = dataset.postPlaces(in: period.window).map { dataset.posts[$0].index }
    let logged = places.compactMap { posts[$0].distribution }
    let shared = logged.count { $0.contains("colleagues") }
    if let share = proportion(successes: shared, of: logged.count) {
      section.figure(
        "shared-by-colleagues", .share(share.value), interval: (share.lower, share.upper),
        sample: Figure.SampleSize(logged.count, .post), definition: .sharedByColleagues)
    }
    let contributors = Set(places.compactMap { posts[$0].department?.lowercased() })
      .subtracting([ownDepartment])
    guard !contributors.isEmpty else { return }
    section.figure(
      "contributors", .count(Double(contributors.count), .department),
      sample: Figure.SampleSize(places.count, .post), definition: .contributors)
    let silent = needed.first {
      departments.contains($0.name) && !contributors.contains($0.name)
    }
    guard contributors.count < fewestContributors, let silent else { return }
    section.next.append(
      section.statement(
        "next.story", ["department": .phrase("departments.\(silent.name)")]))
  }

  /// What a day with far more messages than usual asks for.
  static func tellSpike(in section: inout SectionDraft) {
    guard let crisis = Crisis(section.ledger) else { return }
    section.lead.append(crisis.statement("m9.crisis"))
    section.next.append(
      section.statement("next.spike", ["date": .figure(Crisis.peak)]))
  }
}
