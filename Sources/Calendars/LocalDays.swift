/// Tells the days of a zone on which moments lie, one after the other; cheaper where they lie on the same day, as
/// most records of an export do. The results are those of `TimeZoneTable.day(of:)`.
public struct LocalDays: Sendable {
  private let zone: TimeZoneTable
  /// In which the zone keeps `offset`, in seconds since 1970.
  private var stretch = 0..<0
  private var offset = 0
  /// The moments of `stretch` that lie on `day`.
  @usableFromInline var moments = 0..<0
  @usableFromInline var day = Day(daysSince1970: 0)

  public init(_ zone: TimeZoneTable) {
    self.zone = zone
  }

  @inlinable
  public mutating func day(of instant: Instant) -> Day {
    if !moments.contains(instant.secondsSince1970) { moveOn(to: instant.secondsSince1970) }
    return day
  }

  @usableFromInline
  mutating func moveOn(to second: Int) {
    if !stretch.contains(second) { (stretch, offset) = zone.stretch(at: second) }
    day = Day(daysSince1970: (second + offset).floorDivided(by: 86_400))
    let midnight = day.daysSince1970 * 86_400 - offset
    moments = (midnight..<midnight + 86_400).clamped(to: stretch)
  }
}
