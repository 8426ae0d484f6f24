import Calendars
import Charts
import PeilAnalysis
import PeilModel

/// Turns what stands of some clients into the views of pages about them, in the agency's language.
struct SiteComposer {
  let agency: Agency
  let edition: LanguageEdition
  let locale: LocaleFormat
  let clients: [SiteClient]
  let writer: SentenceWriter
  let ledger: Ledger

  /// - Parameter clients: All that the page is about; their figures become its ledger.
  init(agency: Agency, edition: LanguageEdition, locale: LocaleFormat, clients: [SiteClient]) {
    self.agency = agency
    self.edition = edition
    self.locale = locale
    self.clients = clients
    ledger = Ledger(of: clients, agency: agency)
    writer = SentenceWriter(
      phrases: edition.phrases,
      texts: FigureTexts(
        ledger: ledger, locale: locale, phrases: edition.phrases, currency: agency.currency),
      locale: locale, file: edition.file)
  }

  /// Texts from outside that the pages may show as they are.
  var quotes: [String] {
    [agency.name]
      + clients.flatMap { client in
        [client.name, client.name.prefix(1).uppercased()]
          + client.months.flatMap { [$0.headline] + $0.verdicts.map(\.headline) }
      }
  }

  /// The words of every verdict of the clients' months, by key.
  var outcomes: [String: [String]] {
    var words: [String: [String]] = [:]
    for client in clients {
      for month in client.months {
        for stated in month.verdicts {
          let verdict = verdict(stated, in: month, of: client)
          if let key = verdict.key { words[key] = [verdict.word, verdict.short] }
        }
      }
    }
    return words
  }

  // MARK: - The agency's pages

  func overview() -> OverviewView {
    let newest = clients.flatMap(\.months).map(\.month).max()
    return OverviewView(
      frame: frame(title: writer.sentence(Statement("site.title", agencyName)), trail: []),
      intro: newest.map {
        writer.sentence(
          Statement(
            "site.intro",
            ["clients": .figure(.clients, .counted), "month": .figure(.month($0))]))
      } ?? writer.sentence("site.no-report"),
      heldBack: clients.flatMap { client in client.heldBack.map { heldBack($0, of: client) } },
      clients: clients.map { card($0) })
  }

  func clientIndex() -> ClientIndexView {
    var letters: [ClientIndexView.Letter] = []
    for client in clients where !client.months.isEmpty {
      let initial = client.name.prefix(1).uppercased()
      let link = SiteLinkView("\(client.slug.text)/index.html", client: client.name)
      if letters.last?.initial.text == initial {
        letters[letters.count - 1].clients.append(link)
      } else {
        letters.append(
          ClientIndexView.Letter(initial: QuotedView(initial), clients: [link]))
      }
    }
    return ClientIndexView(
      frame: frame(
        title: writer.sentence(Statement("site.title-clients", agencyName)),
        trail: [overviewLink("index.html")]),
      letters: letters)
  }

  func monthIndex() -> MonthIndexView {
    var entries: [Month: [SiteLinkView]] = [:]
    for client in clients {
      for month in client.months {
        entries[month.month, default: []].append(
          SiteLinkView(
            "\(client.slug.text)/\(month.month)/index.html", client: client.name,
            month: date(month.month)))
      }
    }
    return MonthIndexView(
      frame: frame(
        title: writer.sentence(Statement("site.title-months", agencyName)),
        trail: [overviewLink("index.html")]),
      months: entries.sorted { $0.key > $1.key }.map { month, links in
        MonthIndexView.Entry(id: "month-\(month)", month: date(month), clients: links)
      })
  }

  private func heldBack(_ month: HeldBackMonth, of client: SiteClient) -> HeldBackView {
    HeldBackView(
      client: QuotedView(client.name), month: date(month.month),
      findings: writer.label(.figure(.heldBack(client, month.month), .counted)),
      first: QuotedView(month.first, language: "en"))
  }

