import Crypto
package import Diagnostics
package import FileSystem
import Mustache
package import PeilModel

/// Templates, style sheets and sentences, compiled once and shared by all clients of a run.
package struct Theme: Sendable {
  /// The languages that a report can be written in, in alphabetical order.
  package let languages: [LanguageCode]
  /// Stands for every byte of the theme: another digest means that pages must be built again.
  package let digest: String
  /// Tells of a tag of a page which template wrote it.
  let tags: TemplateTags
  /// How the agency's colours and logo were changed before they are shown.
  package let remarks: [Diagnostic]
  let report: Template
  let proposal: Template
  let site: SiteTemplates
  private let editions: [LanguageCode: LanguageEdition]
  private let files: ThemeFiles

  /// - Parameters:
  ///   - folders: The first that has a file wins; the last has all of them.
  ///   - agency: Its name stands at the top of printed pages, its brand in all of them.
  /// - Throws: Every problem of every template and translation, and of the brand's files.
  package init(folders: [Folder], agency: Agency) throws(Problems) {
    try self.init(ThemeFiles(folders), agency: agency)
  }

  init(_ files: ThemeFiles, agency: Agency) throws(Problems) {
    var problems: [Diagnostic] = []
    let tokens = ColourTokens(
      styleSheet: String(decoding: try files.bytes("styles/tokens.css"), as: UTF8.self))
    let brand = Branding(agency.brand, name: agency.name, on: tokens, &problems)

    var translations: [LanguageCode: TranslationFile] = [:]
    for language in try files.languages() {
      translations[language] = collecting(&problems) { () throws(Problems) in
        let path = "translations/\(language.text).yaml"
        return try TranslationFile(bytes: try files.bytes(path), file: files.shownName(path))
      }
    }
    let languages = translations.keys.sorted { $0.text < $1.text }
    guard let first = languages.first, let model = translations[first] else {
      throw Problems(
        problems.isEmpty ? [.noTranslation(in: files.shownName("translations"))] : problems)
    }
    for language in languages.dropFirst() {
      guard let other = translations[language] else { continue }
      problems += differences(
        between: model, first.text, and: other, language.text,
        file: files.shownName("translations/\(language.text).yaml"))
    }

    let words = Words(model.words).view
    var editions: [LanguageCode: LanguageEdition] = [:]
    for language in languages {
      guard let translation = translations[language] else { continue }
      editions[language] = collecting(&problems) { () throws(Problems) in
        try LanguageEdition(language, translation, words: words, brand: brand, files: files)
      }
    }
    if let one = editions[first] {
      problems += languages.dropFirst().flatMap { language in
        editions[language].map { differences(between: one, and: $0, files) } ?? []
      }
    }
    let report = Self.compile("report.mustache", ReportView.view(words: words), files, &problems)
    var own: [Diagnostic] = []
    let proposal = Self.compile("proposal.mustache", ProposalView.view(words: words), files, &own)
    // What is wrong with a partial of both is told once.
    let known = Set(problems.map { [$0.id, $0.message, $0.place.map { "\($0)" } ?? ""] })
    problems += own.filter { !known.contains([$0.id, $0.message, $0.place.map { "\($0)" } ?? ""]) }
    let site = SiteTemplates(words: words, files, &problems)
    guard problems.isEmpty, let report, let proposal, let site else { throw Problems(problems) }
    self.languages = languages
    self.report = report
    self.proposal = proposal
    self.files = files
    self.site = site
    self.editions = editions
    remarks = brand.remarks
    digest = files.digest
    tags = TemplateTags(files.templates)
  }

  /// Everything that any page may say of itself: templates, style sheets and translations.
  var texts: [[UInt8]] { files.contents }

  func edition(_ language: LanguageCode) -> LanguageEdition? { editions[language] }

  fileprivate static func compile<Subject>(
    _ name: String, _ view: RecordView<Subject>, mode: Template.Mode = .html(dialect: true),
    _ files: ThemeFiles, _ problems: inout [Diagnostic]
  ) -> Template? {
    collecting(&problems) { () throws(Problems) in
      try files.template(name, shape: view.shape, mode: mode)
    }
  }
}

/// The templates of the site's pages.
struct SiteTemplates: Sendable {
  let overview: Template
  let archive: Template
  let month: Template
  let clients: Template
  let months: Template
  let feed: Template

