import Calendars
import Crypto
import PeilLoading
import PeilModel
import PeilReport

/// Stands for everything that a report is made from; another key means that it must be built again.
struct InputKey: Equatable, Sendable {
  let text: String

  init(
    plan: RunPlan, input: ClientInput, month: Month, languages: [LanguageCode], review: Review?
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
    for part in parts {
      hash.update(data: Array(part.utf8))
      hash.update(data: [0])
    }
    text = hash.finalize().hexadecimal
  }
}