  private func card(_ client: SiteClient) -> ClientCardView {
    ClientCardView(
      id: "client-\(client.slug.text)", name: QuotedView(client.name),
      newest: client.months.first.map { month in
        let place = "\(client.slug.text)/\(month.month)"
        return ClientCardView.Newest(
          archive: SiteLinkView("\(client.slug.text)/index.html", client: client.name),
          month: SiteLinkView("\(place)/index.html", client: client.name, month: date(month.month)),
          headline: QuotedView(month.headline, language: tag(month.language)),
          counts: Verdict.Kind.allCases.filter { kind in
            month.verdicts.contains { $0.kind == kind }
          }.map { kind in
            VerdictCountView(
              verdict: writer.verdict(kind), count: writer.figure(.count(kind, client)))
          },
          trend: trend(client, month), reports: reports(of: month, client, below: "\(place)/"),
          sources: sources(of: month))
      })
  }

  private func trend(_ client: SiteClient, _ month: SiteMonth) -> ClientCardView.Trend? {
    guard let main = month.mainResult else { return nil }
    let id = "\(client.slug.text)-trend"
    let months = main.values.indices.map { month.month.advanced(by: $0 + 1 - main.values.count) }
    let keys = months.map { FigureKey.main($0, client) }
    let data = zip(main.values, keys).map { value, key in
      value.map { Datum($0, key: key.text, text: writer.figure(key).text) }
    }
    let known = data.compactMap { $0 }
    let name = writer.sentence("metrics.\(main.result.rawValue).name")
    let end = FigureKey.main(month.month, client)
    var trend = ClientCardView.Trend(id: id, name: name, value: writer.figure(end))
    guard let plot = Sparkline(values: data).plot(), let first = known.first,
      let lowest = known.min(by: { $0.value < $1.value }),
      let highest = known.max(by: { $0.value < $1.value })
    else { return trend }
    trend.sparkline = PlotView(
      id: "c-\(id)-line", chart: "c-\(id)", labelledBy: id,
      description: writer.sentence(
        Statement(
          "results.sparkline",
          [
            "months": .figure(.mainMonths(client), .counted),
            "start": .figure(FigureKey(first.key)), "end": .figure(end),
            "lowest": .figure(FigureKey(lowest.key)), "highest": .figure(FigureKey(highest.key)),
          ])), plot: plot)
    let heads = [
      TableView.Column(text: writer.sentence("columns.month"), isNumeric: false),
      TableView.Column(text: name, isNumeric: true),
    ]
    trend.table = TableView(
      chart: "c-\(id)",
      caption: writer.sentence(
        Statement(
          "results.table", ["subject": .phrase("metrics.\(main.result.rawValue).name")])),
      columns: heads,
      rows: zip(zip(months, keys), main.values).map { row, value in
        let cell = writer.figure(row.1)
        return TableView.Row(
          header: TableView.Cell(
            locale.month(row.0), content: .date(iso: row.0.description)),
          cells: [
            TableView.Cell(
              cell.text, keys: value == nil ? nil : cell.key, label: name.text, isNumeric: true)
          ])
      })
    return trend
  }

  private func sources(of month: SiteMonth) -> TableView? {
    guard !month.sources.isEmpty else { return nil }
    let heads = ["kind", "platform", "as-of"].map { name in
      TableView.Column(text: writer.sentence("site.sources.\(name)"), isNumeric: false)
    }
    return TableView(
      caption: writer.sentence("site.sources.caption"), columns: heads,
      rows: month.sources.map { source in
        TableView.Row(
          header: TableView.Cell(writer.word("source-kinds.\(source.kind.rawValue)")),
          cells: [
            TableView.Cell(
              source.platform.map { writer.word("platforms.\($0.rawValue)") }
                ?? FigureTexts.unknown, label: heads[1].text.text),
            TableView.Cell(
              locale.date(source.asOf), label: heads[2].text.text,
              content: .date(iso: source.asOf.description)),
          ])
      })
  }

  // MARK: - A client's pages

