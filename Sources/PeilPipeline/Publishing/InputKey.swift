import Calendars
import Crypto
import PeilLoading
import PeilModel
import PeilReport

/// Stands for everything that a report is made from; another key means that it must be built again.
struct InputKey: Equatable, Sendable {
  let text: String

  /// - Parameter delivered: What the report is held against, oldest month first.
  init(
    plan: RunPlan, input: ClientInput, month: Month, languages: [LanguageCode], review: Review?,
    delivered: [Delivery]
  ) {
    var hash = SHA256()
    var parts = [
      plan.programDigest, plan.theme.digest, sha256(plan.agencyBytes), sha256(plan.labelBytes),
      month.description,
    ]
    let brand = plan.agency.brand
    parts += [brand.logo, brand.darkLogo, brand.font].compactMap { $0 }.map { sha256($0.bytes) }
    parts += languages.map(\.text)
    parts += input.digests
    parts += languages.map { review?.digests[$0] ?? "" }
    parts += delivered.flatMap { [$0.month.description, $0.digest] }
    for part in parts {
      hash.update(data: Array(part.utf8))
      hash.update(data: [0])
    }
    text = hash.finalize().hexadecimal
  }
}
