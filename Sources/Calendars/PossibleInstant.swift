/// A moment or none, in the eight bytes of a moment; an `Instant?` takes nine, and sixteen among others.
public struct PossibleInstant: Hashable, Sendable {
  @usableFromInline let secondsSince1970: Int

  /// No moment: it is further away than any that has a day.
  @inlinable static var never: Int { .min }

  @inlinable @inline(__always)
  public init(_ instant: Instant?) {
    if let instant {
      secondsSince1970 = instant.secondsSince1970
    } else {
      secondsSince1970 = Self.never
    }
  }

  @inlinable @inline(__always)
  public var instant: Instant? {
    secondsSince1970 == Self.never ? nil : Instant(secondsSince1970: secondsSince1970)
  }
}
