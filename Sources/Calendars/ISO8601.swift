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
  @inlinable @inline(__always)
  init?(prefixOf bytes: Span<UInt8>) {
    let start = DigitPairs(yearAndMonthOf: bytes)
    guard start.fits, let day = decimal(bytes, at: 8, digits: 2) else { return nil }
    self.init(
      year: start.number(at: 0) &* 100 &+ start.number(at: 2), month: start.number(at: 5), day: day)
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
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    if bytes.count == 19 {
      guard let time = LocalTime(day, clock: bytes) else { return nil }
      self = .local(time)
      return
    }
    guard let value = Timestamp.uncommon(bytes, day) else { return nil }
    self = value
  }

  /// Reads a moment as `init(iso8601:)` for bytes does.
  public init?(iso8601 text: String) {
    self.init(iso8601: Array(text.utf8).span)
  }

  /// A time without seconds, or with a fraction or an offset.
  @usableFromInline
  static func uncommon(_ bytes: Span<UInt8>, _ day: Day) -> Timestamp? {
    var time: LocalTime
    var position = 16
    if bytes.count > 19, bytes[16] == UInt8(ascii: ":") {
      guard let withSeconds = LocalTime(day, clock: bytes) else { return nil }
      time = withSeconds
      position = 19
      if bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ",") {
        position += 1
        let digits = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        guard position > digits else { return nil }
      }
    } else {
      guard let hour = decimal(bytes, at: 11, digits: 2), bytes[13] == UInt8(ascii: ":"),
        let minute = decimal(bytes, at: 14, digits: 2), minute < 60,
        let short = LocalTime(day: day, secondOfDay: hour * 3600 + minute * 60)
      else { return nil }
      time = short
    }
    if position == bytes.count { return .local(time) }
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

extension LocalTime {
  /// - Parameter bytes: A time like `12:30:05` is expected at 11; at least 19.
  @inlinable @inline(__always)
  init?(_ day: Day, clock bytes: Span<UInt8>) {
    guard let second = DigitPairs(clockOf: bytes).secondOfDay else { return nil }
    self.init(day, unchecked: second)
  }
}

/// Digits at known places of eight bytes, all of them looked at together in one integer.
///
/// The idea: XOR with a text of the same shape makes each digit its value and each other character 0.
/// Adding 0x76 to a byte then sets its highest bit if it is above 9, adding 0x7F if it is not 0; a byte
/// whose highest bit is set already may carry into its neighbour, but has failed by itself. A product
/// with 10 and a shift make two neighbouring digits one number. The first byte is the lowest.
@usableFromInline
struct DigitPairs {
  /// With the highest bit of a byte where the text is none of the shape.
  @usableFromInline let misfits: UInt64
  @usableFromInline let pairs: UInt64

  /// `2026-10-` at the beginning.
  @inlinable @inline(__always)
  init(yearAndMonthOf bytes: Span<UInt8>) {
    self.init(bytes, at: 0, shape: 0x2D30_302D_3030_3030, limits: 0x7F76_767F_7676_7676)
  }

  /// `12:30:05` behind a day and a `T`.
  @inlinable @inline(__always)
  init(clockOf bytes: Span<UInt8>) {
    self.init(bytes, at: 11, shape: 0x3030_3A30_303A_3030, limits: 0x7676_7F76_767F_7676)
  }

  @inlinable @inline(__always)
  init(_ bytes: Span<UInt8>, at start: Int, shape: UInt64, limits: UInt64) {
    let text = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
    let values = text ^ shape
    misfits = (values &+ limits) | values
    pairs = values &* 10 &+ values >> 8
  }

  @inlinable @inline(__always)
  var fits: Bool { misfits & 0x8080_8080_8080_8080 == 0 }

  /// The number of two digits whose first stands at an offset of the shape.
  @inlinable @inline(__always)
  func number(at offset: Int) -> Int {
    Int(truncatingIfNeeded: (pairs &>> (8 &* offset)) & 0xFF)
  }

  /// Of `12:30:05` the seconds since midnight; `nil` beyond 23:59:59.
  @inlinable @inline(__always)
  var secondOfDay: Int? {
    // The hour stands at bit 0, the minute at 24, the second at 48; what is too large gets the highest bit of its byte.
    let parts = pairs & 0x00FF_0000_FF00_00FF
    // Where the text fits, no other has it.
    let tooLarge = parts &+ 0x0044_0000_4400_0068
    guard (misfits | tooLarge) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let minutes = ((parts &* (60 << 24 + 1)) &>> 24) & 0xFFFF
    return Int(truncatingIfNeeded: minutes &* 60 &+ parts &>> 48)
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
