import ArgumentParser
import PeilPipeline

/// Builds the reports of all clients.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build, check and release the reports of a month.",
    discussion: """
      Reads the agency's folder, builds one report per client and releases those that pass their check. A \
      page that fails is kept in the output's `held-back/` with its findings; the last good one stays.
      """)

  @OptionGroup var folders: FolderOptions

  @Option(help: "Where the reports go.")
  var output = "output"

  @Option(
    help: """
      The month to report, as in 2026-10. Without it: for each client the newest month that all its \
      platforms cover completely.
      """)
  var month: String?

  @Option(name: .customLong("client"), help: "Only this client; may be given several times.")
  var clients: [String] = []

  @Option(help: "Languages of the reports, as in nl,en. Without it: each client's own.")
  var language: String?

  @Option(
    help: """
      What to make: report, or report,proposal for an anonymised copy beside each report, to attach to a \
      proposal. Without it: the report, which is made in any case.
      """)
  var edition: String?

  @Option(help: "How many clients to build at a time. Without it: one for each processor.")
  var jobs: Int?

  @Flag(
    help: """
      Print each report beside its page as report.pdf, with an installed Chromium; seconds a page.
      """)
  var pdf = false

  @Flag(help: "Build again what has not changed.")
  var force = false

  @Flag(help: "Build months again that were delivered; what was delivered is kept.")
  var restate = false

  @Flag(help: "Print the outcome as JSON instead of a table.")
  var json = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number of at least 1") }
  }

  func run() async throws {
    let console = Console()
    var request = folders.request(output: output)
    request.month = month
    request.clients = clients
    request.languages = language?.split(separator: ",").map(String.init) ?? []
    request.editions = edition?.split(separator: ",").map(String.init) ?? []
    request.jobs = jobs ?? ProgramFiles.processors
    request.pdf = pdf
    request.printer = ProgramFiles.printer
    request.force = force
    request.restate = restate

    let batch: Batch
    do {
      batch = try Batch(request)
    } catch {
      console.tell(error.diagnostics)
      return try Outcome.refused.report()
    }
    let progress = ProgressLine(total: batch.clientCount, console: console)
    let summary = await batch.run { outcome in progress.advance(outcome.slug) }
    progress.finish()
    console.tell(summary.remarks)
    for outcome in summary.outcomes { console.tell(outcome.diagnostics) }
    console.tell(summary.problems)
    print(json ? SummaryJSON.text(of: summary) : SummaryTable.text(of: summary))
    try (summary.isComplete ? Outcome.complete : .foundWrong).report()
  }
}
