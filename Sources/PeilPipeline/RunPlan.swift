import Calendars
import Diagnostics
import FileSystem
import PeilLoading
import PeilModel
import PeilReport

/// What will be done: folders exist, the month is one, templates and languages are loaded.
///
/// The step from the request to the plan is the only place where an option is refused.
struct RunPlan: Sendable {
  let agency: Agency
  let agencyBytes: [UInt8]
  let zone: TimeZoneTable
  /// The clock that Meta's exports go by.
  let pacific: TimeZoneTable
  let data: Folder
  let output: OutputFolder
  let theme: Theme
  let month: Month?
  let slugs: [Client.Slug]
  /// In every run the same order; empty for the client's own language.
  let languages: [LanguageCode]
  let jobs: Int
  let force: Bool
  let programDigest: String
  /// Name and version, as pages state them.
  let program: String

  private static let pacificZone = "America/Los_Angeles"

  /// - Throws: Everything that is wrong with the request, the agency's settings and the templates.
  init(_ request: RunRequest) throws(Problems) {
    var problems: [Diagnostic] = []
    data = Folder(request.data)
    guard data.exists else { throw Problems([.noDataFolder(request.data)]) }

    month = request.month.flatMap { Month($0) }
    if let text = request.month, month == nil { problems.append(.notAMonth(text)) }
    jobs = max(1, request.jobs ?? 0)

    let settings: (bytes: [UInt8], agency: Agency)?
    do throws(Problems) {
      let bytes = try readSettings(data)
      settings = (bytes, try Agency.read(bytes, file: "\(data.shownAs)/agency.yaml"))
    } catch {
      problems += error.diagnostics
      settings = nil
    }

    var zone: TimeZoneTable?
    if let name = settings?.agency.timeZone {
      zone = TimeZoneTable(identifier: name)
      if zone == nil { problems.append(.unknownTimeZone(name, in: data.shownAs)) }
    }

    let pacific = TimeZoneTable(identifier: Self.pacificZone)
    if pacific == nil { problems.append(.unknownTimeZone(Self.pacificZone, in: data.shownAs)) }

    languages = request.languages.map { LanguageCode($0) }
    var theme: Theme?
    do throws(Problems) {
      let delivered = Folder(request.templates)
      guard delivered.exists else { throw Problems([.noTemplates(request.templates)]) }
      let own = request.ownTemplates.map { Folder($0) }
      if let own, !own.exists { throw Problems([.noTemplates(own.path)]) }
      theme = try Theme(
        folders: [own, delivered].compactMap { $0 }, agency: settings?.agency.name ?? "")
      for language in languages where theme?.languages.contains(language) == false {
        problems.append(.unknownLanguage(language, known: theme?.languages ?? []))
      }
    } catch {
      problems += error.diagnostics
    }

    do throws(Diagnostic) {
      slugs = try Self.slugs(of: request.clients, in: data.folder("clients"), &problems)
    } catch {
      throw Problems(problems + [error])
    }
    guard problems.isEmpty, let settings, let zone, let pacific, let theme else { throw Problems(problems) }
    agency = settings.agency
    agencyBytes = settings.bytes
    self.zone = zone
    self.pacific = pacific
    self.theme = theme
    output = OutputFolder(request.output)
    force = request.force
    programDigest = request.programDigest
    program = request.program
  }

  private static func slugs(
    of names: [String], in folder: Folder, _ problems: inout [Diagnostic]
  ) throws(Diagnostic) -> [Client.Slug] {
    guard folder.exists else { throw .noClients(folder.shownAs) }
    let known = try folder.folderNames()
    var slugs: [Client.Slug] = []
    for name in names.isEmpty ? known : names {
      guard known.contains(name) else {
        problems.append(.unknownClient(name, known: known))
        continue
      }
      guard let slug = Client.Slug(name) else {
        problems.append(.notASlug(name, in: folder.shownAs))
        continue
      }
      if !slugs.contains(slug) { slugs.append(slug) }
    }
    if known.isEmpty { throw .noClients(folder.shownAs) }
    return slugs.sorted()
  }
}

private func readSettings(_ data: Folder) throws(Problems) -> [UInt8] {
  do {
    return try data.bytes(of: "agency.yaml", limit: 1 << 20)
  } catch {
    throw Problems([.noAgencySettings(error, in: data.shownAs)])
  }
}
