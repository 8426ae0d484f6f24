import Calendars
import Diagnostics
import JSON
import PeilAnalysis
import PeilModel

extension Edition {
  /// `report.json`: the release and the whole ledger, in an order that never changes.
  ///
  /// - Parameters:
  ///   - inputs: The key of everything that the report was made from.
  ///   - restates: The digest of the delivered `report.json` that this one takes the place of.
  ///   - pages: Where the pages stand in the output, with their hashes.
  ///   - prints: The same of the pages as PDF, with their size in bytes.
  ///   - proposal: The same of the sales copy and all that belongs to it.
  package func record(
    inputs: String, restates: String?, pages: [(path: String, sha256: String)],
    prints: [(path: String, bytes: Int, sha256: String)],
    proposal: [(path: String, bytes: Int, sha256: String)]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { record in
      record["format"] = 1
      // First, so that who wants only this need not read the figures.
      record.object("release") {
        describe(
          &$0, inputs: inputs, restates: restates, pages: pages, prints: prints, proposal: proposal)
      }
      record.array("files") { list in
        for file in findings.files { list.object { $0.describe(file) } }
      }
      record.array("figures") { list in
        for figure in findings.ledger.figures {
          list.object { $0.describe(figure, called: figure.key.text, texts: texts) }
        }
      }
      // What each page may show, so that it can be checked again.
      record.array("page-texts") { list in
        for page in self.pages { list.object { $0.describe(page) } }
      }
    }
    return json.finish()
  }
}

extension Edition {
  private func describe(
    _ release: inout JSONObject, inputs: String, restates: String?,
    pages: [(path: String, sha256: String)], prints: [(path: String, bytes: Int, sha256: String)],
    proposal: [(path: String, bytes: Int, sha256: String)]
  ) {
    release["client"] = JSONScalar(findings.client.slug.text)
    release["name"] = JSONScalar(findings.client.name)
    release["month"] = JSONScalar(findings.period.month.description)
    release["headline"] = JSONScalar(headline)
    release["inputs"] = JSONScalar(inputs)
    if let restates { release["restates"] = JSONScalar(restates) }
    release.array("pages") { list in
      for (page, place) in zip(self.pages, pages) {
        list.object {
          $0["path"] = JSONScalar(place.path)
          $0["language"] = JSONScalar(page.language.text)
          $0["bytes"] = .integer(page.bytes.count)
          $0["sha256"] = JSONScalar(place.sha256)
          $0["read"] = JSONScalar(page.read)
          $0["draft"] = .bool(page.isDraft)
        }
      }
    }
    release.list("problems", diagnostics.map { JSONScalar($0.id) })
    for (name, files) in [("prints", prints), ("proposal", proposal)] {
      release.array(name) { list in
        for file in files {
          list.object {
            $0["path"] = JSONScalar(file.path)
            $0["bytes"] = .integer(file.bytes)
            $0["sha256"] = JSONScalar(file.sha256)
          }
        }
      }
    }
    release.array("verdicts") { list in
      for (section, headline) in zip(findings.sections, beliefHeadlines) {
        list.object {
          $0["belief"] = .integer(section.belief.number)
          $0["verdict"] = JSONScalar(section.verdict.kind.rawValue)
          $0["headline"] = JSONScalar(headline)
          if let main = section.main.flatMap({ findings.ledger[$0] }),
            let number = main.measurement.known?.number
          {
            $0.object("measure") {
              $0["definition"] = JSONScalar(main.definition.rawValue)
              $0["value"] = .number(number)
              $0.list("exports", main.sources.map { .integer($0.file.index) })
            }
          }
        }
      }
    }
    if let main = findings.results.first {
      release.object("main-result") {
        $0["result"] = JSONScalar(main.result.rawValue)
        $0.list(
          "values",
          main.months.map { findings.ledger.number($0).map { .number($0) } ?? .null })
      }
    }
    // What a later report holds against the data of its day, when this one was delivered.
    release.array("results") { list in
      for result in findings.results {
        list.object {
          $0["result"] = JSONScalar(result.result.rawValue)
          $0["value"] = findings.ledger.number(result.value).map { .number($0) } ?? .null
          let sources = findings.ledger[result.value]?.sources ?? []
          $0.list("exports", sources.map { .integer($0.file.index) })
        }
      }
    }
    release.array("exports") { list in
      for file in findings.files {
        list.object {
          $0["sha256"] = JSONScalar(file.sha256)
          $0["as-of"] = JSONScalar(file.asOf?.description)
        }
      }
    }
    release.array("sources") { list in
      for source in freshness {
        list.object {
          $0["kind"] = JSONScalar(source.kind.rawValue)
          $0["platform"] = JSONScalar(source.platform?.rawValue)
          $0["as-of"] = JSONScalar(source.asOf.description)
        }
      }
    }
  }

