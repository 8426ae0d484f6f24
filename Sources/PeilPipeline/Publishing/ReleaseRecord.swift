import Calendars
import FoundationEssentials
import PeilAnalysis
import PeilModel
import PeilReport

/// What `report.json` says of the release it belongs to, as far as a run and the site need it.
struct ReleaseRecord: Decodable, Sendable {
  static let file = "report.json"

  let client: String
  let name: String
  let month: String
  let headline: String
  let inputs: String
  /// The digest of the delivered `report.json` that this release takes the place of.
  let restates: String?
  let pages: [Page]
  /// The pages as PDF; empty when none was asked for.
  let prints: [ReleasedFile]
  /// The sales copy with its record and as PDF; empty when none was asked for, or none was good.
  var proposal: [ReleasedFile] { proposalFiles ?? [] }
  /// `nil` in the records of a program that made none.
  private let proposalFiles: [ReleasedFile]?
  /// The ids of what its printing was warned of.
  let problems: [String]
  let verdicts: [Verdict]
  let mainResult: MainResult?
  /// The key results of the month.
  let results: [Result]
  /// Every file that the report was made from.
  let exports: [Export]
  let sources: [Source]

  private enum CodingKeys: String, CodingKey {
    case client, name, month, headline, inputs, restates, pages, prints, problems, verdicts
    case results, exports, sources
    case proposalFiles = "proposal"
    case mainResult = "main-result"
  }

  struct Page: Decodable, Sendable {
    /// Relative to the output folder.
    let path: String
    let language: String
    let bytes: Int
    let sha256: String
    /// The digest of what a reader sees, as a review states it.
    let read: String
    let isDraft: Bool

    private enum CodingKeys: String, CodingKey {
      case path, language, bytes, sha256, read
      case isDraft = "draft"
    }
  }

  struct Verdict: Decodable, Sendable {
    let belief: Int
    let verdict: String
    let headline: String
    /// `nil` where the belief could not be measured, and in the records of a program that told none.
    let measure: Measure?
  }

  struct Measure: Decodable, Sendable {
    let definition: String
    let value: Double
    /// Places in `exports` of what it was computed from; empty where that is not known.
    let exports: [Int]
  }

  struct MainResult: Decodable, Sendable {
    let result: String
    let values: [Double?]
  }

  struct Result: Decodable, Sendable {
    let result: String
    /// `nil` where it is unknown.
    let value: Double?
    /// Places in `exports` of what it was computed from.
    let exports: [Int]
  }

  struct Export: Decodable, Sendable {
    let sha256: String
    let asOf: String?

    private enum CodingKeys: String, CodingKey {
      case sha256
      case asOf = "as-of"
    }
  }

  struct Source: Decodable, Sendable {
    let kind: String
    let platform: String?
    let asOf: String

    private enum CodingKeys: String, CodingKey {
      case kind, platform
      case asOf = "as-of"
    }
  }

  /// Everything that was released with it, itself apart.
  var released: [ReleasedFile] {
    let isDraft = pages.contains(where: \.isDraft)
    return pages.map {
      ReleasedFile(path: $0.path, bytes: $0.bytes, sha256: $0.sha256, isDraft: $0.isDraft)
    }
      + prints.map {
        ReleasedFile(path: $0.path, bytes: $0.bytes, sha256: $0.sha256, isDraft: isDraft)
      } + proposal
  }

  /// Whether each page of the sales copy has its PDF beside it; without one, none is missing.
  var isProposalPrinted: Bool {
    proposal.count { $0.path.hasSuffix(".html") } == proposal.count { $0.path.hasSuffix(".pdf") }
  }

  /// The pages of the sales copy, in the languages of the report.
  var proposalPages: [(file: ReleasedFile, language: String)] {
    zip(proposal.filter { $0.path.hasSuffix(".html") }, pages).map { ($0, $1.language) }
  }

  /// Reads the beginning of a `report.json`: its format and its first member, the release. The figures
  /// behind it, most of the file, are not looked at.
  ///
  /// - Returns: `nil` for what is no such record, or one of a later program: it is then built again.
  init?(_ bytes: [UInt8]) {
    guard let end = endOfFirstObject(in: bytes),
      let envelope = try? JSONDecoder().decode(
        Envelope.self, from: Data(bytes[..<end] + [UInt8(ascii: "}")])),
      envelope.format == 1
    else { return nil }
    self = envelope.release
  }

  private struct Envelope: Decodable {
    let format: Int
    let release: ReleaseRecord
  }
}

/// Behind the first object that is a member of the outermost one.
private func endOfFirstObject(in bytes: [UInt8]) -> Int? {
  var depth = 0
  var isInText = false
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "\\") where isInText: index += 1
    case UInt8(ascii: "\""): isInText.toggle()
    case UInt8(ascii: "{") where !isInText: depth += 1
    case UInt8(ascii: "}") where !isInText:
      depth -= 1
      if depth == 1 { return index + 1 }
    default: break
    }
    index += 1
  }
  return nil
}

extension SiteMonth {
  /// Returns `nil` when the record names what this program does not know.
  init?(_ record: ReleaseRecord) {
    guard let month = Month(record.month), let own = record.pages.first else { return nil }
    self.init(
      month: month, language: LanguageCode(own.language), headline: record.headline,
      verdicts: record.verdicts.compactMap { verdict in
        guard let belief = Belief(rawValue: verdict.belief),
          let kind = PeilAnalysis.Verdict.Kind(rawValue: verdict.verdict)
        else { return nil }
        return SiteMonth.Verdict(belief: belief, kind: kind, headline: verdict.headline)
      },
      reports: record.pages.map { page in
        SiteMonth.Report(
          fileName: page.path.split(separator: "/").last.map(String.init) ?? page.path,
          language: LanguageCode(page.language), isDraft: page.isDraft)
      },
      mainResult: record.mainResult.flatMap { main in
        KeyResult(rawValue: main.result).map {
          SiteMonth.MainResult(result: $0, values: main.values)
        }
      },
      sources: record.sources.compactMap { source in
        guard let kind = SourceFile.Kind(rawValue: source.kind),
          let asOf = Day(iso8601: source.asOf)
        else { return nil }
        return SiteMonth.Source(
          kind: kind, platform: source.platform.flatMap { Platform(rawValue: $0) }, asOf: asOf)
      })
  }
}
