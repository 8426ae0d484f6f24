/// Reads what the clocks of a zone showed as moments, one timestamp after the other; cheaper where days repeat.
///
/// Most files are in the order of time, so the moment at which the day of the last timestamp began is kept, and only
/// the clock of the next is read when it has the same day. The results are those of `Timestamp.init(iso8601:)` and
/// `TimeZoneTable.instant(of:)`.
public struct InstantReader: Sendable {
  private let zone: TimeZoneTable
  // `2026-10-31T` as it is written, the first eight bytes of it and the last eight. Five are in both, so that no text
  // is what they are at first.
  @usableFromInline var firstBytes: UInt64 = 0
  @usableFromInline var lastBytes: UInt64 = .max
  /// Of that day, on which clocks go by one offset from its first to its last second; since 1970.
  @usableFromInline var firstSecond = 0
  /// Local times that have `offset`, in seconds since 1970 on the clock.
  private var stretch = 0..<0
  private var offset = 0

  public init(_ zone: TimeZoneTable) {
    self.zone = zone
  }

  /// Reads `2026-10-31T12:30:05` and what else is written in 19 bytes without an offset; anything else is `nil`.
  @inlinable @inline(__always)
  public mutating func read(_ bytes: Span<UInt8>) -> Instant? {
    guard bytes.count == 19 else { return nil }
    let text = bytes.bytes
    guard text.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self) == firstBytes,
      text.unsafeLoadUnaligned(fromByteOffset: 3, as: UInt64.self) == lastBytes
    else { return readOtherDay(bytes) }
    guard let second = DigitPairs(clockOf: bytes).secondOfDay else { return nil }
    return Instant(secondsSince1970: firstSecond &+ second)
  }

  /// - Parameter bytes: 19.
  @inline(never)
  @usableFromInline
  mutating func readOtherDay(_ bytes: Span<UInt8>) -> Instant? {
    guard case .local(let time) = Timestamp(iso8601: bytes) else { return nil }
    if !stretch.contains(time.seconds) { (stretch, offset) = zone.stretch(of: time.seconds) }
    let midnight = time.seconds - time.secondOfDay
    if stretch.contains(midnight), stretch.contains(midnight + 86_399) {
      let text = bytes.bytes
      firstBytes = text.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
      lastBytes = text.unsafeLoadUnaligned(fromByteOffset: 3, as: UInt64.self)
      firstSecond = midnight - offset
    }
    return Instant(secondsSince1970: time.seconds - offset)
  }
}
