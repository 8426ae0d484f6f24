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
  /// Kinds of exports, with the agency's own labels.
  let catalogue: ExportCatalogue
  /// Of `labels.yaml`; empty where there is none.
  let labelBytes: [UInt8]
  let zone: TimeZoneTable
  /// The clock that Meta's exports go by.
  let pacific: TimeZoneTable
  let data: Folder
  let output: OutputFolder
  /// Held for as long as the plan is: two runs in one folder would undo each other's work.
  private let outputLock: FileLock
  let theme: Theme
  let month: Month?
  let slugs: [Client.Slug]
  /// Of all clients of the agency, also of those that are not built now.
  let names: ClientNames
  /// In every run the same order; empty for the client's own language.
  var languages: [LanguageCode]
  /// Words that a sales copy may hold; `nil` when none is asked for.
  var vocabulary: Vocabulary?
  let jobs: Int
  /// `nil` when no PDF is asked for.
  let printer: PagePrinter?
  let force: Bool
  /// Whether months that were delivered are built again.
  var restates: Bool
  let programDigest: String
  /// Name and version, as pages state them.
  let program: String

  private static let pacificZone = "America/Los_Angeles"

  /// - Throws: Everything that is wrong with the request, the agency's settings and the templates.
  init(_ request: RunRequest) throws(Problems) {
    var problems: [Diagnostic] = []
    data = Folder(request.data)
    guard data.isReachable else { throw Problems([.noDataFolder(request.data)]) }

    month = request.month.flatMap { Month($0) }
    if let text = request.month, month == nil { problems.append(.notAMonth(text)) }
    jobs = max(1, request.jobs ?? 0)
    printer = request.pdf ? request.printer : nil
    if request.pdf, printer == nil { problems.append(.noChromium) }

    let settings: (bytes: [UInt8], agency: Agency)?
    do throws(Problems) {
      let bytes = try readSettings(data)
      settings = (bytes, try Agency.read(bytes, file: "\(data.shownAs)/agency.yaml", filesIn: data))
    } catch {
      problems += error.diagnostics
      settings = nil
    }

    if let agency = settings?.agency {
      _ = RuleSeverities(
        agency.checks, file: "\(data.shownAs)/agency.yaml", problems: &problems)
    }

    var labels: (bytes: [UInt8], catalogue: ExportCatalogue)?
    do throws(Problems) {
      labels = try readLabels(data)
    } catch {
      problems += error.diagnostics
    }

    var zone: TimeZoneTable?
    if let name = settings?.agency.timeZone {
      zone = TimeZoneTable(identifier: name)
      if zone == nil { problems.append(.unknownTimeZone(name, in: data.shownAs)) }
    }

    let pacific = TimeZoneTable(identifier: Self.pacificZone)
    if pacific == nil { problems.append(.unknownTimeZone(Self.pacificZone, in: data.shownAs)) }

    var editions: Set<ReportEdition> = []
    for name in request.editions {
      if let edition = ReportEdition(rawValue: name) {
        editions.insert(edition)
      } else {
        problems.append(.unknownEdition(name, known: ReportEdition.allCases.map(\.rawValue)))
      }
    }

    languages = request.languages.map { LanguageCode($0) }
    var theme: Theme?
    do throws(Problems) {
      theme = try Theme(
        folders: try templateFolders(delivered: request.templates, own: request.ownTemplates),
        agency: settings?.agency ?? Agency(name: "", language: LanguageCode("")))
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
    guard problems.isEmpty, let settings, let labels, let zone, let pacific, let theme else {
      throw Problems(problems)
    }
    agency = settings.agency
    agencyBytes = settings.bytes
    catalogue = labels.catalogue
    labelBytes = labels.bytes
    self.zone = zone
    self.pacific = pacific
    self.theme = theme
    names = Self.names(in: data.folder("clients"), agency: settings.agency)
    vocabulary =
      editions.contains(.proposal) ? Vocabulary(of: theme, agency: settings.agency) : nil
    output = OutputFolder(request.output)
    do throws(Diagnostic) {
      outputLock = try output.prepare()
    } catch {
      throw Problems([error])
    }
    force = request.force
    restates = request.restate
    programDigest = request.programDigest
    program = request.program
  }

  /// Who may be named on no page but its own. Of a client whose settings cannot be read the folder's name
  /// is looked for, by which it mostly goes.
  static func names(in folder: Folder, agency: Agency) -> ClientNames {
    let slugs = ((try? folder.folderNames()) ?? []).compactMap { Client.Slug($0) }
    return ClientNames(
      slugs.map { slug in
        let file = "\(slug.text)/client.yaml"
        guard let bytes = try? folder.bytes(of: file, limit: 1 << 20),
          let client = try? Client.read(
            bytes, file: "\(folder.shownAs)/\(file)", slug: slug, agency: agency)
        else { return ClientNames.Client(id: slug.text, names: [slug.text]) }
        // A word with a dot is a domain, one without blanks and capitals a handle.
        let words = [client.name] + client.identifyingNames
        let domains = words.filter { $0.contains(".") && !$0.contains(" ") }
        let names = words.filter { !domains.contains($0) }
        return ClientNames.Client(
          id: slug.text, names: names, handles: client.accounts.values.sorted(),
          domains: domains, mentions: client.mentions)
      })
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

/// The bytes of `agency.yaml`.
func readSettings(_ data: Folder) throws(Problems) -> [UInt8] {
  do {
    return try data.bytes(of: "agency.yaml", limit: 1 << 20)
  } catch {
    throw Problems([.noAgencySettings(error, in: data.shownAs)])
  }
}

/// The kinds of exports with the labels of the agency's `labels.yaml`, which need not be there.
func readLabels(
  _ data: Folder
) throws(Problems) -> (bytes: [UInt8], catalogue: ExportCatalogue) {
  let name = "labels.yaml"
  guard data.contains(file: name) else { return ([], .standard) }
  let bytes: [UInt8]
  do throws(Diagnostic) {
    bytes = try data.bytes(of: name, limit: 1 << 20)
  } catch {
    throw Problems([error])
  }
  return (bytes, try ExportCatalogue.read(bytes, file: "\(data.shownAs)/\(name)"))
}
