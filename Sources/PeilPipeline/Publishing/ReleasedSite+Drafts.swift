import Diagnostics
import PeilModel
import PeilReport

extension ReleasedSite {
  /// Leaves out every report that nobody has approved, and makes the pages anew that led to one.
  ///
  /// A month of which no report is left is told on no page; the pages made anew are checked as a build checks them.
  ///
  /// - Parameters:
  ///   - clients: All of them, as the output has them.
  ///   - press: Makes and checks pages of the site.
  /// - Throws: When every report is a draft, a page is not good, or one leads to a page that is left out.
  mutating func leaveOutDrafts(
    of clients: [SiteClient], press: SitePress
  ) throws(Problems) {
    let drafts = files.filter(\.isDraft)
    guard !drafts.isEmpty else { return }
    let approved = clients.map(\.approved)
    guard approved.contains(where: { !$0.months.isEmpty }) else {
      throw Problems([.onlyDrafts(in: shownAs)])
    }
    var pages: [SitePage] = []
    do throws(Diagnostic) {
      for (client, all) in zip(approved, clients) where client != all {
        files.removeAll { $0.isSitePage(of: client.slug) }
        pages += try press.pages(of: client)
      }
      pages += try press.agencyPages(approved)
    } catch {
      throw Problems([error])
    }
    guard pages.allSatisfy(\.isReleasable) else { throw Problems(pages.flatMap(\.diagnostics)) }
    let remade = Set(pages.map(\.path))
    files.removeAll { $0.isDraft || remade.contains($0.path) }
    for page in pages { add(page) }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    try proveLinks()
    warnings.append(.draftsLeftOut(drafts.map(\.path), at: Place(file: shownAs)))
  }

  /// - Throws: Each page that is led to and left out, with the first page that leads to it.
  private func proveLinks() throws(Problems) {
    var settled = Set(files.map(\.path))
    var problems: [Diagnostic] = []
    for file in files where file.path.hasSuffix(".html") {
      do throws(Diagnostic) {
        for target in linkTargets(of: try bytes(of: file), at: file.path)
        where settled.insert(target).inserted {
          problems.append(.danglingLink(to: target, at: Place(file: file.path)))
        }
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
  }
}

extension SiteClient {
  /// The same with only what somebody has approved.
  fileprivate var approved: SiteClient {
    var client = self
    for index in client.months.indices {
      client.months[index].reports.removeAll(where: \.isDraft)
    }
    client.months.removeAll(where: \.reports.isEmpty)
    return client
  }
}
