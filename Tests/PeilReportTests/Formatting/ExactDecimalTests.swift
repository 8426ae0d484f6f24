import PeilReport
import Testing

@Suite struct ExactDecimalTests {
  private func written(_ value: ExactDecimal, _ fractionDigits: Int) -> String {
    LocaleFormat.britishEnglish.number(value, fractionDigits: fractionDigits)
  }

  /// Expected: the exact values of the doubles as Python's `decimal.Decimal(x)` writes them, rounded by
  /// its `ROUND_HALF_EVEN`.
  @Test(arguments: [
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (0.5, 0, "0"),
    (1.5, 0, "2"), (0.285, 2, "0.28"), (1.005, 2, "1.00"), (2.675, 2, "2.67"),
    (1.115, 2, "1.11"), (0.1, 20, "0.10000000000000000555"), (0.95, 1, "0.9"), (0.05, 1, "0.1"),
    (9.5, 0, "10"), (99.995, 2, "100.00"), (0.0049, 2, "0.00"), (1e-300, 3, "0.000"),
    (.leastNonzeroMagnitude, 2, "0.00"), (1e22, 0, "10,000,000,000,000,000,000,000"),
    (1e23, 0, "99,999,999,999,999,991,611,392"),
    (9_007_199_254_740_992, 0, "9,007,199,254,740,992"),
    (123_456_789.123456789, 6, "123,456,789.123457"),
  ])
  func `rounds the exact value of a double, halves to even`(
    _ value: Double, _ fractionDigits: Int, _ expected: String
  ) {
    #expect(written(ExactDecimal(value), fractionDigits) == expected)
  }

  @Test(arguments: [-0.0, -0.4, -0.5, -0.04, -1e-20])
  func `never writes minus zero`(_ value: Double) {
    #expect(written(ExactDecimal(value), 0) == "0")
    #expect(
      LocaleFormat.dutch.signedPercent(ExactDecimal(value / 1e6), fractionDigits: 1) == "0,0%")
    #expect(!ExactDecimal(value).rounded(toFractionDigits: 0).isNegative)
  }

  @Test func `holds hundredths exactly`() {
    #expect(written(ExactDecimal(-123_456, fractionDigits: 2), 2) == "\u{2212}1,234.56")
    #expect(written(ExactDecimal(5, fractionDigits: 2), 2) == "0.05")
    #expect(written(ExactDecimal(5, fractionDigits: 2), 1) == "0.0")
    #expect(written(ExactDecimal(15, fractionDigits: 2), 1) == "0.2")
    #expect(written(ExactDecimal(Int.min), 0) == "\u{2212}9,223,372,036,854,775,808")
  }

  @Test(arguments: ["", "-", ".5", "5.", "1.2.3", "1e3", "1,2", " 1", "+1", "--1"])
  func `reads nothing but digits, one point and a minus`(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `compares by value`() throws {
    let ordered: [Double] = [-1000, -1.5, -0.002, 0, 0.002, 0.02, 1, 1.25, 9, 10, 1e29]
    for (index, value) in ordered.enumerated() {
      for (otherIndex, other) in ordered.enumerated() {
        #expect((ExactDecimal(value) < ExactDecimal(other)) == (index < otherIndex))
      }
    }
    #expect(try #require(ExactDecimal("1.0")) == ExactDecimal(1))
    #expect(try #require(ExactDecimal("-0.0")) == .zero)
  }

  /// The standard library's shortest text reads back as the same double, so its value is known exactly.
  @Test func `agrees with the standard library on numbers of few digits`() {
    for hundredths in stride(from: -40_000, through: 40_000, by: 7) {
      let value = Double(hundredths) / 100
      let expected = ExactDecimal(hundredths, fractionDigits: 2)
      #expect(ExactDecimal(value).rounded(toFractionDigits: 2) == expected)
    }
  }
}
