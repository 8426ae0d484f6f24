/// Numbers of at most eight bytes that were read, by their bytes: marks of a page stand at a few hundred
/// coordinates, and at the same ones on all pages of a theme.
struct ShortNumbers {
  private struct Number {
    /// The bytes themselves, zeros after them; 0 is free.
    var text: UInt64
    var value: Double
  }

  private static let longest = 8
  private static let sizeBits = 11
  /// How many places in a row a number may have.
  private static let reach = 4
  private let numbers: UnsafeMutablePointer<Number>

  init() {
    let count = 1 << Self.sizeBits + Self.reach
    numbers = .allocate(capacity: count)
    numbers.initialize(repeating: Number(text: 0, value: 0), count: count)
  }

  func deallocate() { numbers.deallocate() }

  /// - Returns: `nil` for what does not keep `ValueGrammar.number`.
  @inline(__always)
  func number(_ bytes: UnsafeBufferPointer<UInt8>) -> NumberValue? {
    guard let letters = bytes.baseAddress, bytes.count > 0, bytes.count <= Self.longest else {
      return NumberValue(bytes)
    }
    let text = wordOfBytes(letters, bytes.count)
    let first = numbers + Self.place(of: text)
    return first.pointee.text == text
      ? NumberValue(first.pointee.value) : Self.read(bytes, text, first)
  }

  @inline(never)
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: UInt64, _ first: UnsafeMutablePointer<Number>
  ) -> NumberValue? {
    for index in 1..<reach where first[index].text == text {
      return NumberValue(first[index].value)
    }
    guard let number = NumberValue(bytes) else { return nil }
    first[(0..<reach).first { first[$0].text == 0 } ?? 0] = Number(text: text, value: number.value)
    return number
  }

  @inline(__always)
  private static func place(of text: UInt64) -> Int {
    Int(truncatingIfNeeded: (text &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - sizeBits))
  }
}
