import ArgumentParser
import JSON
import PeilPipeline

/// Checks pages that are already there.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check HTML pages by the rules that a report must pass.",
    discussion: """
      Exit code 0 when nothing is wrong, 1 when something was found. A page on its own is not compared \
      with a ledger or with the names of other clients; the build does that before it releases one.
      """)

  @Argument(help: ArgumentHelp("Pages, or folders of pages.", valueName: "file-or-folder"))
  var paths: [String]

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws {
    let console = Console()
    let proof = PageProof(of: paths)
    console.tell(proof.problems)
    if json {
      print(text(of: proof))
    } else {
      console.tell(proof.pages.flatMap(\.findings))
      for page in proof.pages {
        let count = page.findings.count
        print("\(page.file): \(count == 0 ? "clean" : "\(count) findings")")
      }
      if let unchecked = proof.pages.first?.unchecked, !unchecked.isEmpty {
        print("not checked on their own: \(unchecked.joined(separator: ", "))")
      }
    }
    try (proof.isClean ? Outcome.complete : .foundWrong).report()
  }

  private func text(of proof: PageProof) -> String {
    var json = JSONWriter()
    json.array { list in
      list.append(proof.problems + proof.pages.flatMap(\.findings))
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
