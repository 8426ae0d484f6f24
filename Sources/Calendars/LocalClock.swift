/// Turns what the clocks of a zone show into moments, one after the other; cheaper where they lie in the same
/// stretch of one offset, as most times of a file do. The results are those of `TimeZoneTable.instant(of:)`.
public struct LocalClock: Sendable {
  private let zone: TimeZoneTable
  /// Local times that have `offset`, in seconds since 1970 on the clock.
  private var times = 0..<0
  private var offset = 0

  public init(_ zone: TimeZoneTable) {
    self.zone = zone
  }

  public mutating func instant(of time: LocalTime) -> Instant {
    let local = time.seconds
    if !times.contains(local) { (times, offset) = zone.stretch(of: local) }
    return Instant(secondsSince1970: local - offset)
  }
}
