import Diagnostics
import LibXML2
import PeilAnalysis
import PeilModel

// In alphabetical order of their ids.
extension Diagnostic {
  static func brandCleaned(_ removed: [String], in file: String) -> Diagnostic {
    Diagnostic(
      .warning, "brand.cleaned",
      "taken out of the logo: \(removed.map { "`\($0)`" }.joined(separator: ", "))",
      at: Place(file: file), help: "look at it in a report")
  }

  static func brandCorrected(_ corrections: [BrandColours.Correction]) -> Diagnostic {
    Diagnostic(
      .warning, "brand.corrected", "colours of the agency were changed so that they can be read",
      notes: corrections.map { correction in
        .init(
          "\(correction.from.text) → \(correction.to.text) for \(correction.use.rawValue), "
            + (correction.isDark ? "dark" : "light"))
      },
      help: "look at a report; a colour with more contrast stays as it is")
  }

  static func brandFileTooLarge(_ file: BrandFile) -> Diagnostic {
    Diagnostic(
      .error, "brand.too-large",
      "a report carries it in itself, and \(file.bytes.count) bytes are too many",
      at: Place(file: file.file), help: "make it at most \(BrandFile.largest) bytes")
  }

  static func brandNoPicture(_ file: BrandFile, _ problem: XMLProblem?) -> Diagnostic {
    Diagnostic(
      .error, "brand.no-picture", "a logo is a PNG or an SVG", at: Place(file: file.file),
      notes: problem.map { [.init("libxml2: \($0.message)")] } ?? [],
      help: "save it again as one of them")
  }

  static func brandNotWOFF2(in file: String) -> Diagnostic {
    Diagnostic(
      .error, "brand.not-woff2", "a font for headings is a WOFF2 file", at: Place(file: file),
      help: "convert it, with only the letters that are needed")
  }

  static func brandWithoutTokens() -> Diagnostic {
    Diagnostic(
      .error, "brand.no-tokens",
      "colours are fitted to `--page`, `--surface` and `--axis` of `styles/tokens.css`, each once for light and once for dark",
      help: "write each of them on a line of its own")
  }

