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
    self.init(
      UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)), count: count)
  }

  /// - Parameters:
  ///   - text: The first byte is the lowest; those behind the text may be any.
  ///   - count: How many belong to the text.
  @inlinable @inline(__always)
  init?(_ text: UInt64, count: Int) {
    guard 1...8 ~= count else { return nil }
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

/// Digits with one sign: `12.34`, `1,5`, `.5`.
public struct DecimalText: Equatable, Sendable {
  /// All digits as one whole number.
  public let digits: Int
  /// How many of them stand before the sign.
  public let whole: Int
  /// How many stand behind it, at least 1.
  public let decimals: Int
  /// A point or a comma.
  public let sign: UInt8

  /// - Parameters:
  ///   - bytes: 8 of them can be loaded.
  ///   - count: How many belong to the text.
  @inlinable @inline(__always)
  init?(_ bytes: UnsafePointer<UInt8>, count: Int) {
    guard 2...8 ~= count else { return nil }
    let text = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    // Point and comma differ from digits in this bit; the lowest one that has it not is the sign.
    let others = ~text & 0x1010_1010_1010_1010
    let place = others.trailingZeroBitCount &>> 3
    guard place < count &- 1, bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ",")
    else { return nil }
    // What stands behind the sign moves into its place.
    let before = (1 &<< UInt64(truncatingIfNeeded: 8 &* place)) &- 1
    guard let digits = Digits(text & before | (text &>> 8) & ~before, count: count &- 1) else {
      return nil
    }
    self.digits = digits.value
    whole = place
    decimals = count &- 1 &- place
    sign = bytes[place]
  }
}
