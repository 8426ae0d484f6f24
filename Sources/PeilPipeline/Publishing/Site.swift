import Calendars
import Crypto
import Diagnostics
import FileSystem
import PeilModel
import PeilReport

/// Builds the pages of the site from what stands in the output: it costs what changed and needs no export.
struct Site {
  private let output: OutputFolder
  /// Where what was delivered is kept.
  private let clientFolders: Folder
  private let press: SitePress
  /// Stands for everything that all pages are made from.
  private let commonKey: String

  init(_ plan: RunPlan) throws(Diagnostic) {
    output = plan.output
    clientFolders = plan.data.folder("clients")
    press = try SitePress(theme: plan.theme, agency: plan.agency, names: plan.names)
    commonKey = [plan.programDigest, plan.theme.digest, sha256(plan.agencyBytes)]
      .joined(separator: " ")
  }

  /// The pages that stand, with what they were made from.
  struct Pages {
    var files: [ReleasedFile] = []
    var keys: [RunRecord.SiteKey] = []
  }

  /// Brings every page up to date.
  ///
  /// - Parameter last: What stood before, so that clients of whom nothing changed are passed over.
  /// - Returns: The pages that stand, and what was found wrong: a page with a finding is kept apart, and
  ///   the last good one stays.
  func build(after last: RunRecord?) throws(Diagnostic) -> (Pages, [Diagnostic]) {
    var pages = Pages()
    var diagnostics: [Diagnostic] = []
    let standing = try output.clients()
    let clients = try SiteClient.all(standing, deliveredIn: clientFolders)
    for (client, standing) in zip(clients, standing) {
      let key = RunRecord.SiteKey(client: client.slug.text, key: key(of: standing, client))
      let stood = last?.files.filter { $0.isSitePage(of: client.slug) } ?? []
      if last?.siteKeys.contains(key) == true, stood.allSatisfy(output.contains) {
        pages.files += stood
        pages.keys.append(key)
      } else if try release(try press.pages(of: client), after: last, &pages, &diagnostics) {
        pages.keys.append(key)
      }
    }
    _ = try release(try press.agencyPages(clients), after: last, &pages, &diagnostics)
    pages.files.sort { $0.path < $1.path }
    return (pages, diagnostics + danglingLinks(pages))
  }

  /// - Returns: Whether every page was good.
  private func release(
    _ made: [SitePage], after last: RunRecord?, _ pages: inout Pages,
    _ diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> Bool {
    for page in made {
      diagnostics += page.diagnostics
      if page.isReleasable {
        pages.files.append(try output.write(page))
      } else {
        try output.holdBack(page)
        // The last good one is still the site's.
        pages.files += last?.files.filter { $0.path == page.path && output.contains($0) } ?? []
      }
    }
    return made.allSatisfy(\.isReleasable)
  }

  private func key(of standing: OutputFolder.Standing, _ client: SiteClient) -> String {
    var hash = SHA256()
    hash.update(data: Array(commonKey.utf8))
    for release in standing.releases { hash.update(data: Array(release.digest.utf8)) }
    for month in client.months where month.isDelivered {
      hash.update(data: Array(month.month.description.utf8))
    }
    return hash.finalize().hexadecimal
  }

  /// Links between pages, checked as a whole: each leads to a page that stands. A page that lacks is told
  /// once, with the first page that leads to it.
  private func danglingLinks(_ site: Pages) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var settled = Set(site.files.map(\.path))
    for page in site.files {
      guard let bytes = output.bytes(of: page.path) else { continue }
      for target in linkTargets(of: bytes, at: page.path)
      where settled.insert(target).inserted && !output.contains(file: target) {
        diagnostics.append(.danglingLink(to: target, at: Place(file: page.path)))
      }
    }
    return diagnostics
  }
}

extension ReleasedFile {
  /// Whether it is the archive of a client or the page of one of its months.
  func isSitePage(of client: Client.Slug) -> Bool {
    path.hasPrefix("\(client.text)/") && path.hasSuffix("/index.html")
  }
}

extension SiteClient {
  /// - Parameter folder: Of the clients, where what was delivered is kept.
  static func all(
    _ standing: [OutputFolder.Standing], deliveredIn folder: Folder
  ) throws(Diagnostic) -> [SiteClient] {
    try standing.map { standing throws(Diagnostic) in
      SiteClient(
        standing, delivered: try DeliveredFolder(of: folder.folder(standing.slug.text)).digests())
    }
  }

  /// - Parameter delivered: The digests of what was delivered.
  private init(_ standing: OutputFolder.Standing, delivered: Set<String>) {
    let name =
      standing.releases.first?.record.name ?? standing.heldBack.first?.name ?? standing.slug.text
    self.init(
      slug: standing.slug, name: name,
      months: standing.releases.compactMap { release in
        var month = SiteMonth(release.record)
        month?.isDelivered = delivered.contains(release.digest)
        return month
      },
      heldBack: standing.heldBack.compactMap { HeldBackMonth($0) })
  }
}

/// Where the links of a page lead, relative to the output folder, in the order of the page.
///
/// Reads bytes: what was checked has its attributes in double quotes and no markup in comments.
func linkTargets(of page: [UInt8], at path: String) -> [String] {
  let folder = path.split(separator: "/").dropLast()
  var targets: [String] = []
  for part in String(decoding: page, as: UTF8.self).components(after: " href=\"", until: "\"") {
    let address = part.prefix { $0 != "#" && $0 != "?" }
    guard !address.isEmpty, !address.contains(":") else { continue }
    var places = Array(folder)
    for step in address.split(separator: "/") {
      if step == ".." {
        _ = places.popLast()
      } else if step != "." {
        places.append(step)
      }
    }
    targets.append(places.joined(separator: "/"))
  }
  return targets
}

extension String {
  fileprivate func components(after start: String, until end: Character) -> [Substring] {
    var found: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: start) {
      rest = rest[range.upperBound...]
      found.append(rest.prefix { $0 != end })
    }
    return found
  }
}
