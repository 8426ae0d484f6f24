import Calendars
public import Diagnostics
import FileSystem
import PeilModel

/// Marks the reports of a month as delivered: they are kept as they stand, and no later build changes them.
public struct Freezing {
  private let plan: RunPlan
  private let month: Month
  private let withDrafts: Bool

  /// - Parameters:
  ///   - request: Names the month, and clients; without them it is all of which a report of it stands.
  ///   - withDrafts: Keeps reports that nobody has approved too.
  /// - Throws: `RunRefused` when settings, month or clients are wrong.
  public init(_ request: RunRequest, withDrafts: Bool) throws(RunRefused) {
    do throws(Problems) {
      plan = try RunPlan(request)
      guard let month = plan.month else { throw Problems([.notAMonth(request.month ?? "")]) }
      self.month = month
      self.withDrafts = withDrafts
    } catch {
      throw RunRefused(diagnostics: error.diagnostics)
    }
  }

  /// What came of one client.
  public struct Outcome: Sendable {
    public let client: String
    /// `nil` when nothing was kept.
    public let state: State?
    /// Which delivery of the month this is; 1 is the first.
    public let version: Int?
    public let problems: [Diagnostic]

    public enum State: String, Sendable {
      case frozen
      /// Just this was delivered before.
      case alreadyFrozen = "frozen before"
    }
  }

  /// Keeps the reports, and says on the site that they were delivered.
  ///
  /// - Returns: What came of each client, in the order of their slugs, and what was found wrong with the site.
  public func run() -> (outcomes: [Outcome], problems: [Diagnostic]) {
    let outcomes = plan.slugs.map { slug in
      do throws(Diagnostic) {
        return try freeze(slug)
      } catch {
        return Outcome(client: slug.text, state: nil, version: nil, problems: [error])
      }
    }
    let isChanged = outcomes.contains { $0.state == .frozen }
    return (outcomes, isChanged ? Batch(plan).buildSite().problems : [])
  }

  private func freeze(_ slug: Client.Slug) throws(Diagnostic) -> Outcome {
    let folder = DeliveredFolder(of: plan.data.folder("clients").folder(slug.text))
    let delivered = try folder.months()
    guard !delivered.damaged.contains(month) else {
      return Outcome(client: slug.text, state: nil, version: nil, problems: delivered.problems)
    }
    let place = "\(plan.output.shownAs)/\(slug.text)/\(month)"
    guard let release = plan.output.wholeRelease(of: slug, month: month) else {
      throw .nothingToFreeze(in: place)
    }
    let earlier = delivered[month]
    if let earlier, earlier.digest == release.digest {
      return Outcome(
        client: slug.text, state: .alreadyFrozen, version: earlier.version,
        problems: delivered.problems)
    }
    if let earlier, release.record.restates != earlier.digest {
      throw .otherThanDelivered(place, month)
    }
    guard withDrafts || !release.record.pages.contains(where: \.isDraft) else {
      throw .draftToFreeze(place, client: slug, month: month)
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for file in release.record.released {
      files.append((file.name, try plan.output.contents(of: file)))
    }
    try folder.keep(month, after: earlier, recordBytes: release.bytes, files: files)
    return Outcome(
      client: slug.text, state: .frozen, version: (earlier?.version ?? 0) + 1,
      problems: delivered.problems)
  }
}
