import Diagnostics
import PeilAnalysis

extension Note {
  /// Numbers of a section's note that are no form of a figure there: they may be right, and nobody checked.
  func strangeNumbers(_ texts: FigureTexts, _ ledger: Ledger) -> [Diagnostic] {
    NoteSection.all.compactMap { section -> Diagnostic? in
      guard let part = parts[section] else { return nil }
      var known: Set<String> = []
      for figure in ledger.figures where section.shows(figure.key) {
        var keys = [figure.key]
        if figure.interval != nil { keys += [figure.key.low, figure.key.high] }
        if figure.sampleSize != nil { keys.append(figure.key.sampleSize) }
        for text in keys.flatMap(texts.texts) { known.formUnion(text.numbers) }
      }
      var strange: [String] = []
      for number in part.text.numbers where !known.contains(number) && !strange.contains(number) {
        strange.append(number)
      }
      return strange.isEmpty
        ? nil : .noteStrangeNumbers(strange, section: section.name, at: part.place)
    }
  }
}

extension String {
  /// Runs of digits with the signs that may stand between two digits of one number: `1.234,5`, `23:00`.
  var numbers: [String] {
    let inside: Set<Character> = [".", ",", ":", "\u{A0}", "\u{202F}"]
    var numbers: [String] = []
    var number = ""
    var between = ""
    for character in self {
      if character.isASCII, character.isNumber {
        number += between + String(character)
        between = ""
      } else if !number.isEmpty, between.isEmpty, inside.contains(character) {
        between = String(character)
      } else {
        if !number.isEmpty { numbers.append(number) }
        (number, between) = ("", "")
      }
    }
    if !number.isEmpty { numbers.append(number) }
    return numbers
  }
}
