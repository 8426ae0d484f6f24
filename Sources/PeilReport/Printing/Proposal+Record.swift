import JSON
import PeilAnalysis
import PeilModel

extension Proposal {
  /// `proposal.json`: the ledger of the sales copy and what its pages were held against, so that they can be
  /// checked again. It tells no more than the pages do and may go with them.
  package var record: [UInt8] {
    var json = JSONWriter()
    json.object { record in
      record["format"] = 1
      record.array("figures") { list in
        for figure in findings.ledger.figures {
          list.object { $0.describe(figure, called: names.name(of: figure.key), texts: texts) }
        }
      }
      record.array("page-texts") { list in
        for page in pages { list.object { $0.describe(page) } }
      }
    }
    return json.finish()
  }

  /// The name of the file.
  package static let recordName = "proposal.json"
}
