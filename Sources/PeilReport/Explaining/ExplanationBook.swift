package import Diagnostics
package import FileSystem
package import PeilModel

/// What one language says about every subject of `peil explain`.
package struct ExplanationBook: Sendable {
  private let texts: [String: String]
  /// What the page says too: names and formulas of metrics, beliefs, verdicts.
  private let sentences: [String: String]
  private let file: String

  /// - Parameter folders: Of templates; the first that has the translation wins.
  /// - Throws: Everything that is wrong with the language's file.
  package init(folders: [Folder], language: LanguageCode) throws(Problems) {
    let files = ThemeFiles(folders)
    let languages = try files.languages()
    guard languages.contains(language) else {
      throw Problems([.noExplanations(in: language.text, known: languages.map(\.text))])
    }
    let path = "translations/\(language.text).yaml"
    file = files.shownName(path)
    let translation = try TranslationFile(bytes: try files.bytes(path), file: file)
    texts = translation.explanations
    sentences = translation.sentences
  }

  /// What is said about a subject.
  ///
  /// - Throws: An unknown name, with the nearest known one; or every text that the translation lacks.
  package func explanation(of name: String) throws(Problems) -> Explanation {
    guard let subject = ExplanationSubject.all.first(where: { $0.name == name }) else {
      throw Problems([.nothingToExplain(name, known: ExplanationSubject.all.map(\.name))])
    }
    var missing: [String] = []
    func text(_ key: String) -> String {
      if let text = texts[key] ?? sentences[key] { return text }
      missing.append("explanations.\(key)")
      return ""
    }
    let own = "\(subject.group).\(subject.name)"
    let title = text(subject.title)
    let parts = subject.parts.map { part in
      switch part {
      case .text(let key):
        Explanation.Part(label: text("labels.\(key)"), text: text("\(own).\(key)"))
      case .shared(let label, let key):
        Explanation.Part(label: text("labels.\(label)"), text: text(key))
      case .value(let label, let value):
        Explanation.Part(label: text("labels.\(label)"), text: value)
      }
    }
    guard missing.isEmpty else {
      throw Problems(missing.map { .noPhrase($0, in: file) })
    }
    return Explanation(name: name, title: title, parts: parts)
  }

  /// Keys of the translation that no subject asks for, in alphabetical order.
  package var unusedKeys: [String] {
    var used: Set<String> = []
    for subject in ExplanationSubject.all {
      let own = "\(subject.group).\(subject.name)"
      used.insert(subject.title)
      for part in subject.parts {
        switch part {
        case .text(let key): used.formUnion(["labels.\(key)", "\(own).\(key)"])
        case .shared(let label, let key): used.formUnion(["labels.\(label)", key])
        case .value(let label, _): used.insert("labels.\(label)")
        }
      }
    }
    return Set(texts.keys).subtracting(used).sorted()
  }
}

/// What `peil explain` says about one subject, in one language.
package struct Explanation: Equatable, Sendable {
  package let name: String
  /// In words: "Wrong number".
  package let title: String
  /// In the order in which they are told.
  package let parts: [Part]

  package struct Part: Equatable, Sendable {
    package let label: String
    package let text: String
  }
}
