/// An exact amount in hundredths of the agency's currency; sums stop at the largest there is.
package struct Money: Hashable, Sendable {
  package var cents: Int

  package init(cents: Int) { self.cents = cents }

  package static let zero = Money(cents: 0)

  /// For statistics, which are not exact anyway.
  package var amount: Double { Double(cents) / 100 }
}

extension Money: Comparable {
  package static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }
}

extension Money: AdditiveArithmetic {
  package static func + (a: Money, b: Money) -> Money {
    Money(cents: a.cents.addingClamped(b.cents))
  }
  package static func - (a: Money, b: Money) -> Money {
    Money(cents: a.cents.addingClamped(b.cents == .min ? .max : -b.cents))
  }
}
