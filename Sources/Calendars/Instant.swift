/// A moment, in whole seconds of UTC without leap seconds.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, which is 0; earlier moments are negative.
  public let secondsSince1970: Int

  @inlinable
  public init(secondsSince1970: Int) {
    self.secondsSince1970 = secondsSince1970
  }

  @inlinable
  public static func < (a: Instant, b: Instant) -> Bool {
    a.secondsSince1970 < b.secondsSince1970
  }

  /// The moment `seconds` later, or earlier when it is negative.
  @inlinable
  public static func + (instant: Instant, seconds: Int) -> Instant {
    Instant(secondsSince1970: instant.secondsSince1970 + seconds)
  }

  /// How many seconds `end` lies after `start`.
  @inlinable
  public static func - (end: Instant, start: Instant) -> Int {
    end.secondsSince1970 - start.secondsSince1970
  }
}

extension Instant: CustomStringConvertible {
  /// `2026-10-31T12:00:00Z`, ISO 8601.
  public var description: String {
    let day = Day(daysSince1970: secondsSince1970.floorDivided(by: 86_400))
    let second = secondsSince1970.modulo(86_400)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(day)T\(clock.joined(separator: ":"))Z"
  }
}
