/// A place where a client publishes, by the name that settings, Peil's own files and ledger keys use.
package enum Platform: String, CaseIterable, Hashable, Sendable {
  case facebook
  case instagram
  case linkedin
  case pinterest
  case snapchat
  case threads
  case tiktok
  case whatsapp
  case x
  case youtube
}

extension Platform: Comparable {
  /// By name; the cases stand in this order.
  package static func < (a: Platform, b: Platform) -> Bool { a.place < b.place }

  /// By its place, which is much quicker than by its name.
  package static func == (a: Platform, b: Platform) -> Bool { a.place == b.place }

  package func hash(into hasher: inout Hasher) { hasher.combine(place) }

  package var place: Int {
    switch self {
    case .facebook: 0
    case .instagram: 1
    case .linkedin: 2
    case .pinterest: 3
    case .snapchat: 4
    case .threads: 5
    case .tiktok: 6
    case .whatsapp: 7
    case .x: 8
    case .youtube: 9
    }
  }
}

extension Platform {
  /// How old a post must be before its reactions are analysed, in whole days.
  ///
  /// Most reactions come in the first week, on X in the first two days; a younger post is shown and
  /// left out of comparisons.
  package var settlingDays: Int { self == .x ? 2 : 7 }
}
