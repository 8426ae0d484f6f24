import ArgumentParser
import PeilPipeline

/// Puts the output where a web server serves it.
struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put the output where a web server serves it, all at once or not at all.",
    discussion: """
      Copies what the last run released into a new folder below DEST/generations/, compares the copy with the \
      hashes of the run, and then points the link DEST/current at it. A web server serves DEST/current; \
      templates/site/nginx.conf is an example. Until the link moves, readers see what they saw before, also \
      when the disk fills up or the machine stops.

      Nothing is published from an output that holds a file which is changed, missing or unknown. Reports \
      that nobody has approved (see peil review) are left out, and the pages around them are made without \
      them. What was held back stays behind, and so do run.json and the report.json beside each report, \
      which are for Peil. Permissions are those of the agency's settings.

      Exit code 0 when DEST/current leads to the site, 2 when it leads where it led before.
      """)

  @Argument(help: ArgumentHelp("The folder for the web server.", valueName: "dest"))
  var destination: String

  @OptionGroup var folders: FolderOptions

  @Option(help: "What peil build wrote.")
  var output = "output"

  @Option(
    help: """
      How many generations stay: by default the one that is shown, the one before to go back to, and one \
      more for a mistake that is seen only after the next publishing.
      """)
  var keep = PublishRequest.standardKeep

  @Flag(help: "Publish reports that nobody has approved too; they carry a mark.")
  var drafts = false

  @Flag(help: "Show the generation before the one that is shown.")
  var rollback = false

  func validate() throws {
    if keep < PublishRequest.fewestKept {
      throw ValidationError(
        "--keep needs a number of at least \(PublishRequest.fewestKept): what is shown, and what to go back to"
      )
    }
  }

  func run() throws {
    let console = Console()
    do {
      let publication = try rollback ? Publisher.rollBack(at: destination) : publish()
      console.tell(publication.warnings)
      let remark = publication.isNew ? "" : " (as before)"
      print("\(destination)/current -> generations/\(publication.generation)\(remark)")
    } catch {
      console.tell(error.diagnostics)
      try Outcome.refused.report()
    }
  }

  private func publish() throws(RunRefused) -> Publication {
    var request = PublishRequest(
      destination: destination, templates: folders.theme.deliveredTemplates)
    request.data = folders.agency.folder
    request.ownTemplates = folders.theme.templates
    request.output = output
    request.keep = keep
    request.includesDrafts = drafts
    return try Publisher.publish(request)
  }
}
