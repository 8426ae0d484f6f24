package import Calendars

/// What the check needs to know about one page besides its bytes.
///
/// Every part is optional: a page without facts is checked for its structure, and the result lists the
/// parts that could not be checked. Parts that many pages share are made once and copied freely.
package struct PageFacts: Sendable {
  /// Figures of the ledger; makes every digit of the page answer for itself.
  package var figures: Figures?
  /// Texts that were written by others and may be shown as they are.
  package var quotes: TextSet?
  /// Addresses outside the page that it may link to.
  package var links: TextSet?
  /// Style sheets that the page may carry, one of them byte for byte.
  package var sheets: [Sheet]?
  /// Whose page it is, and who must not be on it.
  package var clients: Clients?
  package var charts: Charts?
  /// Language of the page as `lang` says it.
  package var language: String?
  package var times: Times?
  /// The page is sent around as one file: no relative links.
  package var standsAlone = false
  package var severities = RuleSeverities()
  /// What a page like it may weigh before a mail server or a phone makes trouble.
  package var usualBytes = PageChecker.usualBytes

  package init() {}

  package enum Part: String, CaseIterable, Hashable, Sendable {
    case numbers, quotes, links, sheet, clients, charts, language, times
  }

  var unchecked: [Part] {
    Part.allCases.filter { part in
      switch part {
      case .numbers: figures == nil
      case .quotes: quotes == nil
      case .links: links == nil
      case .sheet: sheets == nil
      case .clients: clients == nil
      case .charts: charts == nil
      case .language: language == nil
      case .times: times == nil
      }
    }
  }
}

extension PageFacts {
  /// What each key of the ledger may look like.
  package struct Figures: Sendable {
    let table: FigureTable

    /// - Parameters:
    ///   - forms: Key to its accepted texts in the language of the page. An unknown figure has its
    ///     text too, for example `–`.
    ///   - outcomes: The same of verdicts and goals: words, and nothing else in their element.
    ///   - required: Keys without which the page is incomplete.
    package init(
      forms: [String: [String]], outcomes: [String: [String]] = [:], required: Set<String> = []
    ) {
      table = FigureTable(forms: forms, outcomes: outcomes, required: required)
    }
  }

  /// Texts that are compared as a reader sees them: runs of white space are one space.
  package struct TextSet: Sendable {
    let texts: FrozenTable

    package init(_ texts: some Sequence<String>) {
      self.texts = FrozenTable(texts.map(Self.normal))
    }

    static func normal(_ text: String) -> String {
      text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    }
  }

  /// A style sheet with the hash that the page's policy names.
  package struct Sheet: Sendable {
    package let bytes: [UInt8]
    /// Base64 of the SHA-256 of the bytes.
    package let hash: String

    package init(bytes: [UInt8], hash: String) {
      self.bytes = bytes
      self.hash = hash
    }
  }

  package struct Clients: Sendable {
    package let names: ClientNames
    /// Slug of the client whose page it is; `nil` is the agency's own page, which may name all, and `nobody` a
    /// sales copy, which may name none.
    package let owner: String?
    /// No client's slug: a slug is never empty.
    package static let nobody = ""
    /// Whose names may stand on the page.
    let welcome: Set<String>

    package init(names: ClientNames, owner: String?) {
      self.names = names
      self.owner = owner
      welcome = owner.map { names.welcome[$0] ?? [$0] } ?? []
    }
  }

  /// What each chart shows, by the id in `data-chart` and `data-tick`.
  package struct Charts: Sendable {
    let ids: FrozenTable
    /// Chart and text of every tick, with `separator` between.
    let ticks: FrozenTable
    /// Of each chart, in the order of `ids`.
    let marks: [FrozenTable]

    static let separator = UInt8(0x1F)

    package struct Chart: Hashable, Sendable {
      /// Texts of the ticks, both axes together.
      package var ticks: [String]
      /// Keys of the data it draws; empty when its marks carry none.
      package var marks: Set<String>

      package init(ticks: [String], marks: Set<String> = []) {
        self.ticks = ticks
        self.marks = marks
      }
    }

    package init(_ charts: [String: Chart]) {
      let names = charts.keys.sorted()
      ids = FrozenTable(names)
      ticks = FrozenTable(
        names.flatMap { name in (charts[name]?.ticks ?? []).map { "\(name)\u{1F}\($0)" } })
      marks = names.map { FrozenTable((charts[$0]?.marks ?? []).sorted()) }
    }
  }

  package struct Times: Sendable {
    let months: MonthNames
    /// First and last day that the page may speak of; `nil` allows all.
    let days: ClosedRange<Day>?

    /// - Parameter months: Names of the months from January on, each with its short forms, in the
    ///   page's language.
    package init(months: [[String]], days: ClosedRange<Day>? = nil) {
      self.months = MonthNames(months)
      self.days = days
    }

    init(months: MonthNames) { (self.months, days) = (months, nil) }

    /// The same names, and only these days.
    init(_ times: Times, within days: ClosedRange<Day>) {
      months = times.months
      self.days = days
    }
  }
}
