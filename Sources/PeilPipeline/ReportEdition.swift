/// In what form a month's report is made.
enum ReportEdition: String, CaseIterable, Hashable, Sendable {
  /// For the client.
  case report
  /// For who might become one: anonymised. It stands beside the report that it is made from.
  case proposal
}
