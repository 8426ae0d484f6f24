import PeilAnalysis
import PeilModel

/// Makes what a sales copy says out of what a report says: a ledger that holds only banded, indexed and rounded
/// figures, and the sentences and charts that can be said with it.
///
/// All computing is done before, so verdicts and intervals are those of the real report. Nothing of the client is
/// in the result: no name, text, tag, address, file or date.
struct Anonymiser {
  let findings: Findings
  let months: MonthNumbers
  var ledger: ToldLedger
  private let places: (String) -> [String]?

  /// - Parameter places: Of a sentence of the translations, the same in every language; `nil` when there is none.
  init(_ findings: Findings, places: @escaping (String) -> [String]?) {
    self.findings = findings
    self.places = places
    months = MonthNumbers(report: findings.period.month)
    ledger = ToldLedger(of: findings.ledger, months)
  }

  var retelling: Retelling { Retelling(ledger: ledger, places: places) }

  consuming func anonymised() -> Findings {
    addRules()
    var told = findings
    told.client = findings.client.anonymous
    told.files = findings.files.map(\.anonymous)
    told.results = findings.results.map { result($0) }
    told.sections = findings.sections.map { section($0) }
    told.headline = headline
    told.lead = findings.verdictCounts
    told.resultsIntro = resultsIntro
    (told.alerts, told.remarks, told.actions, told.funnels, told.coverage) = ([], [], [], [], [])
    (told.restatements, told.posts) = ([], [])
    told.ledger = ledger.finish()
    return told
  }

  /// The numbers of the rules, for the part that tells how the copy was made.
  private mutating func addRules() {
    func count(_ number: Int, _ noun: Quantity.Noun = .none) -> Quantity {
      .count(Double(number), noun)
    }
    ledger.add(Self.indexBase, .count(SeriesIndex.first, .none))
    ledger.add("constant.smallest-base", .count(SeriesIndex.smallestBase, .none))
    ledger.add("constant.fewest-posts", count(SmallCells.fewestPosts, .post))
    ledger.add(
      "constant.fewest-conversations", count(SmallCells.fewestConversations, .conversation))
    ledger.add("constant.share-edge", .coarse(.share(Coarse.edge)))
    for band in Coarse.Band.allCases {
      ledger.add("constant.band.\(band)", .coarse(.band(band, .none)))
    }
    ledger.add("constant.last-month", count(MonthNumbers.last))
  }

  static let indexBase: FigureKey = "constant.index-base"

  private var resultsIntro: Statement {
    let base = Statement.Argument.figure(Self.indexBase)
    guard let intro = retelling.statement(findings.resultsIntro) else {
      return Statement("proposal.results-index", ["base": base])
    }
    return Statement("proposal.results-intro", ["intro": .statement(intro), "base": base])
  }

  private var headline: Statement {
    let refuted = findings.sections.count { $0.verdict.kind == .refuted }
    let part = refuted == 0 ? "none" : refuted == findings.sections.count ? "all" : "some"
    return Statement(
      "proposal.headline.\(part)-refuted", ["refuted": .figure("summary.verdicts.refuted")])
  }

  // MARK: - Sections

  private mutating func section(_ section: SectionFinding) -> SectionFinding {
    var told = section
    var remarks: [Statement] = []
    told.exhibits = section.exhibits.compactMap { exhibit($0, &remarks) }
    let retelling = retelling
    let kind = section.verdict.kind.rawValue
    let topic = ["topic": Statement.Argument.phrase("\(section.belief.code).topic")]
    told.headline =
      retelling.statement(section.headline, mayHoldBands: false)
      ?? Statement("proposal.finding.\(kind)", topic)
    told.lead = section.lead.compactMap { retelling.statement($0) }
    if told.lead.isEmpty { told.lead = [Statement("proposal.lead.\(kind)")] }
    told.how = section.how.compactMap { retelling.statement($0) } + remarks
    told.next = section.next.compactMap { retelling.statement($0, mayHoldBands: false) }
    told.history = section.history.suffix(MonthNumbers.last)
    return told
  }
}

extension Client {
  /// Platforms and their colours stay; the rest is gone.
  fileprivate var anonymous: Client {
    var client = self
    client.name = ""
    (client.identifyingNames, client.sector, client.targetAges) = ([], nil, [])
    (client.accountManager, client.logo, client.accounts) = (nil, nil, [:])
    (client.goals, client.hourlyRate, client.conversion) = ([], nil, ConversionKind())
    return client
  }
}

extension SourceFile {
  /// What kind of source there was, and of which platform.
  fileprivate var anonymous: SourceFile {
    SourceFile(path: "", format: "", kind: kind, platform: platform, sha256: "")
  }
}