  /// - Returns: `nil` when one cannot be compiled; why is added to the problems of all.
  fileprivate init?(
    words: RecordView<Words>, _ files: ThemeFiles, _ problems: inout [Diagnostic]
  ) {
    let overview = Theme.compile(
      "site/index.mustache", OverviewView.view(words: words), files, &problems)
    let archive = Theme.compile(
      "site/archive.mustache", ArchiveView.view(words: words), files, &problems)
    let month = Theme.compile(
      "site/month.mustache", MonthPageView.view(words: words), files, &problems)
    let clients = Theme.compile(
      "site/clients.mustache", ClientIndexView.view(words: words), files, &problems)
    let months = Theme.compile(
      "site/months.mustache", MonthIndexView.view(words: words), files, &problems)
    // Atom is XML, and the specification's escaping is right for XML.
    let feed = Theme.compile(
      "site/feed.mustache", FeedView.view, mode: .specification, files, &problems)
    guard let overview, let archive, let month, let clients, let months, let feed else {
      return nil
    }
    self.overview = overview
    self.archive = archive
    self.month = month
    self.clients = clients
    self.months = months
    self.feed = feed
  }
}

/// What differs by language: words, sentences and the style sheet.
struct LanguageEdition: Sendable {
  let language: LanguageCode
  let words: Words
  let phrases: Phrasebook
  let sheet: Sheet
  let siteSheet: Sheet
  let proposalSheet: Sheet
  /// The agency's, in every language the same.
  let logo: LogoView?
  let file: String

  fileprivate init(
    _ language: LanguageCode, _ translation: TranslationFile, words view: RecordView<Words>,
    brand: Branding, files: ThemeFiles
  ) throws(Problems) {
    let words = Words(translation.words)
    let file = files.shownName("translations/\(language.text).yaml")
    var problems: [Diagnostic] = []
    let phrases = collecting(&problems) { () throws(Problems) in
      try Phrasebook(translation.sentences, places: translation.places, file: file)
    }
    let styles = SheetView(words: words, brand: brand)
    let sheet = collecting(&problems) { () throws(Problems) in
      try styles.sheet(of: SheetView.report, view, files: files)
    }
    let siteSheet = collecting(&problems) { () throws(Problems) in
      try styles.sheet(of: SheetView.site, view, files: files)
    }
    let proposalSheet = collecting(&problems) { () throws(Problems) in
      try styles.sheet(of: SheetView.proposal, view, files: files)
    }
    guard let phrases, let sheet, let siteSheet, let proposalSheet else {
      throw Problems(problems)
    }
    self.language = language
    logo = brand.view
    self.words = words
    self.file = file
    self.phrases = phrases
    self.sheet = sheet
    self.siteSheet = siteSheet
    self.proposalSheet = proposalSheet
  }
}

/// The result, or `nil` with its problems told: the parts of a theme are independent of each other.
private func collecting<Result>(
  _ problems: inout [Diagnostic], _ work: () throws(Problems) -> Result
) -> Result? {
  do throws(Problems) {
    return try work()
  } catch {
    problems += error.diagnostics
    return nil
  }
}

// MARK: - Languages against each other

private func differences(
  between model: TranslationFile, _ name: String, and other: TranslationFile, _ otherName: String,
  file: String
) -> [Diagnostic] {
  var problems: [Diagnostic] = []
  for (mine, theirs) in [
    (Set(model.words.keys), Set(other.words.keys)),
    (Set(model.sentences.keys), Set(other.sentences.keys)),
    (Set(model.explanations.keys), Set(other.explanations.keys)),
  ] {
    problems += mine.subtracting(theirs).sorted().map {
      .missingTranslation($0, in: file, otherLanguage: name)
    }
    problems += theirs.subtracting(mine).sorted().map {
      .extraTranslation($0, in: file, otherLanguage: name)
    }
  }
  return problems
}

private func differences(
  between model: LanguageEdition, and other: LanguageEdition, _ files: ThemeFiles
) -> [Diagnostic] {
  model.phrases.keys.compactMap { key, places in
    guard let theirs = other.phrases[key]?.places, theirs != places else { return nil }
    return .otherPlaces(
      key, in: other.file, found: theirs, expected: places, otherLanguage: model.language.text)
  }
}
