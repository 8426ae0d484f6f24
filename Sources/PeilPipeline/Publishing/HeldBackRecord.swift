import Calendars
import Diagnostics
import FoundationEssentials
import JSON
import PeilAnalysis
import PeilModel
import PeilReport

/// `findings.json` beside a page that was held back: what the overview says of it.
struct HeldBackRecord: Decodable, Sendable {
  static let file = "findings.json"

  let name: String
  let month: String
  let findings: [Finding]

  struct Finding: Decodable, Sendable {
    let id: String
    let message: String
  }

  /// Only errors: warnings hold nothing back.
  init(_ edition: Edition, of slug: Client.Slug, month: Month) {
    name = edition.findings.client.name
    self.month = month.description
    findings = edition.diagnostics.filter { $0.severity == .error }
      .map { Finding(id: $0.id, message: $0.message) }
  }

  init?(_ bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(HeldBackRecord.self, from: Data(bytes)) else {
      return nil
    }
    self = record
  }

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { record in
      record["name"] = JSONScalar(name)
      record["month"] = JSONScalar(month)
      record.array("findings") { list in
        for finding in findings {
          list.object {
            $0["id"] = JSONScalar(finding.id)
            $0["message"] = JSONScalar(finding.message)
          }
        }
      }
    }
    return json.finish()
  }
}

extension HeldBackMonth {
  init?(_ record: HeldBackRecord) {
    guard let month = Month(record.month) else { return nil }
    self.init(
      month: month, findings: record.findings.count,
      first: record.findings.first.map(\.message) ?? "")
  }
}
