/// Reads the timestamps of a column one after the other; cheaper where days repeat.
///
/// Most files are in the order of time, so the day of the last timestamp is kept, and only its clock is
/// read when the next has the same. The results are those of `Timestamp.init(iso8601:)`.
public struct TimestampReader: Sendable {
  /// The text of `day`, `1970-01-` and `01` at first, as integers whose lowest byte comes first.
  @usableFromInline var yearAndMonth: UInt64 = 0x2D31_302D_3037_3931
  @usableFromInline var dayOfMonth: UInt16 = 0x3130
  @usableFromInline var day = Day(daysSince1970: 0)

  public init() {}

  /// - Parameter bytes: A timestamp as `Timestamp.init(iso8601:)` reads it; anything else is `nil`.
  @inlinable @inline(__always)
  public mutating func read(_ bytes: Span<UInt8>) -> Timestamp? {
    guard bytes.count == 19 else { return Timestamp(iso8601: bytes) }
    guard let day = knownDay(prefixOf: bytes) else { return nil }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
    return LocalTime(day, clock: bytes).map { .local($0) }
  }

  /// Reads `2026-10-31` and nothing else.
  @inlinable @inline(__always)
  public mutating func readDay(_ bytes: Span<UInt8>) -> Day? {
    bytes.count == 10 ? knownDay(prefixOf: bytes) : nil
  }

  /// - Parameter bytes: At least 10.
  @inlinable @inline(__always)
  mutating func knownDay(prefixOf bytes: Span<UInt8>) -> Day? {
    let yearAndMonth = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
    let dayOfMonth = UInt16(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt16.self))
    if yearAndMonth != self.yearAndMonth || dayOfMonth != self.dayOfMonth {
      guard let day = Day(prefixOf: bytes) else { return nil }
      self.day = day
      self.yearAndMonth = yearAndMonth
      self.dayOfMonth = dayOfMonth
    }
    return day
  }
}
