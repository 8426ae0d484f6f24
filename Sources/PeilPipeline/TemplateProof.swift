public import Diagnostics
import FileSystem
import PeilReport

/// The check of a folder of templates before anything is built with it: every template is compiled
/// against what it will be given, every sentence of every language, too.
public struct TemplateProof: Sendable {
  /// All problems at once; warnings are of files that nothing uses.
  public let findings: [Diagnostic]
  /// Templates, style sheets and translations that were looked at.
  public let fileCount: Int

  /// - Parameters:
  ///   - delivered: The templates of the program; they are complete.
  ///   - own: A folder that lies over the delivered templates file by file.
  /// - Throws: When there is no such folder.
  public init(delivered: String, own: String?) throws(Problems) {
    let review = ThemeReview(folders: try templateFolders(delivered: delivered, own: own))
    findings = review.findings
    fileCount = review.fileCount
  }

  public var isClean: Bool { findings.allSatisfy { $0.severity != .error } }
}

/// The folders of a theme, the one that wins first.
func templateFolders(delivered: String, own: String?) throws(Problems) -> [Folder] {
  let folder = Folder(delivered)
  guard folder.isReachable else { throw Problems([.noDeliveredTemplates(delivered)]) }
  guard let own else { return [folder] }
  guard Folder(own).isReachable else { throw Problems([.noTemplates(own)]) }
  return [Folder(own), folder]
}
