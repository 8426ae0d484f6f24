/// The bytes of a short text as two integers: two texts are the same when these are.
public struct Word: Equatable, Sendable {
  /// The first byte is the lowest, and above the last there are zeros: a text has no NUL byte, so that these
  /// tell its length too.
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  /// Bytes that a word has at most.
  @usableFromInline static let longest = 16

  /// A word that no text has: its bytes are not UTF-8.
  public static let unwritten = Word(low: .max, high: .max)

  @inlinable
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// - Parameters:
  ///   - bytes: 16 of them can be loaded.
  ///   - count: How many belong to the text, at most 16.
  @inlinable @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    let text = UnsafeRawPointer(bytes)
    let first = UInt64(littleEndian: text.loadUnaligned(as: UInt64.self))
    let second = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let firstCount = min(count, 8)
    self.init(
      low: first & Word.mask(of: firstCount), high: second & Word.mask(of: count &- firstCount))
  }

  /// The lowest bytes of an integer, none to eight; without a branch, for lengths change from field to field.
  @inlinable @inline(__always)
  static func mask(of count: Int) -> UInt64 {
    // In two steps, because a processor does not shift by 64.
    let half = 32 &- 4 &* count
    return (UInt64.max &>> half) &>> half
  }

  /// A number that differs for most words; its upper bits are the better ones.
  @inlinable @inline(__always)
  public var hash: UInt64 {
    // Odd numbers without a pattern in their bits: the square root of two, and the golden ratio.
    (low ^ high &* 0xB504_F333_F9DE_6485) &* 0x9E37_79B9_7F4A_7C15
  }
}

/// One to eight digits, all of them looked at together in one integer.
@usableFromInline
struct Digits {
  /// The value of each in a byte of its own, the last one in the highest; zeros come before the first.
  @usableFromInline let values: UInt64

  /// - Parameters:
  ///   - bytes: 8 of them can be loaded.
  ///   - count: How many belong to the text.
  /// - Returns: `nil` for a text that is something else.
  @inlinable @inline(__always)
  init?(_ bytes: UnsafePointer<UInt8>, count: Int) {
    guard 1...8 ~= count else { return nil }
    let text = UInt64(
      littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    // What stands behind the text is shifted out, and what is shifted in are zeros.
    let values = (text ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    // Adding 0x76 sets the highest bit of a byte above 9; one that is set already has failed by itself.
    let failed = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    guard failed == 0 else { return nil }
    self.values = values
  }

  @inlinable @inline(__always)
  var value: Int {
    // Two neighbours become one number, then four, then eight.
    let pairs = (values &* 10 &+ values &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF)
  }
}
