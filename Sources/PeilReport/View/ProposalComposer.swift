import PeilAnalysis
import PeilModel

/// Turns anonymised findings into what the template of a sales copy sees, in one language.
struct ProposalComposer {
  /// What a sales copy has in common with a report.
  let report: ReportComposer
  let sector: Sector
  let call: CallToAction

  private var writer: SentenceWriter { report.writer }
  private var agency: Agency { report.agency }

  func view() -> ProposalView {
    let findings = report.findings
    return ProposalView(
      language: writer.locale.tag, title: title, sheet: report.edition.proposalSheet,
      words: report.edition.words, agency: agencyView,
      organisation: writer.sentence(organisation),
      headline: writer.sentence(findings.headline), lead: writer.sentence(findings.lead),
      promises: ["proposal.same-rules", "proposal.disguised"].map { writer.sentence($0) },
      call: CallView(
        address: call.link,
        text: call.texts[report.edition.language].map { QuotedView($0) }),
      results: report.results, glance: glance, beliefs: report.beliefs,
      method: ProposalView.Method(
        intro: intro.map { writer.sentence($0) }, disguises: disguises.map { writer.sentence($0) },
        definitions: report.definitions, rules: report.rules.map { writer.sentence($0) }),
      glossary: report.glossary)
  }

  /// How many verdicts of each kind there are stands at the top already.
  private var glance: GlanceView {
    var glance = report.glance
    glance.counts = nil
    return glance
  }

  private var organisation: Statement {
    Statement("proposal.organisation", ["sector": .phrase("sectors.\(sector.rawValue)")])
  }

  private var title: SentenceView {
    writer.sentence(
      Statement(
        "proposal.title",
        [
          "organisation": .statement(organisation),
          "headline": .statement(report.findings.headline),
        ]))
  }

  /// Of the agency alone: who looks after the client is nobody's business.
  private var agencyView: AgencyView {
    let contact = agency.contact
    return AgencyView(
      name: QuotedView(agency.name), logo: report.edition.logo,
      contact: AgencyView.Contact(
        name: QuotedView(contact.name ?? agency.name),
        email: contact.email.map { LinkView(address: "mailto:\($0)", text: $0) },
        telephone: contact.phone.map { QuotedView($0) },
        website: contact.website.map { LinkView(address: $0, text: $0.withoutScheme) }))
  }

  private var intro: [Statement] {
    [
      Statement(
        "proposal.window",
        [
          "weeks": .figure("period.weeks", .counted), "month": .figure("period.month"),
        ]), Statement("method.missing-is-not-zero"), Statement("method.reach-does-not-add"),
    ]
  }

  /// How the figures were made to tell of nobody, each rule with its numbers.
  private var disguises: [Statement] {
    let base = Statement.Argument.figure(Anonymiser.indexBase)
    return [
      Statement("proposal.rules.names"),
      Statement("proposal.rules.months", ["last": .figure("constant.last-month")]),
      Statement(
        "proposal.rules.index", ["base": base, "smallest": .figure("constant.smallest-base")]),
      Statement("proposal.rules.shares", ["edge": .figure("constant.share-edge")]),
      Statement(
        "proposal.rules.samples",
        [
          "bands": .list(
            Coarse.Band.allCases.map { .figure(FigureKey("constant.band.\($0)")) })
        ]), Statement("proposal.rules.money"),
      Statement(
        "proposal.rules.cells",
        [
          "posts": .figure("constant.fewest-posts", .counted),
          "conversations": .figure("constant.fewest-conversations", .counted),
        ]), Statement("proposal.rules.computed-before"),
    ]
  }
}

extension String {
  /// `agency.example` of `https://agency.example/`.
  fileprivate var withoutScheme: String {
    var text = hasPrefix("https://") ? String(dropFirst(8)) : self
    if text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
