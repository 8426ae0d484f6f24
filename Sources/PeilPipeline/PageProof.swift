public import Diagnostics
import FileSystem
import PeilReport

/// The check of pages that are there already, wherever they came from.
///
/// A page on its own is checked for what can be seen on it: bytes, syntax, elements, references, tables,
/// drawings. What needs the ledger or the other clients is named as not checked.
public struct PageProof: Sendable {
  public struct Page: Sendable {
    public let file: String
    /// In the order of the page.
    public let findings: [Diagnostic]
    /// Parts of the check for which nothing was there to compare with.
    public let unchecked: [String]
  }

  /// In the order of the paths; of a folder every `.html` file below it.
  public let pages: [Page]
  /// Files and folders that cannot be read.
  public let problems: [Diagnostic]

  /// - Parameter paths: Files, or folders.
  public init(of paths: [String]) {
    var pages: [Page] = []
    var problems: [Diagnostic] = []
    let checker = PageChecker()
    for path in paths {
      do throws(Diagnostic) {
        for file in try Self.files(at: path) {
          let bytes = try readFile(file, limit: PageChecker.maximumBytes + 1)
          let page = checker.check(bytes, facts: PageFacts(), file: file)
          pages.append(
            Page(
              file: file, findings: page.findings.map(\.diagnostic),
              unchecked: page.unchecked.map(\.rawValue)))
        }
      } catch {
        problems.append(error)
      }
    }
    self.pages = pages
    self.problems = problems
  }

  public var isClean: Bool {
    problems.isEmpty
      && pages.allSatisfy { page in
        page.findings.allSatisfy { $0.severity != .error }
      }
  }

  private static func files(at path: String) throws(Diagnostic) -> [String] {
    let folder = Folder(path)
    guard folder.isReachable else { return [path] }
    return try folder.files().paths.filter { $0.hasSuffix(".html") }.map { "\(path)/\($0)" }
  }
}
