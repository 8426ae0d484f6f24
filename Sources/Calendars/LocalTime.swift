/// What a calendar and a clock on the wall show; which moment that is depends on the zone.
public struct LocalTime: Hashable, Comparable, Sendable {
  public let day: Day
  /// Seconds since midnight on the clock, 0 to 86,399.
  public let secondOfDay: Int

  /// - Parameter secondOfDay: 0 to 86,399.
  /// - Returns: `nil` outside this range.
  @inlinable
  public init?(day: Day, secondOfDay: Int) {
    guard 0..<86_400 ~= secondOfDay else { return nil }
    self.init(day, unchecked: secondOfDay)
  }

  @inlinable
  init(_ day: Day, unchecked secondOfDay: Int) {
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// 0 to 23.
  public var hour: Int { secondOfDay / 3600 }
  /// 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }
  /// 0 to 59.
  public var second: Int { secondOfDay % 60 }

  @inlinable
  public static func < (a: LocalTime, b: LocalTime) -> Bool {
    a.day == b.day ? a.secondOfDay < b.secondOfDay : a.day < b.day
  }

  /// Seconds since 1970-01-01T00:00:00 on the same clock.
  @inlinable
  var seconds: Int { day.daysSince1970 &* 86_400 &+ secondOfDay }
}

extension LocalTime: CustomStringConvertible {
  /// `2026-10-31T12:00:00`, ISO 8601.
  public var description: String {
    let clock = [hour, minute, second].map { padded($0, 2) }
    return "\(day)T\(clock.joined(separator: ":"))"
  }
}
