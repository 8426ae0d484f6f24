import ArgumentParser
import Diagnostics
import PeilPipeline

/// Says what a name of a message or report means.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a metric, belief, gate, verdict, method or rule of the check.",
    discussion: "Without a name: all names that can be asked for.")

  @Argument(help: "As a report, report.json or a finding names it: paid-share, m2, number.wrong.")
  var name: String?

  @Option(help: "The language of the answer, as in nl.")
  var language = "en"

  @OptionGroup var theme: TemplateOptions

  func run() throws {
    guard let name else {
      print(ExplanationRequest.names.joined(separator: "\n"))
      return
    }
    var request = ExplanationRequest(
      templates: theme.deliveredTemplates, ownTemplates: theme.templates)
    request.language = language
    do throws(Problems) {
      // Findings show rules as `check.number.wrong`.
      let prefix = "check."
      print(
        try request.answer(
          about: name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name))
    } catch {
      Console().tell(error.diagnostics)
      try Outcome.refused.report()
    }
  }
}
