public import Diagnostics
import PeilLoading
import PeilModel
import PeilReport

/// Builds the reports of every client of one run, some clients at a time.
///
/// Clients share nothing but settings and compiled templates; the failure of one is its own.
public struct Batch: Sendable {
  private let plan: RunPlan

  /// - Throws: `RunRefused` when nothing can be done, with everything that is wrong.
  public init(_ request: RunRequest) throws(RunRefused) {
    do {
      plan = try RunPlan(request)
    } catch {
      throw RunRefused(diagnostics: error.diagnostics)
    }
  }

  init(_ plan: RunPlan) { self.plan = plan }

  /// How many clients the run is about.
  public var clientCount: Int { plan.slugs.count }

  /// - Parameter progress: Called once for each client as it is done, from any thread.
  /// - Returns: What came of each client, in the order of their slugs.
  public func run(progress: @escaping @Sendable (ClientOutcome) -> Void) async -> RunSummary {
    keepFreedMemory()
    let queue = WorkQueue(plan.slugs)
    let outcomes = await withTaskGroup(of: [ClientOutcome].self) { group in
      for _ in 0..<min(plan.jobs, max(1, plan.slugs.count)) {
        group.addTask { [plan] in
          var worker = Worker(plan: plan)
          var outcomes: [ClientOutcome] = []
          while let slug = await queue.next() {
            let outcome = worker.build(slug)
            progress(outcome)
            outcomes.append(outcome)
          }
          return outcomes
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let sorted = outcomes.sorted { $0.slug < $1.slug }
    var summary = RunSummary(outcomes: sorted)
    summary.remarks = plan.theme.remarks
    do throws(Diagnostic) {
      let (site, problems) = try Site(plan).build(after: plan.output.lastRun())
      summary.problems += problems
      try plan.output.finish(sorted.map { RunRecord.Client($0) }, site: site)
    } catch {
      summary.problems.append(error)
    }
    return summary
  }

  /// Brings the pages of the site up to date with the reports that stand, without an export.
  ///
  /// - Returns: How many pages stand, and what was found wrong with some.
  public func buildSite() -> (pages: Int, problems: [Diagnostic]) {
    do throws(Diagnostic) {
      let last = plan.output.lastRun()
      let (site, problems) = try Site(plan).build(after: last)
      try plan.output.finish(last?.clients ?? [], site: site)
      return (site.files.count, problems)
    } catch {
      return (0, [error])
    }
  }
}

/// Thrown when nothing could be done: settings or templates are wrong.
public struct RunRefused: Error {
  public let diagnostics: [Diagnostic]
}

/// Hands out clients one by one to whichever worker is free.
private actor WorkQueue {
  private var slugs: ArraySlice<Client.Slug>

  init(_ slugs: [Client.Slug]) { self.slugs = slugs[...] }

  func next() -> Client.Slug? { slugs.popFirst() }
}
