import ArgumentParser
import Diagnostics
import JSON
import PeilPipeline

/// Checks pages that are already there.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check HTML pages by the rules that a report must pass.",
    discussion: """
      Exit code 0 when nothing is wrong, 1 when something was found. A page that lies beside its \
      report.json is compared with the figures, texts, links and charts that stand there, and with the \
      names of the agency's other clients where --data has them. A page of the site is compared with the \
      releases in its output that it leads to. What could not be compared is said. \
      Where one template alone can have written a tag, the finding names it.
      """)

  @Argument(help: ArgumentHelp("Pages, or folders of pages.", valueName: "file-or-folder"))
  var paths: [String]

  @OptionGroup var agency: AgencyFolderOption

  @OptionGroup var theme: TemplateOptions

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws {
    let console = Console()
    let proof = PageProof(
      of: paths, data: agency.folder, templates: theme.deliveredTemplates, own: theme.templates)
    console.tell(proof.problems)
    if json {
      print(text(of: proof))
    } else {
      console.tell(proof.pages.flatMap(\.findings))
      for page in proof.pages { print(summary(of: page)) }
    }
    try (proof.isClean ? Outcome.complete : .foundWrong).report()
  }

  private func summary(of page: PageProof.Page) -> String {
    let count = page.findings.count + page.uncounted
    let found = count == 0 ? "clean" : count == 1 ? "1 finding" : "\(count) findings"
    guard !page.unchecked.isEmpty else { return "\(page.file): \(found)" }
    return
      "\(page.file): \(found); nothing to compare with: \(page.unchecked.joined(separator: ", "))"
  }

  /// One object a finding: the names of its members are a contract with whoever reads them.
  private func text(of proof: PageProof) -> String {
    var json = JSONWriter()
    json.array { list in
      for finding in proof.problems + proof.pages.flatMap(\.findings) {
        list.object { object in
          let prefix = "check."
          let rule =
            finding.id.hasPrefix(prefix) ? String(finding.id.dropFirst(prefix.count)) : finding.id
          object["rule"] = JSONScalar(rule)
          object["severity"] = JSONScalar(finding.severity.rawValue)
          object["file"] = JSONScalar(finding.place?.file)
          object["line"] = finding.place?.line.map { .integer($0) } ?? .null
          object["column"] = finding.place?.column.map { .integer($0) } ?? .null
          object["message"] = JSONScalar(finding.message)
          object["path"] = JSONScalar(finding.notes.first?.message)
          let origin = finding.notes.compactMap(\.place).first
          object["template"] = JSONScalar(origin?.file)
          object["template-line"] = origin?.line.map { .integer($0) } ?? .null
          object["help"] = JSONScalar(finding.help)
        }
      }
    }
    return String(decoding: json.finish(), as: UTF8.self)
  }
}
