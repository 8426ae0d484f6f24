import PeilAnalysis

/// What pages call the figures of a ledger: by their keys, or by numbers that say nothing.
///
/// A key tells what its figure is and of when: `results.followers.month.2026-09`. A sales copy calls it `f-12`.
struct FigureNames {
  /// The place of each figure in the ledger, from 1; `nil` for the keys themselves.
  private let numbers: [FigureKey: Int]?

  static let keys = FigureNames(numbers: nil)

  private init(numbers: [FigureKey: Int]?) { self.numbers = numbers }

  /// - Parameter ledger: In its order the figures are numbered.
  init(numbering ledger: Ledger) {
    self.init(
      numbers: Dictionary(
        uniqueKeysWithValues: ledger.figures.enumerated().map { ($1.key, $0 + 1) }))
  }

  /// The name of a figure or, with the same ending, of a limit of its interval; a key that is not in the ledger
  /// stays as it is.
  func name(of key: FigureKey) -> String {
    guard let numbers else { return key.text }
    if let number = numbers[key] { return "f-\(number)" }
    guard let dot = key.text.lastIndex(of: "."),
      let number = numbers[FigureKey(String(key.text[..<dot]))]
    else { return key.text }
    return "f-\(number)\(key.text[dot...])"
  }
}
