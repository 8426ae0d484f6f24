package import Calendars

/// Somebody's word that a month's report is good, for exactly what was read.
package struct Review: Equatable, Sendable {
  package var month: Month
  package var by: String
  /// By language, the digest of what stood on the page that was read; another digest is not reviewed.
  package var digests: [LanguageCode: String]

  package init(month: Month, by: String, digests: [LanguageCode: String]) {
    self.month = month
    self.by = by
    self.digests = digests
  }

  /// Whether what stands on a page now was read.
  package func covers(_ digest: String, in language: LanguageCode) -> Bool {
    digests[language] == digest
  }
}
