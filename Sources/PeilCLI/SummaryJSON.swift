import Diagnostics
import JSON
import PeilPipeline

/// The outcome of a run for a program to read.
enum SummaryJSON {
  static func text(of summary: RunSummary) -> String {
    var json = JSONWriter()
    json.object { run in
      run["complete"] = .bool(summary.isComplete)
      run.array("clients") { clients in
        for outcome in summary.outcomes {
          clients.object { client in
            client["client"] = JSONScalar(outcome.slug)
            client["name"] = JSONScalar(outcome.name)
            client["month"] = JSONScalar(outcome.month)
            client["state"] = JSONScalar(outcome.state.rawValue)
            client["seconds"] = .number(outcome.seconds)
            client.object("verdicts") { verdicts in
              for (code, count) in outcome.verdicts { verdicts[code] = .integer(count) }
            }
            client.list("pages", outcome.pages.map { JSONScalar($0.path) })
            client.array("problems") { $0.append(outcome.diagnostics) }
          }
        }
      }
      run.array("problems") { $0.append(summary.problems) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension JSONArray {
  /// The fields that every `--json` of the program has for a problem.
  mutating func append(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      object {
        $0["rule"] = JSONScalar(diagnostic.id)
        $0["severity"] = JSONScalar(diagnostic.severity.rawValue)
        $0["file"] = JSONScalar(diagnostic.place?.file)
        $0["line"] = JSONScalar(diagnostic.place?.line)
        $0["column"] = JSONScalar(diagnostic.place?.column)
        $0["message"] = JSONScalar(diagnostic.message)
        $0["help"] = JSONScalar(diagnostic.help)
      }
    }
  }
}
