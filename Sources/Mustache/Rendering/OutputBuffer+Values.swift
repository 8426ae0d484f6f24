extension OutputBuffer {
  mutating func append(integer: Int) {
    reserve(20)
    if integer < 0 {
      base[count] = UInt8(ascii: "-")
      count += 1
    }
    append(digitsOf: integer.magnitude)
  }

  private mutating func append(digitsOf number: UInt) {
    reserve(20)
    var rest = number
    var length = 1
    var power: UInt = 10
    while length < 20, number >= power {
      length += 1
      power = length < 20 ? power * 10 : power
    }
    var position = count + length
    repeat {
      position -= 1
      base[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    count += length
  }

  /// The shortest digits that read back as the same number; whole numbers have no fraction.
  mutating func append(decimal: Double) {
    if decimal == decimal.rounded(), decimal.magnitude < 1e15 {
      append(integer: Int(decimal))
    } else {
      append(contentsOf: decimal.description.utf8)
    }
  }

  /// As ISO 8601 writes it.
  mutating func append(date payload: Int) {
    let fields = [(payload >> 16, 4), (payload >> 8 & 0xFF, 2), (payload & 0xFF, 2)]
    for (index, field) in fields.enumerated() {
      if index > 0 { append(contentsOf: CollectionOfOne(UInt8(ascii: "-"))) }
      let digits = String(field.0)
      append(
        contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, field.1 - digits.utf8.count)))
      append(contentsOf: digits.utf8)
    }
  }
}
