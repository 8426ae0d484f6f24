internal import HTMLDialect

/// The number that an attribute's value is, read and checked in one walk.
struct NumberValue {
  let value: Double

  init(_ value: Double) { self.value = value }

  private init(_ number: Int, over scale: Double, isNegative: Bool) {
    let size = Double(number) / scale
    value = isNegative ? -size : size
  }

  /// Written with a minus, which a zero may have too.
  var isNegative: Bool { value.sign == .minus }

  /// - Returns: `nil` for what does not keep `ValueGrammar.number`.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let digits = bytes.baseAddress, bytes.count > 0 else { return nil }
    guard bytes.count <= 8 else {
      self.init(long: bytes)
      return
    }
    let isNegative = digits[0] == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    var number = 0
    let start = index
    while index < bytes.count {
      let digit = Int(digits[index]) &- 0x30
      if UInt(bitPattern: digit) > 9 { break }
      number = number &* 10 &+ digit
      index &+= 1
    }
    var scale = 1.0
    if index < bytes.count {
      guard digits[index] == UInt8(ascii: "."), index &+ 1 < bytes.count else { return nil }
      index &+= 1
      while index < bytes.count {
        let digit = Int(digits[index]) &- 0x30
        if UInt(bitPattern: digit) > 9 { return nil }
        number = number &* 10 &+ digit
        scale *= 10
        index &+= 1
      }
    } else if index == start {
      return nil
    }
    self.init(number, over: scale, isNegative: isNegative)
  }

  private init?(long bytes: UnsafeBufferPointer<UInt8>) {
    guard ValueSyntax.isNumber(bytes) else { return nil }
    var number = 0
    var scale = 1.0
    var isFraction = false
    // More digits than a number of a page needs would overflow; its size is right without them.
    for byte in bytes.prefix(17) {
      let digit = byte &- 0x30
      if digit < 10 {
        number = number * 10 + Int(digit)
        if isFraction { scale *= 10 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      }
    }
    self.init(number, over: scale, isNegative: bytes[0] == UInt8(ascii: "-"))
  }
}
