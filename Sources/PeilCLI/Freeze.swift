import ArgumentParser
import Diagnostics
import PeilPipeline

/// Marks a month's reports as delivered.
struct Freeze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mark a month's reports as delivered, so that no later build changes them.",
    discussion: """
      Keeps pages and report.json as they stand, with their SHA-256, in the client's folder (delivered/). \
      `peil build` puts them back where the output lost them, and builds the month again only with \
      `--restate`; freezing that keeps both versions. The next report tells which figures of a delivered \
      month come out otherwise now.
      """)

  @Option(help: "The month, as in 2026-10.")
  var month: String

  @Option(name: .customLong("client"), help: "Only this client; may be given several times.")
  var clients: [String] = []

  @Flag(help: "Also reports that nobody has approved.")
  var drafts = false

  @OptionGroup var folders: FolderOptions

  @Option(help: "Where the reports stand.")
  var output = "output"

  func run() throws {
    let console = Console()
    var request = folders.request(output: output)
    request.month = month
    request.clients = clients
    let result: (outcomes: [Freezing.Outcome], problems: [Diagnostic])
    do {
      result = try Freezing(request, withDrafts: drafts).run()
    } catch {
      console.tell(error.diagnostics)
      return try Outcome.refused.report()
    }
    var table = TextTable(["client", "month", "state", "version"], numeric: [3])
    for outcome in result.outcomes {
      console.tell(outcome.problems)
      table.add([
        outcome.client, month, outcome.state?.rawValue ?? "–",
        outcome.version.map(String.init) ?? "–",
      ])
    }
    print(table.lines.joined(separator: "\n"))
    console.tell(result.problems)
    let isComplete =
      result.problems.isEmpty
      && result.outcomes.allSatisfy { $0.state != nil && $0.problems.isEmpty }
    try (isComplete ? Outcome.complete : .foundWrong).report()
  }
}
