import Calendars
import Diagnostics
import FileSystem
import PeilLoading
import PeilModel
import PeilReport

/// Approves a month's report of one client, for exactly what stands in the output.
///
/// The approval goes into the client's folder with the digest of what was read: when a figure, a note or a word
/// changes, the report is a draft again.
public struct Approval {
  private let plan: RunPlan
  private let client: Client.Slug
  private let review: Review

  /// - Parameters:
  ///   - request: Names one client and one month.
  ///   - name: Who has read the report.
  /// - Throws: `RunRefused` when nothing stands that could be approved.
  public init(_ request: RunRequest, by name: String) throws(RunRefused) {
    do throws(Problems) {
      var plan = try RunPlan(request)
      guard let client = plan.slugs.first, let month = plan.month else {
        throw Problems([.nothingToReview(in: request.output)])
      }
      guard let release = plan.output.release(of: client, month: month) else {
        throw Problems([.nothingToReview(in: "\(request.output)/\(client.text)/\(month)")])
      }
      // What was delivered is approved no more; what restates it is.
      let delivered = try Self.delivery(of: client, month, in: plan.data)
      guard delivered == nil || release.restates == delivered?.digest else {
        throw Problems([.deliveredBefore(month, client: client)])
      }
      plan.restates = delivered != nil
      plan.languages = release.pages.map { LanguageCode($0.language) }
      // What stands beside the report is made again with it.
      if !release.proposal.isEmpty {
        plan.vocabulary = Vocabulary(of: plan.theme, agency: plan.agency)
      }
      self.plan = plan
      self.client = client
      review = Review(
        month: month, by: name,
        digests: Dictionary(
          release.pages.map { (LanguageCode($0.language), $0.read) }, uniquingKeysWith: { $1 }))
    } catch {
      throw RunRefused(diagnostics: error.diagnostics)
    }
  }

  private static func delivery(
    of client: Client.Slug, _ month: Month, in data: Folder
  ) throws(Problems) -> Delivery? {
    do throws(Diagnostic) {
      return try DeliveredFolder(of: data.folder("clients").folder(client.text)).months()[month]
    } catch {
      throw Problems([error])
    }
  }

  /// Writes the approval and builds the report again, without the mark of a draft.
  ///
  /// - Returns: What came of the build, in the languages that were read.
  public func run() async throws(RunRefused) -> RunSummary {
    do throws(Diagnostic) {
      try ReviewFile.write(review, in: plan.data.folder("clients").folder(client.text))
    } catch {
      throw RunRefused(diagnostics: [error])
    }
    return await Batch(plan).run { _ in }
  }
}
