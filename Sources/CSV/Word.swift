/// The bytes of a short text as two integers: two texts are the same when these are, and a number in it is read
/// without a look at one byte after the other.
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

  /// Whether it is one to eight digits and nothing else.
  @inlinable @inline(__always)
  public var isWholeNumber: Bool { digits != nil }

  /// Its value, when it is one to eight digits and nothing else.
  @inlinable @inline(__always)
  public var wholeNumber: Int? {
    guard let digits else { return nil }
    // Two neighbours become one number, then four, then eight.
    let pairs = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF)
  }

  /// The value of each digit in a byte of its own, the last one in the highest; zeros come before the first.
  @inlinable @inline(__always)
  var digits: UInt64? {
    guard low != 0, high == 0 else { return nil }
    let empty = low.leadingZeroBitCount & 0b11_1000
    let digits = (low &<< empty) ^ (0x3030_3030_3030_3030 &<< empty)
    // Adding 0x76 sets the highest bit of a byte above 9; one that is set already has failed by itself.
    let failed = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    return failed == 0 ? digits : nil
  }
}
