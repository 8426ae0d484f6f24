import Diagnostics
import FileSystem
import PeilLoading
import PeilModel
import PeilReport

/// What the pages of a site may show, worked out from the releases that stand in their output: the overview,
/// the indexes and the archives have no record beside them.
///
/// For one task: it keeps what it has worked out from page to page.
struct SiteFacts {
  private let press: SitePress
  private let clientFolders: Folder
  /// By the path of the output folder, then by that of the page in it.
  private var known: [String: [String: PageFacts]] = [:]

  /// - Throws: What is wrong with the agency's settings or its templates.
  init(data: Folder, templates: [Folder], names: ClientNames) throws(Problems) {
    let agency = try Agency.read(
      try readSettings(data), file: "\(data.shownAs)/agency.yaml", filesIn: data)
    let theme = try Theme(folders: templates, agency: agency)
    do throws(Diagnostic) {
      press = try SitePress(theme: theme, agency: agency, names: names)
    } catch {
      throw Problems([error])
    }
    clientFolders = data.folder("clients")
  }

  /// - Parameter file: A path as it was given, with `/` between its parts.
  /// - Returns: `nil` for what is no page of a site.
  mutating func facts(for file: String) throws(Diagnostic) -> PageFacts? {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    // The overview, an archive or a month: at most two folders below the output.
    for depth in 1...3 where depth <= parts.count {
      let folder = parts.dropLast(depth).joined(separator: "/")
      let output = parts.count == depth ? "." : folder.isEmpty ? "/" : folder
      guard Folder(output).contains(file: OutputFolder.runRecordName) else { continue }
      let pages = try pages(of: output)
      return pages[parts.suffix(depth).joined(separator: "/")]
    }
    return nil
  }

  private mutating func pages(of output: String) throws(Diagnostic) -> [String: PageFacts] {
    if let pages = known[output] { return pages }
    let clients = try SiteClient.all(OutputFolder(output).clients(), deliveredIn: clientFolders)
    var pages: [String: PageFacts] = [:]
    var made = try press.agencyPages(clients)
    for client in clients { made += try press.pages(of: client) }
    for page in made { pages[page.path] = page.facts }
    known[output] = pages
    return pages
  }
}
