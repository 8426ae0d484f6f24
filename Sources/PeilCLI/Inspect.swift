import ArgumentParser
import PeilPipeline

/// Tells what was recognised in a client's folder or in single files.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what exports hold: kind, records, dates, sums, and what is unclear.",
    discussion: """
      Nothing is built. Exit code 1 when a file was not recognised or could not be read.
      """)

  @Argument(
    help: ArgumentHelp("Clients by their folder's name, or files.", valueName: "client-or-file"))
  var subjects: [String]

  @OptionGroup var agency: AgencyFolderOption

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  func run() throws {
    let console = Console()
    let inspection = Inspection(of: subjects, data: agency.folder)
    console.tell(inspection.problems + inspection.files.flatMap(\.questions))
    print(json ? InspectionJSON.text(of: inspection) : InspectionTable.text(of: inspection))
    let isClean = inspection.problems.isEmpty && inspection.files.allSatisfy(\.isClear)
    try (isClean ? Outcome.complete : .foundWrong).report()
  }
}
