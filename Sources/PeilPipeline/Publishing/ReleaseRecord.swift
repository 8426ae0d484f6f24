import FoundationEssentials

/// What `report.json` says of the release it belongs to, as far as a run and the overview need it.
struct ReleaseRecord: Decodable, Sendable {
  let client: String
  let name: String
  let month: String
  let headline: String
  let inputs: String
  let pages: [Page]
  let verdicts: [Verdict]

  struct Page: Decodable, Sendable {
    /// Relative to the output folder.
    let path: String
    let language: String
    let bytes: Int
    let sha256: String
  }

  struct Verdict: Decodable, Sendable {
    let belief: Int
    let verdict: String
  }

  /// Returns `nil` for what is no such record, or one of a later program: it is then built again.
  init?(_ bytes: [UInt8]) {
    guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(bytes)),
      envelope.format == 1
    else { return nil }
    self = envelope.release
  }

  private struct Envelope: Decodable {
    let format: Int
    let release: ReleaseRecord
  }
}