  static func digitInTranslation(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "translation.digit", "`\(key)` holds a digit", at: place,
      label: "numbers come from the ledger", help: "use a place, as in `{{confidence}}`")
  }

  static func emptyPlace(_ place: String, of key: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, "translation.empty-place", "nothing fills the place `\(place)` of `\(key)`",
      at: Place(file: file), help: "take `{{\(place)}}` out of the sentence")
  }

  static func extraTranslation(
    _ key: String, in file: String, otherLanguage: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "translation.extra", "`\(key)` is not in `\(otherLanguage)`",
      at: Place(file: file), help: "add it there, or take it out here")
  }

  static func feedNotWellFormed(_ reason: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "site.feed-not-well-formed", "the feed is not well-formed XML", at: place,
      notes: reason.isEmpty ? [] : [.init(reason)],
      help: "correct `site/feed.mustache`")
  }

  static func impossibleFigure(_ disagreement: Disagreement) -> Diagnostic {
    switch disagreement {
    case .impossible(let figure):
      let quantity = figure.measurement.known
      let (value, unit) = (quantity?.number.map { "\($0)" } ?? "", quantity?.unit ?? "figure")
      return Diagnostic(
        .error, "ledger.impossible-figure",
        "the figure `\(figure.key.text)` is \(value), which no \(unit) can be",
        help: "look at its exports with `peil inspect`: a column may be counted twice")
    case .sum(let sum, let total):
      let value = total.measurement.known?.number.map { "\($0)" } ?? ""
      return Diagnostic(
        .error, "ledger.impossible-figure",
        "the parts of `\(total.key.text)` add up to \(sum), and it is \(value)",
        help: "look at its exports with `peil inspect`: a part may be counted twice or left out")
    }
  }

  static func leak(_ text: String, _ leak: LeakCheck.Leak, at place: Place) -> Diagnostic {
    let what =
      switch leak {
      case .word: "`\(text)` may tell who the client is"
      case .date: "`\(text)` tells of what time the figures are"
      }
    return Diagnostic(
      .error, "proposal.leak", what, at: place,
      label: "in no template, translation or platform's name",
      help: "take it out of the template or translation; a sales copy holds nothing of its client")
  }

  static func missingTranslation(
    _ key: String, in file: String, otherLanguage: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "translation.missing", "`\(key)` of `\(otherLanguage)` is not translated",
      at: Place(file: file), help: "add `\(key)`")
  }

  static func noExplanations(in language: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "explain.no-language", "there is no translation `\(language)`",
      notes: [.init("translations: \(known.joined(separator: ", "))")],
      help: nearestName(to: language, among: known).map { "write `\($0)`" })
  }

  static func noFigure(_ key: String) -> Diagnostic {
    Diagnostic(
      .error, "report.no-figure", "a sentence needs the figure `\(key)`, which is not in the ledger"
    )
  }

  static func noLocale(_ language: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, "translation.no-locale", "there is no table of numbers and dates for `\(language)`",
      at: Place(file: file),
      notes: [.init("tables: \(LocaleFormat.all.map(\.tag).joined(separator: ", "))")])
  }

  static func noPhrase(_ key: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, "translation.no-phrase", "there is no sentence `\(key)`", at: Place(file: file),
      help: "add it")
  }

  static func noTranslation(in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "translation.none", "there is no translation", at: Place(file: folder),
      help: "add a file named for its language, as in `nl.yaml`")
  }

  static func nothingToExplain(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "explain.unknown", "`\(name)` is no rule of the check",
      notes: nearestName(to: name, among: known) == nil
        ? [.init("names: \(known.joined(separator: ", "))")] : [],
      help: nearestName(to: name, among: known).map { "write `\($0)`" })
  }

  static func noteActionEmpty(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "note.action-empty", "a step has no words", at: place,
      help: "write it as in `- Call the press office (Noor, 2026-11-15)`")
  }

  static func noteActionsNoList(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "note.actions-no-list", "only a list may stand below `# actions`", at: place,
      help: "write each step as in `- Call the press office (Noor, 2026-11-15)`")
  }

  static func noteImage(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "note.image", "a note holds no pictures", at: place,
      help: "say in words what it shows")
  }

  static func noteLink(_ address: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "note.link", "a note cannot lead to `\(address)`", at: place,
      help: "begin the address with `https://`, `mailto:` or `#`")
  }

  static func noteNotUTF8(in file: String) -> Diagnostic {
    Diagnostic(
      .error, "note.not-utf8", "a note is written in UTF-8", at: Place(file: file),
      help: "save it again as UTF-8")
  }

  static func noteStrangeNumbers(
    _ numbers: [String], section: String, at place: Place
  ) -> Diagnostic {
    let shown = numbers.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "note.strange-number",
      "the note for `\(section)` holds numbers that are no figures there: \(shown)"
        + (numbers.count > 8 ? ", …" : ""), at: place,
      help: "compare them with their source; nothing else does")
  }

  static func noteTooManyActions(most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "note.too-many-actions", "a report asks for \(most) steps at the most", at: place,
      help: "leave out the least of them")
  }

  static func noteUnknownSection(_ name: String, at place: Place) -> Diagnostic {
    let names = NoteSection.all.map(\.name).sorted().joined(separator: ", ")
    return Diagnostic(
      .error, "note.unknown-section", "no section of a report is called `\(name)`", at: place,
      notes: [.init("sections: \(names)")],
      help: "a heading with one `#` says where its text goes; other headings begin with `##`")
  }

  static func otherPlaces(
    _ key: String, in file: String, found: [String], expected: [String], otherLanguage: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "translation.other-places",
      "`\(key)` has other places than in `\(otherLanguage)`", at: Place(file: file),
      notes: [
        .init("found: \(found.joined(separator: ", "))"),
        .init("expected: \(expected.joined(separator: ", "))"),
      ])
  }

  static func safetyRule(_ name: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, "check.safety-rule", "`\(name)` always holds a page back", at: Place(file: file),
      help: "take it out of `checks`")
  }

  static func unknownRule(_ name: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, "check.unknown-rule", "`\(name)` is no rule of the check", at: Place(file: file),
      help: nearestName(to: name, among: CheckRule.allCases.map(\.rawValue)).map { "write `\($0)`" }
    )
  }

  static func lowContrast(
    _ pair: SheetProof.Pair, scheme: String, found: Double, in file: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "theme.contrast",
      "`--\(pair.front)` on `--\(pair.back)` has a contrast of \(hundredths(found)) in the \(scheme) scheme; \(hundredths(pair.least)) is the least",
      at: Place(file: file), help: "make one of the two darker or lighter")
  }

  private static func hundredths(_ number: Double) -> String {
    let whole = Int(number * 100)
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }

  static func sheetBraces(in file: String) -> Diagnostic {
    Diagnostic(
      .error, "theme.braces", "braces or quotes of the style sheet do not match",
      at: Place(file: file), help: "close what was opened, and nothing else")
  }

  static func sheetLetter(_ letter: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, "theme.letter", "`\(letter)` in the style sheet", at: Place(file: file),
      help: "write selectors without nesting, and `min-width` for a range")
  }

  static func sheetLoads(_ word: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, "theme.loads", "`\(word)` in the style sheet, where nothing may be loaded",
      at: Place(file: file), help: "take it out")
  }

  static func textNotQuoted(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "translation.not-quoted", "`\(key)` is not a text in quotes", at: place,
      help: "put it in double quotes: YAML reads `{{`, `: ` and ` #` otherwise")
  }

  static func unusedFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "theme.unused-file", "nothing uses this file", at: Place(file: file),
      help: "include it or remove it; to replace a delivered file it must have the same name")
  }
}
