import ArgumentParser
import PeilPipeline

/// Approves a month's report.
struct Review: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Approve a month's report, so that it is a draft no more.",
    discussion: """
      Approves exactly what stands in the output: its figures, words and notes. The approval goes into the \
      client's folder (reviews/); when one of them changes, the report is a draft again. The report is built \
      again at once, without the mark.
      """)

  @Argument(help: "The client, by its folder's name.")
  var client: String

  @Option(help: "The month, as in 2026-10.")
  var month: String

  @Option(help: "Who has read the report.")
  var by: String

  @OptionGroup var folders: FolderOptions

  @Option(help: "Where the reports stand.")
  var output = "output"

  func validate() throws {
    if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by needs a name") }
  }

  func run() async throws {
    let console = Console()
    var request = folders.request(output: output)
    request.clients = [client]
    request.month = month
    let summary: RunSummary
    do {
      summary = try await Approval(request, by: by).run()
    } catch {
      console.tell(error.diagnostics)
      return try Outcome.refused.report()
    }
    for outcome in summary.outcomes { console.tell(outcome.diagnostics) }
    console.tell(summary.problems)
    print(SummaryTable.text(of: summary))
    try (summary.isComplete ? Outcome.complete : .foundWrong).report()
  }
}
