package import Calendars
package import PeilAnalysis
package import PeilModel

/// A client with the months that stand in the output, as the pages of the site tell them.
///
/// Made from what each month's `report.json` says of itself, so that a site is built without an export.
package struct SiteClient: Equatable, Sendable {
  package var slug: Client.Slug
  package var name: String
  /// Newest first; empty while nothing was released.
  package var months: [SiteMonth]
  /// Newest first: months whose report did not pass its check.
  package var heldBack: [HeldBackMonth]

  package init(
    slug: Client.Slug, name: String, months: [SiteMonth], heldBack: [HeldBackMonth] = []
  ) {
    self.slug = slug
    self.name = name
    self.months = months
    self.heldBack = heldBack
  }
}

/// A month of a client that was released.
package struct SiteMonth: Equatable, Sendable {
  package var month: Month
  /// The language of the headlines, which is the client's.
  package var language: LanguageCode
  package var headline: String
  /// All nine, in the order of the beliefs.
  package var verdicts: [Verdict]
  /// One a language, the client's own first.
  package var reports: [Report]
  /// Whether the reports stand as they were delivered.
  package var isDelivered = false
  package var mainResult: MainResult?
  package var sources: [Source]

  package init(
    month: Month, language: LanguageCode, headline: String, verdicts: [Verdict],
    reports: [Report], mainResult: MainResult? = nil, sources: [Source] = []
  ) {
    self.month = month
    self.language = language
    self.headline = headline
    self.verdicts = verdicts
    self.reports = reports
    self.mainResult = mainResult
    self.sources = sources
  }

  package struct Verdict: Equatable, Sendable {
    package var belief: Belief
    package var kind: PeilAnalysis.Verdict.Kind
    package var headline: String

    package init(belief: Belief, kind: PeilAnalysis.Verdict.Kind, headline: String) {
      self.belief = belief
      self.kind = kind
      self.headline = headline
    }
  }

  package struct Report: Equatable, Sendable {
    /// The name of the file in the month's folder.
    package var fileName: String
    package var language: LanguageCode
    /// Nobody has approved what stands in it.
    package var isDraft: Bool

    package init(fileName: String, language: LanguageCode, isDraft: Bool) {
      self.fileName = fileName
      self.language = language
      self.isDraft = isDraft
    }
  }

  /// The first of the key results over the last months.
  package struct MainResult: Equatable, Sendable {
    package var result: KeyResult
    /// By month, oldest first, `nil` where it is unknown; the last is that of the report.
    package var values: [Double?]

    package init(result: KeyResult, values: [Double?]) {
      self.result = result
      self.values = values
    }
  }

  /// How fresh the data of one kind are.
  package struct Source: Equatable, Sendable {
    package var kind: SourceFile.Kind
    package var platform: Platform?
    package var asOf: Day

    package init(kind: SourceFile.Kind, platform: Platform?, asOf: Day) {
      self.kind = kind
      self.platform = platform
      self.asOf = asOf
    }
  }
}

/// A month whose report was held back.
package struct HeldBackMonth: Equatable, Sendable {
  package var month: Month
  /// How many findings keep it back, and the first of them in the check's own words.
  package var findings: Int
  package var first: String

  package init(month: Month, findings: Int, first: String) {
    self.month = month
    self.findings = findings
    self.first = first
  }
}
