import Diagnostics
import FoundationEssentials
import JSON

/// `run.json`: what came of the last run, client by client, and every released file with its hash.
///
/// Holds no times, so that the same input gives the same bytes.
struct RunRecord: Decodable, Equatable, Sendable {
  var clients: [Client]
  /// Every released file, each once; a path stays in the output.
  var files: [ReleasedFile]
  /// What the site's pages about a client were made from: another key means that they must be made again.
  var siteKeys: [SiteKey]

  private enum CodingKeys: String, CodingKey {
    case clients, files
    case siteKeys = "site"
  }

  struct Client: Decodable, Equatable, Sendable {
    var client: String
    /// As in `2026-10`; `nil` when it did not come to that.
    var month: String?
    var state: String
    var pages: [Page]
    /// The ids of its diagnostics.
    var problems: [String]
  }

  struct Page: Decodable, Equatable, Sendable {
    /// Relative to the output folder.
    var path: String
    var language: String
    var bytes: Int
    var sha256: String
  }

  struct SiteKey: Decodable, Equatable, Sendable {
    var client: String
    var key: String
  }

  init(clients: [Client], files: [ReleasedFile], siteKeys: [SiteKey]) {
    self.clients = clients
    self.files = files
    self.siteKeys = siteKeys
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    clients = try fields.decode([Client].self, forKey: .clients)
    files = try fields.decode([ReleasedFile].self, forKey: .files)
    // Without them every page is made again, and nothing else is lost.
    siteKeys = try fields.decodeIfPresent([SiteKey].self, forKey: .siteKeys) ?? []
  }

  /// Returns `nil` for what is no such record, or one of another version.
  init?(_ bytes: [UInt8]) {
    guard let versioned = try? JSONDecoder().decode(Versioned.self, from: Data(bytes)),
      versioned.format == Self.format,
      let record = try? JSONDecoder().decode(RunRecord.self, from: Data(bytes)),
      record.files.allSatisfy(\.isInside),
      Set(record.files.map(\.path)).count == record.files.count
    else { return nil }
    self = record
  }

  private static let format = 1

  private struct Versioned: Decodable {
    let format: Int
  }

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { run in
      run["format"] = .integer(Self.format)
      run.array("clients") { list in
        for client in clients { list.object { client.write(to: &$0) } }
      }
      run.array("files") { list in
        for file in files {
          list.object {
            $0["path"] = JSONScalar(file.path)
            $0["bytes"] = .integer(file.bytes)
            $0["sha256"] = JSONScalar(file.sha256)
            if file.isDraft { $0["draft"] = .bool(true) }
          }
        }
      }
      run.array("site") { list in
        for key in siteKeys {
          list.object {
            $0["client"] = JSONScalar(key.client)
            $0["key"] = JSONScalar(key.key)
          }
        }
      }
    }
    return json.finish()
  }
}

extension RunRecord.Client {
  init(_ outcome: ClientOutcome) {
    client = outcome.slug
    month = outcome.month
    // Whether the page was built or stood already does not change what stands there.
    state = (outcome.state == .unchanged ? .released : outcome.state).rawValue
    pages = outcome.pages.map {
      RunRecord.Page(
        path: $0.path, language: $0.language, bytes: $0.bytes, sha256: $0.sha256)
    }
    problems = outcome.diagnostics.map(\.id) + outcome.standingProblems
  }

  fileprivate func write(to json: inout JSONObject) {
    json["client"] = JSONScalar(client)
    json["month"] = JSONScalar(month)
    json["state"] = JSONScalar(state)
    json.array("pages") { list in
      for page in pages {
        list.object {
          $0["path"] = JSONScalar(page.path)
          $0["language"] = JSONScalar(page.language)
          $0["bytes"] = .integer(page.bytes)
          $0["sha256"] = JSONScalar(page.sha256)
        }
      }
    }
    json.list("problems", problems.map { JSONScalar($0) })
  }
}
