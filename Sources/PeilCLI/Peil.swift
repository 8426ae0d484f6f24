import ArgumentParser

@main
struct Peil: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peil",
    abstract: "Builds monthly social media reports and proves them before they are released.",
    discussion: """
      Reads what the platforms exported about each client, tests nine common beliefs about social \
      media on the client's own figures, and writes one checked HTML page per client and month.

      Results go to standard output, progress and problems to standard error.

      Exit codes: 0 all released or clean; 1 something was held back or found wrong; 2 nothing could \
      be done, because settings or templates are wrong; 64 wrong usage.
      """,
    version: Peil.release,
    subcommands: [
      Build.self, Check.self, Explain.self, Freeze.self, Inspect.self, New.self, Publish.self,
      Render.self, Review.self, Site.self, Templates.self,
    ])

  /// The version of the program, by semantic versioning.
  static let release = "0.1.0"
}

/// What the program tells the shell, decided here and nowhere else.
enum Outcome {
  case complete
  /// The run finished, and something was held back or found wrong.
  case foundWrong
  /// Nothing could be done.
  case refused

  /// Ends the command; a success ends it by returning.
  func report() throws {
    switch self {
    case .complete: return
    case .foundWrong: throw ExitCode(1)
    case .refused: throw ExitCode(2)
    }
  }
}
