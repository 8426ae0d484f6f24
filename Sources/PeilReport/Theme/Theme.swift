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
  let report: Template
  let site: Template
  private let editions: [LanguageCode: LanguageEdition]

  /// - Parameters:
  ///   - folders: The first that has a file wins; the last has all of them.
  ///   - agency: The name that stands at the top of printed pages.
  /// - Throws: Every problem of every template and translation.
  package init(folders: [Folder], agency: String) throws(Problems) {
    let files = ThemeFiles(folders)
    var problems: [Diagnostic] = []

    var translations: [LanguageCode: TranslationFile] = [:]
    for language in try files.languages() {
      do throws(Problems) {
        let path = "translations/\(language.text).yaml"
        translations[language] = try TranslationFile(
          bytes: try files.bytes(path), file: files.shownName(path))
      } catch {
        problems += error.diagnostics
      }
    }
    let languages = translations.keys.sorted { $0.text < $1.text }
    guard problems.isEmpty, let first = languages.first, let model = translations[first] else {
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
    for (language, translation) in translations {
      do throws(Problems) {
        editions[language] = try LanguageEdition(
          language, translation, words: words, agency: agency, files: files)
      } catch {
        problems += error.diagnostics
      }
    }
    if let one = editions[first] {
      problems += languages.dropFirst().flatMap { language in
        editions[language].map { differences(between: one, and: $0, files) } ?? []
      }
    }
    let report = Self.compile("report.mustache", ReportView.view(words: words), files, &problems)
    let site = Self.compile("site/index.mustache", SiteView.view(words: words), files, &problems)
    guard problems.isEmpty, let report, let site else { throw Problems(problems) }
    self.languages = languages
    self.report = report
    self.site = site
    self.editions = editions
    digest = files.digest
  }

  func edition(_ language: LanguageCode) -> LanguageEdition? { editions[language] }

  private static func compile<Subject>(
    _ name: String, _ view: RecordView<Subject>, _ files: ThemeFiles,
    _ problems: inout [Diagnostic]
  ) -> Template? {
    do throws(Problems) {
      return try files.template(name, shape: view.shape, mode: .html(dialect: true))
    } catch {
      problems += error.diagnostics
      return nil
    }
  }
}

/// What differs by language: words, sentences and the style sheet.
struct LanguageEdition: Sendable {
  let language: LanguageCode
  let words: Words
  let phrases: Phrasebook
  let sheet: Sheet
  let file: String

  fileprivate init(
    _ language: LanguageCode, _ translation: TranslationFile, words view: RecordView<Words>,
    agency: String, files: ThemeFiles
  ) throws(Problems) {
    self.language = language
    words = Words(translation.words)
    file = files.shownName("translations/\(language.text).yaml")
    phrases = try Phrasebook(translation.sentences, file: file)
    sheet = try SheetView(words: words, agency: agency).sheet(view, files: files)
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
