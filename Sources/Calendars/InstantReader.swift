/// Reads what the clocks of a zone showed as moments, one timestamp after the other; cheaper where days repeat.
///
/// Most files are in the order of time, so the moment at which the day of the last timestamp began is kept, and only
/// the clock of the next is read when it has the same day. The results are those of `Timestamp.init(iso8601:)` and
/// `TimeZoneTable.instant(of:)`.
public struct InstantReader: Sendable {
  private let zone: TimeZoneTable
  /// Local times that have `offset`, in seconds since 1970 on the clock.
  private var stretch = 0..<0
  private var offset = 0
  /// Of the last timestamp.
  @usableFromInline var day = KnownDay()
  /// The one before it: what follows something on the next day stands between others of that day.
  private var dayBefore = KnownDay()

  public init(_ zone: TimeZoneTable) {
    self.zone = zone
  }

  /// Reads `2026-10-31T12:30:05` and what else is written in 19 bytes without an offset; anything else is `nil`.
  @inlinable @inline(__always)
  public mutating func read(_ bytes: Span<UInt8>) -> Instant? {
    guard bytes.count == 19 else { return nil }
    return day.begins(bytes) ? day.instant(clockOf: bytes) : readOtherDay(bytes)
  }

  /// - Parameter bytes: 19.
  @inline(never)
  @usableFromInline
  mutating func readOtherDay(_ bytes: Span<UInt8>) -> Instant? {
    swap(&day, &dayBefore)
    if day.begins(bytes) { return day.instant(clockOf: bytes) }
    guard case .local(let time) = Timestamp(iso8601: bytes) else { return nil }
    if !stretch.contains(time.seconds) { (stretch, offset) = zone.stretch(of: time.seconds) }
    let midnight = time.seconds - time.secondOfDay
    if stretch.contains(midnight), stretch.contains(midnight + 86_399) {
      day = KnownDay(of: bytes, firstSecond: midnight - offset)
    }
    return Instant(secondsSince1970: time.seconds - offset)
  }
}

extension InstantReader {
  /// A day on which clocks go by one offset from its first to its last second.
  @usableFromInline
  struct KnownDay: Sendable {
    // `2026-10-31T` as it is written, the first eight bytes of it and the last eight. Five are in both, so that no text
    // is what they are at first.
    @usableFromInline var firstBytes: UInt64 = 0
    @usableFromInline var lastBytes: UInt64 = .max
    /// Since 1970.
    @usableFromInline var firstSecond = 0

    init() {}

    init(of bytes: Span<UInt8>, firstSecond: Int) {
      firstBytes = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
      lastBytes = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: 3, as: UInt64.self)
      self.firstSecond = firstSecond
    }

    /// - Parameter bytes: At least 11.
    @inlinable @inline(__always)
    func begins(_ bytes: Span<UInt8>) -> Bool {
      bytes.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self) == firstBytes
        && bytes.bytes.unsafeLoadUnaligned(fromByteOffset: 3, as: UInt64.self) == lastBytes
    }

    /// - Parameter bytes: A timestamp of this day.
    @inlinable @inline(__always)
    func instant(clockOf bytes: Span<UInt8>) -> Instant? {
      guard let second = DigitPairs(clockOf: bytes).secondOfDay else { return nil }
      return Instant(secondsSince1970: firstSecond &+ second)
    }
  }
}
