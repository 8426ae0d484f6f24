package import Diagnostics
import Mustache
package import PeilAnalysis
package import PeilModel

extension Press {
  /// Prints the sales copy of a report in each language, the first being the client's own.
  ///
  /// - Parameters:
  ///   - findings: Those of the report: all computing is done before anything is left out.
  ///   - traces: Of the client; a page on which one is found is held back.
  /// - Returns: Pages with what their check found; whether they may be released is the proposal's word.
  package func proposal(
    of findings: Findings, agency: Agency, sector: Sector, call: CallToAction,
    traces: ClientTraces, in languages: [LanguageCode]
  ) -> Proposal {
    // Every language has the same sentences with the same places.
    let phrases = languages.first.flatMap { theme.edition($0)?.phrases }
    let told = Anonymiser(findings) { phrases?[$0]?.places }.anonymised()
    var proposal = Proposal(findings: told)
    proposal.diagnostics += findings.disagreements.map { .impossibleFigure($0) }
    let place = "\(findings.client.slug.text)/\(findings.period.month)"
    for language in languages {
      guard let words = theme.edition(language),
        let locale = LocaleFormat.named(language.text)
      else {
        proposal.diagnostics.append(.noLocale(language.text, in: language.text))
        continue
      }
      let texts = FigureTexts(
        ledger: told.ledger, locale: locale, phrases: words.phrases, currency: agency.currency)
      let writer = SentenceWriter(
        phrases: words.phrases, texts: texts, locale: locale, names: proposal.names,
        file: words.file)
      let composer = ProposalComposer(
        report: ReportComposer(
          findings: told, agency: agency, clientLogo: nil, note: nil, edition: words,
          writer: writer, inputHash: "", program: program),
        sector: sector, call: call)
      let view = composer.view()
      proposal.texts[language] = texts
      proposal.diagnostics += writer.problems
      let name = fileName("proposal", language, isOwn: language == languages.first)
      do throws(Diagnostic) {
        var output = OutputBuffer(capacity: 256 << 10)
        try theme.proposal.render(
          ProposalView.view(words: words.words.view).packed(view), into: &output)
        let facts = ProposalFacts(
          findings: told, agency: agency, writer: writer, sheet: words.proposalSheet, names: names)
        let record = facts.record(of: view)
        let page = checked(
          output.bytes, as: "\(place)/\(name)", facts: facts.facts(record),
          telling: &proposal.diagnostics)
        proposal.pages.append(
          EditionPage(
            fileName: name, language: language, page: page, record: record, read: "",
            isDraft: false))
        proposal.diagnostics += leaks(
          in: page.bytes, traces, locale, sheet: words.proposalSheet,
          file: "\(place)/\(name)")
      } catch {
        proposal.diagnostics.append(error)
      }
    }
    return proposal
  }

  private func leaks(
    in page: [UInt8], _ traces: ClientTraces, _ locale: LocaleFormat, sheet: Sheet, file: String
  ) -> [Diagnostic] {
    let check = LeakCheck(
      traces: traces,
      monthNames: (1...12).flatMap { [locale.monthName($0), locale.shortMonthName($0)] })
    return check.leaks(in: page, apartFrom: [sheet.bytes, Array(sheet.hash.utf8)]).map {
      .leak(
        String(decoding: page[$0.place], as: UTF8.self), $0.leak,
        at: Place(file: file, bytes: page, range: $0.place))
    }
  }
}

/// The sales copy of one client and month in its languages, checked and not yet written.
package struct Proposal: Sendable {
  /// What may be told; nothing of the client is in it.
  let findings: Findings
  let names: FigureNames
  package internal(set) var pages: [EditionPage] = []
  /// What the check found, traces of the client among it, and what could not be said.
  package internal(set) var diagnostics: [Diagnostic] = []
  var texts: [LanguageCode: FigureTexts] = [:]

  init(findings: Findings) {
    self.findings = findings
    names = FigureNames(numbering: findings.ledger)
  }

  /// What a page may weigh: it travels with a proposal through many mail servers.
  package static let usualBytes = 450 * 1000

  /// Whether nothing was found that keeps a page from a reader.
  package var isReleasable: Bool {
    !pages.isEmpty && pages.allSatisfy(\.isReleasable)
      && !diagnostics.contains { $0.severity == .error }
  }
}
