import Diagnostics
import Mustache

/// The sentences of one language, each a template of its own.
///
/// A place of a sentence gets a finished text, so a sentence is compiled without escaping: it is escaped
/// where the page prints it.
struct Phrasebook: Sendable {
  private let phrases: [String: Phrase]

  /// A sentence with the names of its places, in alphabetical order.
  struct Phrase: Sendable {
    let template: Template
    let places: [String]
  }

  /// - Parameters:
  ///   - texts: By key, as in `m2.refuted`.
  ///   - places: Where each stands in the language's file, for messages.
  ///   - file: The name of that file.
  /// - Throws: Every sentence that is no valid template.
  init(
    _ texts: [String: String], places: [String: Place], file: String
  ) throws(Problems) {
    var phrases: [String: Phrase] = [:]
    var diagnostics: [Diagnostic] = []
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
      do throws(TemplateErrors) {
        phrases[key] = try Phrase(text, name: "\(file): \(key)")
      } catch {
        diagnostics += error.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.notes.append(Diagnostic.Note("the sentence `\(key)`", at: places[key]))
          return diagnostic
        }
      }
    }
    guard diagnostics.isEmpty else { throw Problems(diagnostics) }
    self.phrases = phrases
  }

  subscript(key: String) -> Phrase? { phrases[key] }

  /// Keys in alphabetical order with their places.
  var keys: [(key: String, places: [String])] {
    phrases.map { (key: $0.key, places: $0.value.places) }.sorted { $0.key < $1.key }
  }
}

extension Phrasebook.Phrase {
  fileprivate init(_ text: String, name: String) throws(TemplateErrors) {
    let source = TemplateSource(name: name, text: text)
    // First without a shape, to learn the names; then with the names as its shape.
    let names = try Template(source, shape: .json, mode: .text).variables
    places = Array(Set(names)).sorted()
    let shape = RecordShape("places", places.map { (name: $0, shape: Shape.text) })
    template = try Template(source, shape: .record(shape), mode: .text)
  }
}
