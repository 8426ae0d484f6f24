import Crypto
public import Diagnostics
import FileSystem
import FoundationEssentials
import PeilLoading
import PeilModel
import PeilReport

/// Holds pages of an output against what stands beside them and in the agency's folder.
///
/// For one task: it keeps the check's memory from page to page.
public final class PageProver {
  /// What is wrong with the agency's settings.
  public let problems: [Diagnostic]
  private let names: ClientNames?
  private let severities: RuleSeverities
  /// `nil` where no templates are.
  private let tags: TemplateTags?
  /// Made for the first page.
  private lazy var checker = PageChecker()
  /// Made for the first page without a record; `nil` where the agency or its templates cannot be read.
  private lazy var site = makeSite()
  private let data: Folder
  private let folders: (delivered: String?, own: String?)

  /// A page that was read, with what it is held against.
  public struct PreparedPage: Sendable {
    public let file: String
    public let bytes: [UInt8]
    let facts: PageFacts
  }

  /// - Parameters:
  ///   - data: The agency's folder; what it does not hold is not compared with.
  ///   - templates: The program's own, to tell which of them wrote a tag; there need be none.
  ///   - own: A folder that lies over them file by file.
  public init(data: String, templates: String? = nil, own: String? = nil) {
    var problems: [Diagnostic] = []
    tags = Self.tags(of: templates, own, &problems)
    var severities = RuleSeverities()
    var names: ClientNames?
    let folder = Folder(data)
    (self.data, folders) = (folder, (templates, own))
    if folder.isReachable, folder.contains(file: "agency.yaml") {
      let file = "\(folder.shownAs)/agency.yaml"
      do throws(Problems) {
        let agency = try Agency.read(try Self.settings(in: folder), file: file)
        severities = RuleSeverities(agency.checks, file: file, problems: &problems)
        names = RunPlan.names(in: folder.folder("clients"), agency: agency)
      } catch {
        problems += error.diagnostics
      }
    }
    (self.problems, self.severities, self.names) = (problems, severities, names)
  }

  private func makeSite() -> SiteFacts? {
    guard let names, let delivered = folders.delivered,
      let templates = try? templateFolders(delivered: delivered, own: folders.own)
    else { return nil }
    return try? SiteFacts(data: data, templates: templates, names: names)
  }

  /// Delivered templates that are not there are no problem: the check does without.
  private static func tags(
    of delivered: String?, _ own: String?, _ problems: inout [Diagnostic]
  ) -> TemplateTags? {
    guard let delivered, own != nil || Folder(delivered).isReachable else { return nil }
    do throws(Problems) {
      return try TemplateTags(folders: try templateFolders(delivered: delivered, own: own))
    } catch {
      problems += error.diagnostics
      return nil
    }
  }

  private static func settings(in folder: Folder) throws(Problems) -> [UInt8] {
    do throws(Diagnostic) {
      return try folder.bytes(of: "agency.yaml", limit: 1 << 20)
    } catch {
      throw Problems([error])
    }
  }

  /// - Returns: `nil` for a file that is too large to be a page.
  public func prepare(_ file: String) throws(Diagnostic) -> PreparedPage? {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try readFile(file, limit: PageChecker.maximumBytes)
    } catch {
      guard error.id == "file.too-large" else { throw error }
      return nil
    }
    return PreparedPage(file: file, bytes: bytes, facts: facts(for: file, bytes))
  }

  public func check(_ page: PreparedPage) -> PageProof.Page {
    let checked = checker.check(page.bytes, facts: page.facts, file: page.file)
    return PageProof.Page(
      file: page.file,
      findings: checked.findings.map { finding in
        tags.map { finding.diagnostic(writtenBy: $0, in: page.bytes) } ?? finding.diagnostic
      },
      uncounted: checked.uncounted, unchecked: checked.unchecked.map(\.rawValue))
  }

  /// - Parameter page: Its style sheet is taken for the known one when it has the recorded hash.
  private func facts(for file: String, _ page: [UInt8]) -> PageFacts {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? file
    var facts: PageFacts?
    for record in [ReleaseRecord.file, Proposal.recordName] {
      guard
        let bytes = try? readFile((parts.dropLast() + [Substring(record)]).joined(separator: "/")),
        let recorded = RecordedPages(bytes),
        let own = recorded.pages.first(where: { $0.file == name })
      else { continue }
      let sheet = Self.styleSheet(of: page)
      let hash = Data(SHA256.hash(data: sheet)).base64EncodedString()
      var found = PageFacts(own.record, sheet: hash == own.sheet ? sheet : [])
      found.clients = names.map {
        PageFacts.Clients(
          names: $0, owner: recorded.release?.client ?? PageFacts.Clients.nobody)
      }
      if recorded.release == nil { found.usualBytes = Proposal.usualBytes }
      facts = found
    }
    var known = facts ?? (try? site?.facts(for: file)) ?? PageFacts()
    known.severities = severities
    return known
  }

  /// What stands between `<style>` and `</style>`.
  private static func styleSheet(of page: [UInt8]) -> [UInt8] {
    guard let start = page.firstRange(of: Array("<style>".utf8)),
      let end = page[start.upperBound...].firstRange(of: Array("</style>".utf8))
    else { return [] }
    return Array(page[start.upperBound..<end.lowerBound])
  }
}
