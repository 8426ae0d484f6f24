import Foundation

extension TimeZoneTable {
  /// Reads a zone's changes of the years 1970 to 2100 once, from the system's time zone data.
  ///
  /// - Returns: `nil` for a name that the time zone database does not have.
  public init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    let first = Date(timeIntervalSince1970: 0)
    let last = Date(timeIntervalSince1970: 4_133_980_800)
    var spans = [Span(start: .min, offset: zone.secondsFromGMT(for: first))]
    var date = first
    while let change = zone.nextDaylightSavingTimeTransition(after: date), change > date,
      change < last
    {
      let offset = zone.secondsFromGMT(for: change)
      // Some changes are of the name alone.
      if spans.last?.offset != offset {
        spans.append(Span(start: Int(change.timeIntervalSince1970), offset: offset))
      }
      date = change
    }
    self.init(identifier: identifier, spans: spans)
  }
}
