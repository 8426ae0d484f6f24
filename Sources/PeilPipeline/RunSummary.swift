public import Diagnostics
import PeilAnalysis
import PeilModel

/// What came of one client in a run.
public struct ClientOutcome: Sendable {
  public enum State: String, Sendable {
    /// Checked, and in the output.
    case released
    /// The output holds what would be built again.
    case unchanged
    /// The month was delivered, and stands as it was.
    case delivered
    /// Built and found wrong: kept apart, and the last good one stands.
    case heldBack = "held-back"
    /// Its settings or exports cannot be read, so nothing was built.
    case failed
  }

  public let slug: String
  public internal(set) var name: String?
  /// As in `2026-10`; `nil` when it did not come to that.
  public internal(set) var month: String?
  public internal(set) var state: State
  /// How many beliefs got each verdict, by the verdict's code, in a fixed order.
  public internal(set) var verdicts: [(code: String, count: Int)] = []
  /// The report's headline in the client's language.
  public internal(set) var headline: String?
  public internal(set) var pages: [Page] = []
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The ids of what was told when the pages that stand were printed.
  var standingProblems: [String] = []
  /// Of processor time, on the worker that built it.
  public internal(set) var seconds: Double = 0

  /// A page in the output.
  public struct Page: Hashable, Sendable {
    /// Relative to the output folder.
    public let path: String
    public let language: String
    public let bytes: Int
    /// In lower-case hexadecimal.
    public let sha256: String

    init(_ file: ReleasedFile, _ language: LanguageCode) {
      (path, bytes, sha256) = (file.path, file.bytes, file.sha256)
      self.language = language.text
    }

    init(_ page: ReleaseRecord.Page) {
      (path, language, bytes, sha256) = (page.path, page.language, page.bytes, page.sha256)
    }
  }

  init(slug: String) {
    self.slug = slug
    self.state = .failed
  }

  fileprivate var isComplete: Bool {
    [.released, .unchanged, .delivered].contains(state)
      && !diagnostics.contains { $0.severity == .error }
  }

  /// Takes over what stands already and would be built again just so.
  mutating func adopt(_ record: ReleaseRecord, as state: State) {
    self.state = state
    headline = record.headline
    standingProblems = record.problems
    pages =
      record.pages.map { Page($0) }
      + record.proposalPages.map { Page($0.file, LanguageCode($0.language)) }
    verdicts = Verdict.Kind.allCases.map { kind in
      (kind.rawValue, record.verdicts.count { $0.verdict == kind.rawValue })
    }
  }
}

/// What came of a run.
public struct RunSummary: Sendable {
  /// In the order of their slugs.
  public let outcomes: [ClientOutcome]
  /// What someone should look at and what holds nothing back: changed colours, a cleaned logo.
  public internal(set) var remarks: [Diagnostic] = []
  /// What went wrong with the run as a whole, after its clients were done.
  public internal(set) var problems: [Diagnostic] = []

  /// Whether every client's report is in the output and good, with all that was asked for beside it.
  public var isComplete: Bool {
    problems.isEmpty && outcomes.allSatisfy(\.isComplete)
  }
}
