public import Diagnostics
import PeilModel
import PeilReport

/// What a person asked for with `peil explain`, answered as lines of text.
public struct ExplanationRequest: Sendable {
  /// The delivered templates; they are complete.
  public var templates: String
  /// A folder that lies over the delivered templates file by file.
  public var ownTemplates: String?
  /// Of the answer, as in `nl`.
  public var language = "en"

  public init(templates: String, ownTemplates: String?) {
    self.templates = templates
    self.ownTemplates = ownTemplates
  }

  /// Every name that can be asked for.
  public static var names: [String] { ExplanationSubject.all.map(\.name) }

  /// Title and name, an empty line, and each part with its label before it.
  ///
  /// - Throws: An unknown name or language, or what is wrong with the translation.
  public func answer(about name: String) throws(Problems) -> String {
    let folders = try templateFolders(delivered: templates, own: ownTemplates)
    let book = try ExplanationBook(folders: folders, language: LanguageCode(language))
    let explanation = try book.explanation(of: name)
    let width = explanation.parts.map(\.label.count).max() ?? 0
    let parts = explanation.parts.map { part in
      "\(part.label):\(String(repeating: " ", count: width - part.label.count + 1))\(part.text)"
    }
    return (["\(explanation.title) (\(name))", ""] + parts).joined(separator: "\n")
  }
}
