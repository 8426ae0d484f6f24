import ArgumentParser
import PeilPipeline

/// Makes folders to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a folder to start from, with explained settings and what to record.",
    discussion: """
      Nothing that is there already is changed. The files come from new/ in the templates: an agency that \
      wants others puts them there in a folder of its own and names it with --templates.
      """,
    subcommands: [NewAgency.self, NewClient.self])

  /// Prints where the folder stands.
  static func make(_ folder: () throws(RunRefused) -> NewFolder) throws {
    do throws(RunRefused) {
      print(try folder().path)
    } catch {
      Console().tell(error.diagnostics)
      try Outcome.refused.report()
    }
  }
}

struct NewAgency: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agency", abstract: "Make an agency's folder with its settings.")

  @Argument(help: "Where; nothing is there yet, or an empty folder.")
  var folder: String

  @Option(help: "The agency's name. Default: made from the folder's.")
  var name: String?

  @OptionGroup var theme: TemplateOptions

  func run() throws {
    try New.make { () throws(RunRefused) in
      try NewFolder(
        agencyAt: folder, name: name, templates: theme.deliveredTemplates,
        ownTemplates: theme.templates)
    }
  }
}

struct NewClient: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "Make a client's folder: settings, examples of tables, what to agree and to record.")

  @Argument(
    help: "The folder's name: small letters, digits and hyphens, for it stands in addresses.")
  var slug: String

  @Option(help: "The client's name. Default: made from the folder's.")
  var name: String?

  @OptionGroup var agency: AgencyFolderOption

  @OptionGroup var theme: TemplateOptions

  func run() throws {
    try New.make { () throws(RunRefused) in
      try NewFolder(
        client: slug, name: name, data: agency.folder, templates: theme.deliveredTemplates,
        ownTemplates: theme.templates)
    }
  }
}
