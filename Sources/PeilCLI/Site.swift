import ArgumentParser
import PeilPipeline

/// Builds the pages of the site alone.
struct Site: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the overview, the archives and the feed from the reports that stand.",
    discussion: """
      Reads each month's report.json and no export. `peil build` does the same at its end.
      """)

  @OptionGroup var folders: FolderOptions

  @Option(help: "Where the reports stand.")
  var output = "output"

  func run() throws {
    let console = Console()
    let batch: Batch
    do {
      batch = try Batch(folders.request(output: output))
    } catch {
      console.tell(error.diagnostics)
      return try Outcome.refused.report()
    }
    let (pages, problems) = batch.buildSite()
    console.tell(problems)
    print("\(pages) pages stand in \(output)")
    try (problems.isEmpty ? Outcome.complete : .foundWrong).report()
  }
}
