import Calendars
import Diagnostics
import FileSystem
import Glibc
import PeilAnalysis
import PeilLoading
import PeilModel
import PeilReport

/// Builds one client after another on one thread, with a renderer and a parser of its own.
struct Worker {
  private let plan: RunPlan
  private var press: Press

  init(plan: RunPlan) {
    self.plan = plan
    self.press = Press(theme: plan.theme, program: plan.program, names: plan.names)
  }

  mutating func build(_ slug: Client.Slug) -> ClientOutcome {
    let start = threadSeconds()
    var outcome = ClientOutcome(slug: slug.text)
    do throws(Problems) {
      try build(slug, &outcome)
    } catch {
      outcome.diagnostics += error.diagnostics
      outcome.state = .failed
    }
    outcome.seconds = threadSeconds() - start
    return outcome
  }

  private mutating func build(_ slug: Client.Slug, _ outcome: inout ClientOutcome) throws(Problems)
  {
    let folder = plan.data.folder("clients").folder(slug.text)
    let input = try ClientInput(of: slug, in: folder, agency: plan.agency)
    outcome.name = input.client.name
    let delivered = try restoreDelivered(of: slug, in: folder, &outcome)
    if let month = plan.month, delivered.contains(month), !plan.restates {
      return try keepDelivered(month, of: input, delivered, &outcome)
    }

    let load = input.load(
      zone: plan.zone, pacific: plan.pacific, catalogue: plan.catalogue)
    outcome.diagnostics += load.diagnostics
    if load.isUnusable { throw Problems([]) }

    let choice = try MonthChoice(
      plan.month, for: input.client, data: load.data, at: Place(file: folder.shownAs))
    outcome.diagnostics += choice.notes
    let month = choice.month
    if delivered.contains(month), !plan.restates {
      return try keepDelivered(month, of: input, delivered, &outcome)
    }
    outcome.month = month.description

    let languages = plan.languages.isEmpty ? [input.client.language] : plan.languages
    for language in languages where !plan.theme.languages.contains(language) {
      throw Problems([.unknownLanguage(language, known: plan.theme.languages)])
    }

    let review = input.reviews.first { $0.month == month }
    let earlier = delivered.deliveries.filter { $0.month <= month }
    let key = InputKey(
      plan: plan, input: input, month: month, languages: languages, review: review,
      delivered: earlier)
    if !plan.force,
      let previous = plan.output.release(
        of: slug, month: month, matching: key, printed: plan.printer != nil,
        withProposal: plan.vocabulary != nil)
    {
      outcome.adopt(previous, as: .unchanged)
      return
    }

    let findings = analyse(
      agency: plan.agency, client: input.client, data: load.data,
      period: ReportingPeriod(month: month), zone: plan.zone, delivered: earlier.map(\.said))
    outcome.verdicts = Verdict.Kind.allCases.map { kind in
      (kind.rawValue, findings.sections.count { $0.verdict.kind == kind })
    }
    let edition = press.print(
      findings, agency: plan.agency, note: input.notes.first { $0.month == month },
      review: review, in: languages, inputHash: key.text)
    outcome.headline = edition.headline
    outcome.diagnostics += edition.diagnostics
    if edition.isReleasable {
      let proposal = proposal(of: findings, input, load.data, month, languages, key, &outcome)
      let good = proposal.flatMap { $0.isReleasable ? $0 : nil }
      let (prints, failures) =
        plan.printer?.prints(
          of: edition.pages + (good?.pages ?? []), in: "\(slug.text)/\(month.description)")
        ?? ([], [])
      outcome.diagnostics += failures
      outcome.pages = try plan.output.release(
        edition, prints: prints, proposal: good, of: slug, month: month, key: key,
        restating: delivered[month])
      outcome.state = .released
      if let proposal, good == nil {
        try plan.output.holdBack(proposal, of: slug, month: month)
      }
    } else {
      try plan.output.holdBack(edition, of: slug, month: month)
      outcome.state = .heldBack
    }
  }
}

extension Worker {
  /// Puts every delivered month in its place, so that the output may have been thrown away.
  private func restoreDelivered(
    of slug: Client.Slug, in folder: Folder, _ outcome: inout ClientOutcome
  ) throws(Problems) -> DeliveredFolder.Months {
    do throws(Diagnostic) {
      let delivered = try DeliveredFolder(of: folder).months()
      outcome.diagnostics += delivered.problems
      for delivery in delivered.deliveries { try plan.output.restore(delivery, of: slug) }
      return delivered
    } catch {
      throw Problems([error])
    }
  }

  /// Lets a month stand as it was delivered, and says so when it would be built otherwise now.
  private func keepDelivered(
    _ month: Month, of input: ClientInput, _ delivered: DeliveredFolder.Months,
    _ outcome: inout ClientOutcome
  ) throws(Problems) {
    outcome.month = month.description
    // What is damaged was told; nothing is put in its place.
    guard let delivery = delivered[month],
      let standing = plan.output.release(of: input.client.slug, month: month)
    else { throw Problems([]) }
    outcome.adopt(standing, as: .delivered)
    let key = InputKey(
      plan: plan, input: input, month: month,
      languages: delivery.record.pages.map { LanguageCode($0.language) },
      review: input.reviews.first { $0.month == month },
      delivered: delivered.deliveries.filter { $0.month < month })
    if plan.vocabulary != nil, delivery.record.proposal.isEmpty {
      outcome.diagnostics.append(.noProposalOfDelivered(month, client: input.client.slug))
    }
    if key.text != delivery.record.inputs {
      outcome.diagnostics.append(
        .standsAsDelivered(month, client: input.client.slug, isAskedFor: plan.month != nil))
    }
  }

  /// The sales copy of a report that is good; `nil` when none is asked for, or something for it is missing.
  private func proposal(
    of findings: Findings, _ input: ClientInput, _ data: ClientData, _ month: Month,
    _ languages: [LanguageCode], _ key: InputKey, _ outcome: inout ClientOutcome
  ) -> Proposal? {
    guard let vocabulary = plan.vocabulary else { return nil }
    if plan.agency.callToAction == nil {
      outcome.diagnostics.append(.noCallToAction(in: plan.data.shownAs))
    }
    if input.client.broadSector == nil {
      outcome.diagnostics.append(
        .noSector(
          input.client.sector,
          in: plan.data.folder("clients").folder(input.client.slug.text).shownAs))
    }
    guard let call = plan.agency.callToAction, let sector = input.client.broadSector else {
      return nil
    }
    let traces = ClientTraces(
      of: input.client, data, note: input.notes.first { $0.month == month }, seals: [key.text],
      beside: vocabulary)
    let proposal = press.proposal(
      of: findings, agency: plan.agency, sector: sector, call: call, traces: traces, in: languages)
    outcome.diagnostics += proposal.diagnostics
    return proposal
  }
}

/// Processor time of this thread: another client on another core is not counted.
private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
