import Diagnostics
import YAML

/// One language's file: the words that templates print, the sentences that the program fills, and what
/// `peil explain` says.
struct TranslationFile {
  let words: [String: String]
  let sentences: [String: String]
  /// By key, as in `checks.number.wrong.why`. No page shows them, so they may hold digits.
  let explanations: [String: String]
  /// Where each sentence stands in the file.
  let places: [String: Place]

  /// - Throws: Everything that is no text in quotes, and texts with a digit: numbers come from the ledger.
  init(bytes: [UInt8], file: String) throws(Problems) {
    let document: Document
    do throws(Diagnostic) {
      document = try Document(bytes: bytes, file: file)
    } catch {
      throw Problems([error])
    }
    var fields = Fields(of: document.root, called: "a translation")
    let words = fields.required("words", "the fixed words of the page") {
      $0.isMapping ? $0 : nil
    }
    let sentences = fields.required("sentences", "the sentences of the report") {
      $0.isMapping ? $0 : nil
    }
    let explanations = fields.required("explanations", "what `peil explain` says") {
      $0.isMapping ? $0 : nil
    }
    var problems = fields.finish()
    let found = sentences.map { flatten($0, mayHoldDigits: false, &problems) } ?? [:]
    self.words = words.map { flatten($0, mayHoldDigits: false, &problems).texts } ?? [:]
    self.sentences = found.texts
    self.explanations =
      explanations.map { flatten($0, mayHoldDigits: true, &problems).texts } ?? [:]
    places = found.mapValues(\.place)
    guard problems.isEmpty else { throw Problems(problems) }
  }
}

/// Nested keys joined by dots, down to the texts.
private func flatten(
  _ entry: Entry, mayHoldDigits: Bool, _ problems: inout [Diagnostic]
) -> [String: (text: String, place: Place)] {
  var texts: [String: (text: String, place: Place)] = [:]
  func walk(_ entry: Entry, _ path: String) {
    for (key, value) in entry.mapping ?? [] {
      guard let name = key.text else { continue }
      let full = path.isEmpty ? name : "\(path).\(name)"
      if value.isMapping {
        walk(value, full)
      } else if let text = value.text, value.isQuoted {
        if !mayHoldDigits, text.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) {
          problems.append(.digitInTranslation(full, at: value.place))
        }
        texts[full] = (text, value.place)
      } else {
        problems.append(.textNotQuoted(full, at: value.place))
      }
    }
  }
  walk(entry, "")
  return texts
}

extension [String: (text: String, place: Place)] {
  fileprivate var texts: [String: String] { mapValues(\.text) }
}
