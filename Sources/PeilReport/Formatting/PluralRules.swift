/// Which form of a word goes with a number, as CLDR names them.
package enum PluralCategory: String, CaseIterable, Hashable, Sendable {
  case one, two, few, many, other
}

/// The plural rules of a family of languages.
///
/// Source: Unicode CLDR 47, `plurals.xml` and `ordinals.xml`.
enum PluralRules: Equatable, Sendable {
  case dutch, english, french, german
}

extension LocaleFormat {
  /// The form that goes with a number as it is written: `1` is one thing, `1,0` in Dutch is not.
  package func pluralCategory(of value: ExactDecimal) -> PluralCategory {
    plurals.category(of: value)
  }

  /// The form that goes with a place in an order: 1st, 2nd, 3rd.
  package func ordinalCategory(of value: Int) -> PluralCategory {
    plurals.ordinalCategory(of: value)
  }
}

extension PluralRules {
  func category(of value: ExactDecimal) -> PluralCategory {
    let whole = value.parts.whole
    switch self {
    case .dutch, .english, .german:
      return whole == 1 && value.fractionDigits == 0 ? .one : .other
    case .french:
      if whole <= 1 { return .one }
      let isMillions = whole.isMultiple(of: 1_000_000)
      return isMillions && value.fractionDigits == 0 ? .many : .other
    }
  }

  func ordinalCategory(of value: Int) -> PluralCategory {
    switch self {
    case .dutch, .german: return .other
    case .french: return value == 1 ? .one : .other
    case .english:
      let isTeen = (11...13).contains(value % 100)
      switch value % 10 {
      case 1 where !isTeen: return .one
      case 2 where !isTeen: return .two
      case 3 where !isTeen: return .few
      default: return .other
      }
    }
  }

  func ordinalSuffix(of value: Int) -> String {
    switch (self, ordinalCategory(of: value)) {
    case (.dutch, _): "e"
    case (.german, _): "."
    case (.french, .one): "er"
    case (.french, _): "e"
    case (.english, .one): "st"
    case (.english, .two): "nd"
    case (.english, .few): "rd"
    case (.english, .many), (.english, .other): "th"
    }
  }
}
