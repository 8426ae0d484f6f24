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

  /// `03/04/2026` in a file that no day above the twelfth settles.
  static func ambiguousDays(_ example: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "export.ambiguous-days",
      "`\(example)` can be two days, and nothing in the file or its name settles it", at: place,
      label: "day first or month first",
      help: "keep the name that the file was downloaded with, or export a longer period")
  }

  /// `2.546` where nothing else in the file tells whether that is more than two thousand.
  static func ambiguousNumbers(_ example: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "export.ambiguous-numbers",
      "`\(example)` can be read in two ways, and nothing in the file settles it", at: place,
      label: "thousands or decimals",
      help: "export the file again with the platform set to English")
  }

  /// `3.апр` where Meta wrote 3.4: a decimal that Excel took for a date.
  static func damagedNumber(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.damaged-number", "`\(text)` is no number; the file was not read", at: place,
      label: "no number",
      help: "drop the downloaded file in the folder as it is, without opening it in Excel")
  }

  /// Lines of captions that a spreadsheet tore out of their records.
  static func damagedRecords(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.damaged-records",
      "records do not fit the header and were not used: \(count)", at: place,
      help: "drop the downloaded file in the folder as it is, without opening it in Excel")
  }

  static func emptyFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.empty", "there is nothing in this file", at: place,
      help: "download it again")
  }

  /// A workbook, an archive, a picture.
  static func foreignFile(_ kind: ForeignFile, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.foreign", "this file is \(kind.description) and was not read",
      at: place, help: kind.help)
  }

  /// A second period below the first, of a comparison.
  static func furtherTable(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.further-table", "only the first table of this file was read", at: place,
      label: "not read", help: "export one period, without a comparison")
  }

  /// `13/04/2026` where the file holds `04/15/2026` too.
  static func mixedDays(_ example: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "export.mixed-days",
      "`\(example)` has day and month in another order than the days before it", at: place,
      label: "another order", help: "download the file again and do not open it in Excel")
  }

  /// `1,15` in a file where `20.5` stands too.
  static func mixedNumbers(_ example: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "export.mixed-numbers",
      "`\(example)` has another decimal sign than the numbers before it", at: place,
      label: "another sign", help: "use one decimal sign in the whole file")
  }

  /// `publish: {mode: 0666}`
  static func writableByAll(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "agency.writable-by-all", "published files would be writable by everybody", at: place,
      label: "the last digit holds 2",
      help: "write `0644`, or `0640` to show them to one group only")
  }

  static func noClientSettings(in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "client.no-settings", "there is no `client.yaml`", at: Place(file: folder),
      help: "write one with the client's `name` and `platforms`")
  }

  static func noBrandFile(_ key: String, _ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "settings.no-file", "`\(key)` names a file that is not there: `\(name)`",
      at: Place(file: folder), help: "put it there, or take the key out")
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

  static func emptyLabel(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "labels.empty", "a label is a text", at: place,
      help: "write it as it stands in the header")
  }

  /// `Likes` under `saves`.
  static func labelTaken(_ label: String, by field: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "labels.taken", "`\(label)` is a label of `\(field)` in this kind of export",
      at: place,
      label: "means something else", help: "take it out")
  }

  static func noteWithoutMonth(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note.no-month", "a note is named for its month; this one is not shown", at: place,
      help: "name it as in `2026-10.md`")
  }

  /// Amounts in dollars for an agency that counts in euros.
  static func otherCurrency(_ currencies: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.other-currency",
      "amounts are in \(currencies.joined(separator: ", ")), which is not the agency's currency: they are not counted",
      at: place, help: "write what it cost into a file of costs, in the agency's currency")
  }

  /// The last record has fewer fields than the header, and its line no end.
  static func truncatedFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "export.truncated", "the file ends in the middle of a record", at: place,
      label: "the last that there is", help: "download the file again")
  }

  /// The platform's total is not what its records add up to.
  static func totalDiffers(
    _ measure: String, total: String, sum: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "export.total-differs",
      "the records add up to \(sum) `\(measure)`, and the file's own total is \(total)",
      at: place, help: "export the file again, without a filter")
  }

  /// Nothing in Meta's `Audience.csv` says when it was made, and no other export stands beside it.
  static func undatedFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.undated", "nothing tells of which month this file is; it was not used",
      at: place, help: "put it into one folder with the other exports of that day")
  }

  /// No known format has this header.
  static func reviewWithoutMonth(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "review.without-month", "no month has a review of this name", at: place,
      help: "reviews are made by `peil review` and named as in `2026-10.yaml`")
  }

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

  /// Hours of several clients, none of which has this client's name.
  static func unknownClientName(_ names: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "export.unknown-client-name",
      "the hours are of several clients, and none has a name of this one", at: place,
      notes: [.init("names: \(names.prefix(5).map { "`\($0)`" }.joined(separator: ", "))")],
      help: "add the name as it stands there to `names` in client.yaml")
  }

  /// A file that is no text, or text that is damaged.
  static func unreadableFile(_ cause: Diagnostic) -> Diagnostic {
    var diagnostic = cause
    diagnostic.severity = .warning
    return diagnostic
  }

  /// Visits by source over a whole period.
  static func visitsWithoutDays(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.visits-without-days",
      "visits by source without days cannot be laid beside weeks; they were not used", at: place,
      help: "add `Date` as the second dimension of the report before exporting it")
  }

  /// TikTok writes `February 28`.
  static func yearlessFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "export.yearless", "days have no year, and nothing tells when the file was made",
      at: place,
      help: "keep the archive that was downloaded, or put other exports of that day beside it")
  }

  /// Sheets of a workbook beside those that are known.
  static func unknownSheets(_ names: [String], at place: Place) -> Diagnostic {
    let shown = names.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "export.unknown-sheets",
      "sheets of this workbook are no known table: \(names.count)",
      at: place, notes: [.init("sheets: \(shown)\(names.count > 8 ? ", …" : "")")],
      help: "nothing, if these are not needed")
  }

  /// A download that broke off, an archive with a password, a bomb.
  static func unreadableArchive(_ problem: ZipArchive.Problem, at place: Place) -> Diagnostic {
    let (id, message, help) =
      switch problem {
      case .unreadable(let reason):
        (
          "export.unreadable-archive", "this archive cannot be opened: \(reason)",
          "download it again"
        )
      case .damaged:
        (
          "export.damaged-archive", "this file cannot be unpacked to its end", "download it again"
        )
      case .encrypted(let name):
        (
          "export.encrypted-archive", "`\(name)` has a password",
          "unpack it and drop its files in the folder"
        )
      case .tooLarge(let name):
        (
          "export.archive-too-large",
          name.map { "`\($0)` would become larger than an export is" }
            ?? "the archive would become larger than exports are",
          "unpack it yourself if you trust it, and drop the files that belong to the client in the folder"
        )
      case .tooManyEntries(let limit):
        (
          "export.archive-too-large", "an archive has at most \(limit) files",
          "unpack it and drop the files that belong to the client in the folder"
        )
      }
    // Only of what could be unpacked in part is it known that it belongs into the report.
    let severity: Severity = if case .damaged = problem { .error } else { .warning }
    return Diagnostic(severity, id, message, at: place, help: help)
  }

  /// A workbook of which a part is missing or is no XML.
  static func unreadableWorkbook(_ problem: Workbook.Problem, at place: Place) -> Diagnostic {
    let reason =
      switch problem {
      case .archive(let problem): unreadableArchive(problem, at: place).message
      case .incomplete(let part): "`\(part)` is missing"
      case .malformed(let reason, _): reason
      case .tooLarge: "a sheet is larger than an export is"
      }
    return Diagnostic(
      .error, "export.unreadable-workbook", "this workbook cannot be read: \(reason)", at: place,
      help: "download it again, or save its sheets as CSV (UTF-8)")
  }

  /// Meta's `Views.csv` is the same for Facebook and for Instagram.
  static func unknownPlatform(_ title: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "export.unknown-platform",
      "`\(title)` does not tell of which platform it is; the file was not read", at: place,
      help: "put it into a folder `instagram` or `facebook`")
  }
}
