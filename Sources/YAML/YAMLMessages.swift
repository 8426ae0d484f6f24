import Diagnostics
import Yams

// In alphabetical order of their ids. Each has an example in the tests.
extension Diagnostic {
  /// `platforms:` without the list that must follow.
  static func missingKey(
    _ key: String, of title: String, expected: String, in file: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, "settings.missing-key", "\(title) has no `\(key)`",
      at: file.map { Place(file: $0) },
      help: "add `\(key):` with \(expected)")
  }

  /// A list where a mapping must stand.
  static func notAMapping(_ title: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "settings.not-a-mapping", "\(title) is not written as `key: value` lines", at: place,
      label: "not a key", help: "write one `key: value` a line")
  }

  /// `[a, b]: c`
  static func notAName(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "settings.not-a-name", "a key must be a plain word", at: place, label: "not a word")
  }

  static func notUTF8(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "settings.not-utf8", "the file is not text in UTF-8", at: place,
      help: "save it as UTF-8 in a text editor")
  }

  /// `name: [unclosed`
  static func syntax(_ error: YamlError, in source: Source) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let notes = context.map { [Diagnostic.Note("\($0.text) in line \($0.mark.line)")] } ?? []
      return Diagnostic(
        .error, "settings.syntax", "the file is not valid YAML: \(problem)",
        at: source.place(at: mark, length: 1), label: "found here", notes: notes,
        help: "put texts that hold `:`, `#`, `{` or quotes in double quotes")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        .error, "settings.duplicate-key", "the same key stands twice: \(names)",
        at: source.place(at: context.mark, length: 1), help: "keep one of them")
    default:
      return unreadable("\(error)", at: Place(file: source.file))
    }
  }

  static func tooLarge(at place: Place, limit: Int) -> Diagnostic {
    Diagnostic(.error, "settings.too-large", "the file is larger than \(limit) bytes", at: place)
  }

  /// Aliases of aliases of aliases.
  static func tooManyEntries(at place: Place, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "settings.too-many-entries",
      "the file has more than \(limit) entries, aliases written out", at: place)
  }

  /// `nmae: "Bakery"`
  static func unknownKey(
    _ key: String, of title: String, known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "settings.unknown-key", "`\(key)` is not a key of \(title)", at: place,
      label: "unknown key", notes: [.init("keys here: \(known.sorted().joined(separator: ", "))")],
      help: nearestName(to: key, among: known).map { "write `\($0)`" })
  }

  /// `platforms: [instgram]`
  static func unknownWord(
    _ word: String, for key: String, known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "settings.unknown-word", "`\(word)` is not known for `\(key)`", at: place,
      label: "unknown", notes: [.init("known: \(known.sorted().joined(separator: ", "))")],
      help: nearestName(to: word, among: known).map { "write `\($0)`" })
  }

  static func unreadable(_ reason: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, "settings.unreadable", "the file cannot be read: \(reason)", at: place)
  }

  /// `hourly-rate: "much"`
  static func wrongType(_ key: String, expected: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "settings.wrong-type", "`\(key)` is not \(expected)", at: place,
      label: "expected \(expected)")
  }
}
