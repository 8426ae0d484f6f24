import Calendars
package import Diagnostics
import Mustache
package import PeilAnalysis
package import PeilModel

/// Makes pages out of findings and proves them; one for each worker, with buffers of its own.
package struct Press {
  let theme: Theme
  let program: String
  let names: ClientNames
  let checker = PageChecker()

  /// - Parameters:
  ///   - program: Name and version, as the page states them.
  ///   - names: Of all clients of the agency: no page of one may show another.
  package init(theme: Theme, program: String, names: ClientNames) {
    self.theme = theme
    self.program = program
    self.names = names
  }

  /// Prints the report in each language, the first being the client's own.
  ///
  /// - Parameters:
  ///   - note: Of the report's month, in the client's language.
  ///   - review: Of the report's month; a page that it does not cover is marked as a draft.
  /// - Returns: Pages with what their check found; whether they may be released is the edition's word.
  package mutating func print(
    _ findings: Findings, agency: Agency, note file: NoteFile?, review: Review?,
    in languages: [LanguageCode], inputHash: String
  ) -> Edition {
    var edition = Edition(findings: findings)
    edition.diagnostics += findings.disagreements.map { .impossibleFigure($0) }
    var note: Note?
    do throws(Problems) {
      note = try file.map { file throws(Problems) in try Note(file) }
    } catch {
      edition.diagnostics += error.diagnostics
    }
    var found: [Diagnostic] = []
    let logo = Branding.image(findings.client.logo, &found, &edition.diagnostics)
    edition.diagnostics += found
    let place = "\(findings.client.slug.text)/\(findings.period.month)"
    for language in languages {
      guard let words = theme.edition(language),
        let locale = LocaleFormat.named(language.text)
      else {
        edition.diagnostics.append(.noLocale(language.text, in: language.text))
        continue
      }
      let texts = FigureTexts(
        ledger: findings.ledger, locale: locale, phrases: words.phrases,
        currency: agency.currency)
      let writer = SentenceWriter(
        phrases: words.phrases, texts: texts, locale: locale, file: words.file)
      let composer = ReportComposer(
        findings: findings, agency: agency, clientLogo: logo, note: note,
        edition: words, writer: writer, inputHash: inputHash, program: program)
      var view = composer.view()
      edition.texts[language] = texts
      if let note, language == findings.client.language {
        edition.diagnostics += note.strangeNumbers(texts, findings.ledger)
      }
      edition.diagnostics += writer.problems
      if language == languages.first {
        edition.headline = view.summary.headline.text
        edition.beliefHeadlines = view.beliefs.map(\.headline.text)
      }
      do throws(Diagnostic) {
        let shape = ReportView.view(words: words.words.view)
        let read = try view.digest(as: shape)
        view.isDraft = review?.covers(read, in: language) != true
        var output = OutputBuffer(capacity: 256 << 10)
        try theme.report.render(shape.packed(view), into: &output)
        let name = fileName("report", language, isOwn: language == languages.first)
        let facts = ReportFacts(
          findings: findings, agency: agency, note: note, writer: writer, sheet: words.sheet,
          names: names)
        let record = facts.record(of: view)
        let page = checked(
          output.bytes, as: "\(place)/\(name)", facts: facts.facts(record),
          telling: &edition.diagnostics)
        edition.pages.append(
          EditionPage(
            fileName: name, language: language, page: page, record: record, read: read,
            isDraft: view.isDraft))
      } catch {
        edition.diagnostics.append(error)
      }
    }
    return edition
  }

  /// `report.html`, and `report.en.html` in another language than the client's own.
  func fileName(_ kind: String, _ language: LanguageCode, isOwn: Bool) -> String {
    isOwn ? "\(kind).html" : "\(kind).\(language.text).html"
  }

  /// A page with what its check found, which is told with its place in the templates.
  func checked(
    _ bytes: [UInt8], as file: String, facts: PageFacts, telling diagnostics: inout [Diagnostic]
  ) -> CheckedPage {
    let page = checker.check(bytes, facts: facts, file: file)
    diagnostics += page.findings.map { $0.diagnostic(writtenBy: theme.tags, in: page.bytes) }
    return page
  }
}

/// The pages of one client and month, checked and not yet written.
package struct Edition {
  package let findings: Findings
  package internal(set) var pages: [EditionPage] = []
  /// What the check found, and what could not be said.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// In the client's own language.
  package internal(set) var headline = ""
  /// One a section, in the client's own language.
  var beliefHeadlines: [String] = []
  var texts: [LanguageCode: FigureTexts] = [:]

  init(findings: Findings) { self.findings = findings }

  /// Whether nothing was found that keeps a page from a reader.
  package var isReleasable: Bool {
    !pages.isEmpty && pages.allSatisfy(\.isReleasable)
      && !diagnostics.contains { $0.severity == .error }
  }
}

/// One finished page.
package struct EditionPage {
  package let fileName: String
  package let language: LanguageCode
  package let bytes: [UInt8]
  /// In lower-case hexadecimal, of the bytes that were checked.
  package let sha256: String

  /// Of what a reader sees: figures, words and notes.
  package let read: String
  /// Nobody has approved what a reader sees.
  package let isDraft: Bool

  /// Whether its check found nothing that holds it back.
  let isReleasable: Bool
  /// What it was held against.
  let record: PageRecord

  init(
    fileName: String, language: LanguageCode, page: CheckedPage, record: PageRecord, read: String,
    isDraft: Bool
  ) {
    self.record = record
    self.read = read
    self.isDraft = isDraft
    self.fileName = fileName
    self.language = language
    bytes = page.bytes
    sha256 = PeilModel.sha256(page.bytes)
    isReleasable = page.isReleasable
  }
}

extension ReportView {
  /// Stands for what a reader sees: another digest means that somebody should read again. Style, program and
  /// the hash of the inputs are left out, as they change no figure, note or word.
  fileprivate func digest(as shape: RecordView<ReportView>) throws(Diagnostic) -> String {
    var view = self
    view.isDraft = false
    view.sheet = Sheet([])
    view.method.program = QuotedView("")
    view.method.inputHash = QuotedView("")
    return sha256(try shape.packed(view).canonicalBytes)
  }
}