  /// The newest export of each kind and platform, by kind and then by the client's order of platforms.
  private var freshness: [SiteMonth.Source] {
    var newest: [SiteMonth.Source] = []
    for file in findings.files {
      guard let asOf = file.asOf else { continue }
      if let index = newest.firstIndex(where: {
        $0.kind == file.kind && $0.platform == file.platform
      }) {
        newest[index].asOf = max(newest[index].asOf, asOf)
      } else {
        newest.append(SiteMonth.Source(kind: file.kind, platform: file.platform, asOf: asOf))
      }
    }
    let platforms: [Platform?] = [nil] + findings.client.platforms
    return SourceFile.Kind.allCases.flatMap { kind in
      platforms.compactMap { platform in
        newest.first { $0.kind == kind && $0.platform == platform }
      }
    }
  }
}

extension JSONObject {
  fileprivate mutating func describe(_ file: SourceFile) {
    self["path"] = JSONScalar(file.path)
    self["format"] = JSONScalar(file.format)
    self["kind"] = JSONScalar(file.kind.rawValue)
    self["platform"] = JSONScalar(file.platform?.rawValue)
    self["records"] = .integer(file.records)
    self["used"] = .integer(file.used)
    self["from"] = JSONScalar(file.days?.lowerBound.description)
    self["to"] = JSONScalar(file.days?.upperBound.description)
    self["as-of"] = JSONScalar(file.asOf?.description)
    self["sha256"] = JSONScalar(file.sha256)
  }

  mutating func describe(_ page: EditionPage) {
    let record = page.record
    self["file"] = JSONScalar(page.fileName)
    self["language"] = JSONScalar(record.language)
    self["sheet"] = JSONScalar(record.sheetHash)
    for (name, lists) in [("forms", record.forms), ("outcomes", record.outcomes)] {
      object(name) { object in
        for (key, texts) in lists.sorted(by: { $0.key < $1.key }) {
          object.list(key, texts.map { JSONScalar($0) })
        }
      }
    }
    list("required", record.required.map { JSONScalar($0) })
    list("quotes", record.quotes.map { JSONScalar($0) })
    list("links", record.links.map { JSONScalar($0) })
    array("charts") { list in
      for (id, chart) in record.charts.sorted(by: { $0.key < $1.key }) {
        list.object {
          $0["id"] = JSONScalar(id)
          $0.list("ticks", chart.ticks.map { JSONScalar($0) })
          $0.list("marks", chart.marks.sorted().map { JSONScalar($0) })
        }
      }
    }
  }

  /// - Parameter name: Of the figure on the pages.
  mutating func describe(
    _ figure: Figure, called name: String, texts: [LanguageCode: FigureTexts]
  ) {
    self["key"] = JSONScalar(name)
    self["definition"] = JSONScalar(figure.definition.rawValue)
    switch figure.measurement {
    case .known(let quantity):
      self["unit"] = JSONScalar(quantity.unit)
      self["value"] = quantity.number.map { .number($0) } ?? JSONScalar(quantity.name)
    case .unknown(let absence):
      self["unknown"] = JSONScalar(absence.rawValue)
    }
    if let interval = figure.interval {
      list(
        "interval", [.number(interval.low), .number(interval.high), .number(interval.level)])
    }
    if let size = figure.sampleSize {
      self["n"] = .integer(size.count)
      self["n-of"] = JSONScalar(size.noun.rawValue)
    }
    if let days = figure.days {
      list(
        "days",
        [JSONScalar(days.lowerBound.description), JSONScalar(days.upperBound.description)])
    }
    if !figure.sources.isEmpty {
      array("sources") { list in
        for source in figure.sources {
          list.object {
            $0["file"] = .integer(source.file.index)
            $0.list(
              "lines", [.integer(source.lines.lowerBound), .integer(source.lines.upperBound)])
            $0["records"] = .integer(source.records)
          }
        }
      }
    }
    object("text") { object in
      for (language, written) in texts.sorted(by: { $0.key.text < $1.key.text }) {
        object[language.text] = JSONScalar(written.text(figure.key, .plain))
      }
    }
  }
}

extension Quantity {
  /// A date or name, for what is no number.
  fileprivate var name: String? {
    switch self {
    case .day(let day): day.description
    case .days(let days): "\(days.lowerBound)/\(days.upperBound)"
    case .month(let month): month.description
    case .name(let name): name
    case .coarse(let coarse): coarse.name
    default: nil
    }
  }
}

extension Coarse {
  /// A size or a time, for what is no number: `30-100`, `10-12`.
  fileprivate var name: String? {
    switch self {
    case .band(let band, _):
      "\(band.limits.low.map(String.init) ?? "")-\(band.limits.high.map(String.init) ?? "")"
    case .month(let number), .week(let number): "\(number)"
    case .months(let months): "\(months.lowerBound)-\(months.upperBound)"
    case .share, .change, .pointChange, .index: nil
    }
  }
}
