package import Diagnostics
package import FileSystem
import Mustache
import PeilModel

/// Everything that is wrong with the templates, style sheets and translations of some folders.
package struct ThemeReview: Sendable {
  /// Errors, and warnings of files that nothing uses.
  package let findings: [Diagnostic]
  /// Files that were read.
  package let fileCount: Int

  /// - Parameter folders: The first that has a file wins; the last has all of them.
  package init(folders: [Folder]) {
    let files = ThemeFiles(folders)
    var findings: [Diagnostic] = []
    do throws(Problems) {
      let theme = try Theme(files, agency: Agency(name: "", language: LanguageCode("")))
      findings = theme.sheetProblems
    } catch {
      findings = error.diagnostics
    }
    let used = files.paths
    // Where something is wrong, what it would include is not reached and only seems unused.
    let isWhole = findings.isEmpty
    var fileCount = used.count
    for folder in folders {
      do throws(Diagnostic) {
        let (paths, passedOver) = try folder.files()
        findings += passedOver
        for path in paths where !used.contains(path) && Self.isPartOfTheme(path) {
          fileCount += 1
          if let problem = try Self.syntaxProblem(path, in: folder) {
            findings.append(problem)
          } else if isWhole {
            findings.append(.unusedFile("\(folder.shownAs)/\(path)"))
          }
        }
      } catch {
        findings.append(error)
      }
    }
    self.findings = findings
    self.fileCount = fileCount
  }

  /// What lies in `new` is copied into new folders and is part of no page.
  private static func isPartOfTheme(_ path: String) -> Bool {
    !path.hasPrefix("new/") && [".css", ".mustache", ".yaml"].contains { path.hasSuffix($0) }
  }

  private static func syntaxProblem(
    _ path: String, in folder: Folder
  ) throws(Diagnostic) -> Diagnostic? {
    guard !path.hasSuffix(".yaml") else { return nil }
    let source = TemplateSource(
      name: "\(folder.shownAs)/\(path)",
      bytes: try folder.bytes(of: path, limit: ThemeFiles.mostBytes))
    return Template.syntaxProblem(in: source, mode: .text)
  }
}
