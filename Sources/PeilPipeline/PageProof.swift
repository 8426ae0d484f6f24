public import Diagnostics
import FileSystem
import PeilReport

/// The check of pages that are there already, wherever they came from.
///
/// A page beside its `report.json` is held against the ledger that stands there; with the agency's folder
/// also against the names of its other clients. What there is nothing to compare with is named.
public struct PageProof: Sendable {
  public struct Page: Sendable {
    public let file: String
    /// In the order of the page.
    public let findings: [Diagnostic]
    /// Findings beyond those that are listed.
    public let uncounted: Int
    /// Parts of the check for which nothing was there to compare with.
    public let unchecked: [String]
  }

  /// In the order of the paths; of a folder every `.html` file below it.
  public let pages: [Page]
  /// Files and folders that cannot be read, and settings that are wrong.
  public let problems: [Diagnostic]

  /// - Parameters:
  ///   - paths: Files, or folders.
  ///   - data: The agency's folder; what it does not hold is not compared with.
  ///   - templates: The program's own, to tell which of them wrote a tag; there need be none.
  ///   - own: A folder that lies over them file by file.
  public init(of paths: [String], data: String, templates: String? = nil, own: String? = nil) {
    var pages: [Page] = []
    let prover = PageProver(data: data, templates: templates, own: own)
    var problems = prover.problems
    for path in paths {
      do throws(Diagnostic) {
        for file in try Self.files(at: path) {
          let page = try prover.prepare(file)
          pages.append(page.map { prover.check($0) } ?? Page(tooLarge: file))
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
        page.uncounted == 0 && page.findings.allSatisfy { $0.severity != .error }
      }
  }

  private static func files(at path: String) throws(Diagnostic) -> [String] {
    let folder = Folder(path)
    guard folder.isReachable else { return [path] }
    return try folder.files().paths.filter { $0.hasSuffix(".html") }.map { "\(path)/\($0)" }
  }
}

extension PageProof.Page {
  /// A file that was not read.
  fileprivate init(tooLarge file: String) {
    self.init(
      file: file, findings: [PageChecker.refusal(of: file).diagnostic], uncounted: 0,
      unchecked: PageFacts.Part.allCases.map(\.rawValue))
  }
}
