/// What was written of a moment, and whether it says in which zone.
public enum Timestamp: Hashable, Sendable {
  /// With `Z` or an offset.
  case instant(Instant)
  /// Without: a zone must be known from elsewhere.
  case local(LocalTime)
}

extension Day {
  /// Reads `2026-10-31` (ISO 8601) and nothing else.
  @inlinable
  public init?(iso8601 bytes: Span<UInt8>) {
    guard bytes.count == 10 else { return nil }
    self.init(prefixOf: bytes)
  }

  /// - Parameter bytes: At least 10.
  @inlinable
  init?(prefixOf bytes: Span<UInt8>) {
    guard let year = decimal(bytes, at: 0, digits: 4), let month = decimal(bytes, at: 5, digits: 2),
      let day = decimal(bytes, at: 8, digits: 2), bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-")
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `2026-10-31` (ISO 8601) and nothing else.
  public init?(iso8601 text: String) {
    self.init(iso8601: Array(text.utf8).span)
  }
}

extension Timestamp {
  /// Reads `2026-10-31T12:30`, `2026-10-31 12:30:05`, `2026-10-31T12:30:05.123Z`, `2026-10-31T12:30:05+01:00`.
  ///
  /// A fraction of a second is dropped; second 60 is refused. The offset is `Z`, `+01:00`, `+0100` or `+01`,
  /// perhaps behind a space, up to 18 hours. Anything else, a day without a time too, is `nil`.
  @inlinable
  public init?(iso8601 bytes: Span<UInt8>) {
    guard bytes.count >= 16, let day = Day(prefixOf: bytes),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let hour = decimal(bytes, at: 11, digits: 2), hour < 24, bytes[13] == UInt8(ascii: ":"),
      let minute = decimal(bytes, at: 14, digits: 2), minute < 60
    else { return nil }
    var second = 0
    var position = 16
    if bytes.count >= 19, bytes[16] == UInt8(ascii: ":") {
      guard let value = decimal(bytes, at: 17, digits: 2), value < 60 else { return nil }
      second = value
      position = 19
    }
    let time = LocalTime(day, unchecked: hour * 3600 + minute * 60 + second)
    if position == bytes.count {
      self = .local(time)
      return
    }
    guard let value = Timestamp.rest(bytes, position, time, hasSeconds: position == 19) else {
      return nil
    }
    self = value
  }

  /// Reads a moment as `init(iso8601:)` for bytes does.
  public init?(iso8601 text: String) {
    self.init(iso8601: Array(text.utf8).span)
  }

  /// Fraction and offset.
  @usableFromInline
  static func rest(
    _ bytes: Span<UInt8>, _ start: Int, _ time: LocalTime, hasSeconds: Bool
  ) -> Timestamp? {
    var position = start
    if hasSeconds, bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ",") {
      position += 1
      let digits = position
      while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
      guard position > digits else { return nil }
      if position == bytes.count { return .local(time) }
    }
    if bytes[position] == UInt8(ascii: " ") { position += 1 }
    guard position < bytes.count, let offset = offset(bytes, position) else { return nil }
    return .instant(Instant(secondsSince1970: time.seconds - offset))
  }

  /// `Z`, `+01:00`, `+0100` or `+01` up to the end, in seconds.
  private static func offset(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let sign: Int
    switch bytes[start] {
    case UInt8(ascii: "Z"): return start + 1 == bytes.count ? 0 : nil
    case UInt8(ascii: "+"): sign = 1
    case UInt8(ascii: "-"): sign = -1
    default: return nil
    }
    let length = bytes.count - start - 1
    guard length == 2 || length == 4 || length == 5,
      let hours = decimal(bytes, at: start + 1, digits: 2)
    else { return nil }
    var minutes = 0
    if length > 2 {
      if length == 5 { guard bytes[start + 3] == UInt8(ascii: ":") else { return nil } }
      guard let value = decimal(bytes, at: start + length - 1, digits: 2), value < 60 else {
        return nil
      }
      minutes = value
    }
    let seconds = hours * 3600 + minutes * 60
    return seconds <= 18 * 3600 ? sign * seconds : nil
  }
}

/// A number of exactly so many digits.
///
/// - Parameter start: It and the digits behind it lie inside `bytes`.
@inlinable @inline(__always)
func decimal(_ bytes: Span<UInt8>, at start: Int, digits: Int) -> Int? {
  var value = 0
  for position in start..<start + digits {
    let digit = bytes[position] &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}
