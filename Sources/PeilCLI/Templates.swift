import ArgumentParser
import Diagnostics
import JSON
import PeilPipeline

/// What a designer or copywriter asks about the templates.
struct Templates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the templates and translations before building with them.",
    subcommands: [Check.self], defaultSubcommand: Check.self)

  /// Compiles everything and lists what is wrong.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile every template and translation, and list all problems at once.",
      discussion: """
        Exit code 0 when nothing is wrong, 1 when something was found, 2 when there are no templates. A \
        file that nothing uses is a warning: a file of your own replaces the delivered one of the same \
        name.
        """)

    @OptionGroup var theme: TemplateOptions

    @Flag(help: "Print the findings as JSON.")
    var json = false

    func run() throws {
      let console = Console()
      let proof: TemplateProof
      do throws(Problems) {
        proof = try TemplateProof(delivered: theme.deliveredTemplates, own: theme.templates)
      } catch {
        console.tell(error.diagnostics)
        return try Outcome.refused.report()
      }
      if json {
        print(text(of: proof))
      } else {
        console.tell(proof.findings)
        let count = Set(proof.findings).count
        let found = count == 0 ? "clean" : count == 1 ? "1 finding" : "\(count) findings"
        print("\(proof.fileCount) files: \(found)")
      }
      try (proof.isClean ? Outcome.complete : .foundWrong).report()
    }

    private func text(of proof: TemplateProof) -> String {
      var json = JSONWriter()
      json.array { list in
        list.append(proof.findings)
      }
      return String(decoding: json.bytes, as: UTF8.self)
    }
  }
}
