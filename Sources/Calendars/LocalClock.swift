/// Turns what the clocks of a zone show into moments, one after the other; cheaper where they lie in the same
/// stretch of one offset, as most times of a file do. The results are those of `TimeZoneTable.instant(of:)`.
public struct LocalClock: Sendable {
  @usableFromInline let zone: TimeZoneTable
  /// Local times that have `offset`, in seconds since 1970 on the clock.
  @usableFromInline var times = 0..<0
  @usableFromInline var offset = 0

  public init(_ zone: TimeZoneTable) {
    self.zone = zone
  }

  @inlinable @inline(__always)
  public mutating func instant(of time: LocalTime) -> Instant {
    let local = time.seconds
    if !times.contains(local) { (times, offset) = zone.stretch(of: local) }
    return Instant(secondsSince1970: local &- offset)
  }
}
