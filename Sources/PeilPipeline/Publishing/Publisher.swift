public import Diagnostics
import FileSystem
import PeilLoading
import PeilModel
import PeilReport

/// What a person asked for with `peil publish`, as typed: nothing is looked up yet.
public struct PublishRequest: Sendable {
  /// The agency's folder; its settings say who may read what is published.
  public var data = "data"
  /// What `peil build` wrote.
  public var output = "output"
  /// The templates of the program, for pages that must be made anew because a report is left out.
  public var templates: String
  /// A folder that lies over them file by file.
  public var ownTemplates: String?
  public var destination: String
  /// How many generations stay, with the one that is shown.
  ///
  /// Default: that one, the one before to go back to, and one more for a mistake that is seen only after the next
  /// publishing.
  public var keep = Self.standardKeep

  /// Whether reports that nobody has approved are published too.
  ///
  /// Default: no, as they may still change; they are left out, and no page leads to them.
  public var includesDrafts = false

  public static let standardKeep = 3
  /// Fewer would take away what a request that began before the switch is still reading.
  public static let fewestKept = 2

  public init(destination: String, templates: String) {
    self.destination = destination
    self.templates = templates
  }
}

/// What readers see after `peil publish`.
public struct Publication: Sendable {
  /// As in `0007-3f2a9c1b04de77aa`.
  public let generation: String
  /// Whether readers saw another one before.
  public let isNew: Bool
  public let warnings: [Diagnostic]
}

/// Puts the output where a web server reads it, all at once or not at all.
public enum Publisher {
  /// Copies a site beside the one that is shown, proves the copy and shows it.
  ///
  /// - Throws: `RunRefused` when readers still see what they saw before, with everything that is wrong.
  public static func publish(_ request: PublishRequest) throws(RunRefused) -> Publication {
    do throws(Problems) {
      let data = Folder(request.data)
      let access = try access(settingsIn: data)
      let output = Folder(request.output)
      let folder = Folder(request.destination)
      guard areApart(output.realPath, folder.realPath) else {
        throw Problems([.notApart(output: output.shownAs, destination: folder.shownAs)])
      }
      var site = try ReleasedSite(in: output)
      if !request.includesDrafts, site.files.contains(where: \.isDraft) {
        let (clients, press) = try makers(of: request, data)
        try site.leaveOutDrafts(of: clients, press: press)
      }
      do throws(Diagnostic) {
        let destination = try Destination(folder, access: access)
        return try publish(site, at: destination, for: access, keep: request.keep)
      } catch {
        throw Problems([error])
      }
    } catch {
      throw RunRefused(diagnostics: error.diagnostics)
    }
  }

  /// Shows the generation before the one that is shown, once it is proved to be what was published.
  ///
  /// - Throws: `RunRefused` when readers still see what they saw before.
  public static func rollBack(at destination: String) throws(RunRefused) -> Publication {
    do throws(Diagnostic) {
      let folder = Folder(destination)
      guard folder.isReachable else { throw .nothingPublished(folder.shownAs) }
      return try rollBack(at: try Destination(folder, access: nil))
    } catch {
      throw RunRefused(diagnostics: [error])
    }
  }

  // MARK: -

  private static func publish(
    _ site: ReleasedSite, at destination: Destination, for access: FileAccess, keep: Int
  ) throws(Diagnostic) -> Publication {
    let all = try destination.all()
    let current = try destination.current()
    let next = Generation(
      number: max(all.last?.number ?? 0, current?.number ?? 0) + 1, files: site.files)
    // The same site twice would leave nothing else to go back to.
    if let current, current.content == next.content,
      try destination.isWhole(current), destination.files(of: current).isOpen(to: access)
    {
      return Publication(generation: current.name, isNew: false, warnings: site.warnings)
    }
    try destination.add(next, of: site, for: access)
    try destination.show(next)
    // What was given up by going back, or never shown, is no place to go back to.
    let given = all.filter { generation in current.map { generation > $0 } ?? false }
    let earlier = all.dropLast(given.count)
    var warnings = site.warnings
    for generation in earlier.dropLast(max(PublishRequest.fewestKept, keep) - 1) + given {
      do throws(Diagnostic) {
        try destination.remove(generation)
      } catch {
        // Readers have the new site; what stays takes room only.
        warnings.append(.generationStays(generation.name, cause: error))
      }
    }
    return Publication(generation: next.name, isNew: true, warnings: warnings)
  }

  private static func rollBack(at destination: Destination) throws(Diagnostic) -> Publication {
    let place = destination.folder.shownAs
    guard let current = try destination.current() else { throw .nothingPublished(place) }
    guard let previous = try destination.all().last(where: { $0 < current }) else {
      throw .noEarlierGeneration(than: current.name, at: place)
    }
    guard try destination.isWhole(previous) else {
      throw .changedGeneration(destination.files(of: previous).shownAs)
    }
    try destination.show(previous)
    return Publication(generation: previous.name, isNew: true, warnings: [])
  }

  /// What makes pages of the site, and of whom.
  private static func makers(
    of request: PublishRequest, _ data: Folder
  ) throws(Problems) -> ([SiteClient], SitePress) {
    let agency = try Agency.read(
      try readSettings(data), file: "\(data.shownAs)/agency.yaml", filesIn: data)
    let theme = try Theme(
      folders: try templateFolders(delivered: request.templates, own: request.ownTemplates),
      agency: agency)
    let clients = data.folder("clients")
    do throws(Diagnostic) {
      return (
        try SiteClient.all(try OutputFolder(request.output).clients(), deliveredIn: clients),
        try SitePress(
          theme: theme, agency: agency, names: RunPlan.names(in: clients, agency: agency))
      )
    } catch {
      throw Problems([error])
    }
  }

  /// Who may read, by the agency's settings and the accounts of this machine.
  private static func access(settingsIn data: Folder) throws(Problems) -> FileAccess {
    guard data.isReachable else { throw Problems([.noDataFolder(data.path)]) }
    let file = "\(data.shownAs)/agency.yaml"
    let settings = try Agency.read(try readSettings(data), file: file).publishing
    var access = FileAccess(mode: settings.mode)
    var problems: [Diagnostic] = []
    if let name = settings.owner {
      access.owner = FileAccess.owner(named: name)
      if access.owner == nil { problems.append(.unknownAccount(name, at: Place(file: file))) }
    }
    if let name = settings.group {
      access.group = FileAccess.group(named: name)
      if access.group == nil { problems.append(.unknownGroup(name, at: Place(file: file))) }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return access
  }

  /// Whether neither of two folders is or lies in the other.
  private static func areApart(_ a: String, _ b: String) -> Bool {
    let (a, b) = ("\(a)/", "\(b)/")
    return !a.hasPrefix(b) && !b.hasPrefix(a)
  }
}
