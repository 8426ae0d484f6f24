extension LocaleFormat {
  /// `a, b en c`; empty for none.
  package func list(_ items: [String]) -> String {
    list(items, joinedBy: words.and)
  }

  /// `a, b of c`; empty for none.
  package func alternatives(_ items: [String]) -> String {
    list(items, joinedBy: words.or)
  }

  /// Between the quotation marks of the language, for places where markup cannot set them.
  package func quoted(_ text: String) -> String {
    words.openingQuote + text + words.closingQuote
  }

  /// `3,5 uur`, `1 dag`; the number keeps the decimals that it has.
  package func amount(_ value: ExactDecimal, of unit: TimeUnit) -> String {
    guard let names = words.units[unit] else { return number(value) }
    return number(value) + (plurals.category(of: value) == .one ? names.one : names.other)
  }

  private func list(_ items: [String], joinedBy word: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
