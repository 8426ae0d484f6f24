package import PeilModel

/// A sentence to be said: which one, and what fills its places. The words are in the translations.
package struct Statement: Equatable, Sendable {
  /// The key of the sentence in the translations: `m2.refuted`.
  package var phrase: String
  /// By the name of the placeholder.
  package var arguments: [String: Argument]

  package init(_ phrase: String, _ arguments: [String: Argument] = [:]) {
    self.phrase = phrase
    self.arguments = arguments
  }

  package enum Argument: Equatable, Sendable {
    /// A figure of the ledger, written in one of its forms.
    case figure(FigureKey, FigureForm = .plain)
    /// Another phrase of the translations, without places: `strength.weak`.
    case phrase(String)
    /// Another sentence, with its own places.
    case statement(Statement)
    case platform(Platform)
    case list([Argument])
  }
}

/// How a figure is written; each form of each figure stands in the ledger, and the check accepts no other.
package enum FigureForm: String, CaseIterable, Hashable, Sendable {
  /// As in tables and running text.
  case plain
  /// Rounded to whole numbers, for headlines.
  case whole
  /// With `+` or a minus.
  case signed
  /// Without its sign, where words say the direction: "12 % less".
  case magnitude
  /// Shortened with one decimal: 12.0K, 1.2M.
  case compact
  /// With its noun: "13 weeks".
  case counted
  /// Its place in a row: "3rd".
  case ordinal
}
