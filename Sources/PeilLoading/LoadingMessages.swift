import Diagnostics

// In alphabetical order of their ids.
extension Diagnostic {
  /// A file whose header fits two formats.
  static func ambiguousFile(_ formats: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.ambiguous", "this file could be more than one kind of export", at: place,
      notes: [.init("it fits: \(formats.joined(separator: ", "))")],
      help: "take the columns away that were added by hand")
  }

  /// `2.546` where nothing else in the file tells whether that is more than two thousand.
  static func ambiguousNumbers(_ example: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "export.ambiguous-numbers",
      "`\(example)` can be read in two ways, and nothing in the file settles it", at: place,
      label: "thousands or decimals",
      help: "export the file again with the platform set to English")
  }

  /// A workbook, an archive, a picture.
  static func foreignFile(_ kind: ForeignFile, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.foreign", "this file is \(kind.description) and was not read",
      at: place, help: kind.help)
  }

  static func noClientSettings(in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "client.no-settings", "there is no `client.yaml`", at: Place(file: folder),
      help: "write one with the client's `name` and `platforms`")
  }

  static func noPlatforms(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "client.no-platforms", "a client has no `platforms`", at: Place(file: place.file),
      help: "add `platforms:` with a list, as in `[instagram, facebook]`")
  }

  static func goalWithoutMetric(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "client.goal-without-metric", "a goal has no `metric`", at: place,
      help: "write it as in `{metric: interactions, target: 900}`")
  }

  /// No known format has this header.
  static func unknownFile(
    header: [String], nearest: (format: String, missing: [String])?, at place: Place
  ) -> Diagnostic {
    let shown = header.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    var notes: [Diagnostic.Note] = []
    if !header.isEmpty { notes.append(.init("columns: \(shown)\(header.count > 8 ? ", …" : "")")) }
    if let nearest {
      let missing = nearest.missing.map { "`\($0)`" }.joined(separator: ", ")
      notes.append(.init("nearest is \(nearest.format), which has \(missing) too"))
    }
    return Diagnostic(
      .warning, "export.unknown", "no known kind of export has these columns; it was not read",
      at: place, notes: notes, help: "drop the file in as it was downloaded")
  }

  /// A file that is no text, or text that is damaged.
  static func unreadableFile(_ cause: Diagnostic) -> Diagnostic {
    var diagnostic = cause
    diagnostic.severity = .warning
    return diagnostic
  }
}