  func archive(of client: SiteClient) -> ArchiveView {
    var years: [(year: Int, months: [SiteMonth])] = []
    for month in client.months {
      if years.last?.year == month.month.year {
        years[years.count - 1].months.insert(month, at: 0)
      } else {
        years.append((month.month.year, [month]))
      }
    }
    let shown = Set(client.months.flatMap { $0.verdicts.map(\.kind) })
    return ArchiveView(
      frame: frame(
        title: writer.sentence(
          Statement("site.title-archive", ["client": .figure(.name(client))])),
        trail: [overviewLink("../index.html")]),
      client: QuotedView(client.name),
      intro: writer.sentence(
        Statement("site.archive-intro", ["months": .figure(.months(client), .counted)])),
      signs: Verdict.Kind.allCases.filter(shown.contains).map { writer.verdict($0) },
      years: years.map { year, months in
        ArchiveView.Year(
          id: "year-\(year)", year: DateView(iso: "\(year)", text: "\(year)"),
          caption: writer.sentence(
            Statement("site.archive-caption", ["year": .figure(.year(year))])),
          columns: months.map { shortDate($0.month) },
          rows: Belief.allCases.map { belief in
            ArchiveView.Row(
              topic: writer.word("\(belief.code).topic"),
              cells: months.compactMap { month in
                month.verdicts.first { $0.belief == belief }.map {
                  ArchiveView.Cell(
                    verdict: verdict($0, in: month, of: client),
                    label: shortDate(month.month).text)
                }
              })
          },
          months: months.reversed().map { month in
            ArchiveView.Entry(
              link: SiteLinkView("\(month.month)/index.html", month: date(month.month)),
              headline: QuotedView(month.headline, language: tag(month.language)))
          })
      })
  }

  /// - Parameter index: Of the month among those of the client.
  func monthPage(_ index: Int, of client: SiteClient) -> MonthPageView {
    let month = client.months[index]
    let neighbour = { (index: Int) -> SiteLinkView? in
      guard client.months.indices.contains(index) else { return nil }
      let other = client.months[index].month
      return SiteLinkView("../\(other)/index.html", month: date(other))
    }
    return MonthPageView(
      frame: frame(
        title: writer.sentence(
          Statement(
            "site.title-month",
            ["client": .figure(.name(client)), "month": .figure(.month(month.month))])),
        trail: [
          overviewLink("../../index.html"), SiteLinkView("../index.html", client: client.name),
        ]),
      client: QuotedView(client.name), month: date(month.month),
      headline: QuotedView(month.headline, language: tag(month.language)),
      reports: reports(of: month, client, below: ""),
      findings: month.verdicts.map { verdict in
        MonthPageView.Finding(
          topic: writer.word("\(verdict.belief.code).topic"),
          verdict: self.verdict(verdict, in: month, of: client),
          headline: QuotedView(verdict.headline, language: tag(month.language)))
      },
      previous: neighbour(index + 1), following: neighbour(index - 1))
  }

  // MARK: - Parts

  private var agencyName: [String: Statement.Argument] { ["agency": .figure(.agency)] }

  private func frame(title: SentenceView, trail: [SiteLinkView]) -> SiteFrame {
    SiteFrame(
      language: locale.tag, title: title, sheet: edition.siteSheet, words: edition.words,
      agency: AgencyView(name: QuotedView(agency.name), logo: edition.logo), trail: trail)
  }

  private func overviewLink(_ address: String) -> SiteLinkView {
    SiteLinkView(address, word: writer.word("site.overview"))
  }

  private func date(_ month: Month) -> DateView {
    DateView(iso: month.description, text: locale.month(month))
  }

  /// Without its year, which stands above.
  private func shortDate(_ month: Month) -> DateView {
    DateView(iso: month.description, text: locale.shortMonthName(month.monthOfYear))
  }

  private func tag(_ language: LanguageCode) -> String {
    LocaleFormat.named(language.text)?.tag ?? language.text
  }

  private func verdict(
    _ verdict: SiteMonth.Verdict, in month: SiteMonth, of client: SiteClient
  ) -> VerdictView {
    writer.verdict(verdict.kind, key: .verdict(of: verdict.belief, month.month, client))
  }

  private func reports(
    of month: SiteMonth, _ client: SiteClient, below folder: String
  ) -> [ReportLinkView] {
    month.reports.map { report in
      ReportLinkView(
        address: "\(folder)\(report.fileName)", language: tag(report.language),
        languageName: edition.phrases["languages.\(report.language.text)"]?.text([:])
          ?? report.language.text,
        client: QuotedView(client.name), month: date(month.month), isDraft: report.isDraft,
        isDelivered: month.isDelivered)
    }
  }
}
