/// Where a verdict turns, per belief; the agency may set others in its settings, and the report says so.
///
/// An effect is turned so that a high one agrees with the belief. Below `useless` (r) the belief is of
/// no use; the whole interval must lie above `holds` (h) before the report says that it holds.
package struct Thresholds: Equatable, Sendable {
  package struct Pair: Equatable, Sendable {
    package var useless: Double
    package var holds: Double

    package init(useless: Double, holds: Double) {
      self.useless = useless
      self.holds = holds
    }
  }

  private var changed: [Belief: Pair] = [:]

  package init() {}

  package subscript(belief: Belief) -> Pair {
    get { changed[belief] ?? Self.standard(for: belief) }
    set { changed[belief] = newValue == Self.standard(for: belief) ? nil : newValue }
  }

  /// In the order of the beliefs.
  package var changedBeliefs: [Belief] { Belief.allCases.filter { changed[$0] != nil } }

  /// The thresholds that a report uses unless the agency says otherwise.
  ///
  /// Belief 7 is arithmetic and has none; asking for it gives a pair that nothing reaches.
  package static func standard(for belief: Belief) -> Pair {
    switch belief {
    case .followersAreSuccess: Pair(useless: 0.5, holds: 0)
    case .paidIsTheOnlyWay: Pair(useless: 0.75, holds: 0.90)
    case .morePlatformsAreBetter: Pair(useless: 0.5, holds: 0.5)
    // log(0.8), to the last bit, as the settings give it: automated posts may do a fifth worse before
    // one calls it worse.
    case .automateEverything: Pair(useless: 0, holds: -0.2231435513142097)
    case .hashtagsHelp: Pair(useless: 0.2, holds: 0)
    case .trafficIsTheGoal: Pair(useless: 0.5, holds: 0)
    case .socialIsFree: Pair(useless: -.infinity, holds: .infinity)
    // -ln 1.25, the same fifth seen from the other side.
    case .goodContentSellsItself: Pair(useless: 0, holds: -0.2231435513142097)
    case .socialIsSeparate: Pair(useless: 0.8, holds: 0.9)
    }
  }
}
