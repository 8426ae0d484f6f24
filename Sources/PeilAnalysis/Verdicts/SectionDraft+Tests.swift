import PeilModel

extension SectionDraft {
  /// The cheapest test for next month where a belief cannot be judged yet: by what is lacking, so that nothing is
  /// asked for that is there.
  ///
  /// - Parameter arguments: Of the gate that was not passed.
  /// - Returns: `nil` where only time helps, and where there is a verdict.
  func cheapestTest(_ arguments: [String: Statement.Argument] = [:]) -> Statement? {
    switch verdict {
    case .refuted, .holds, .mixed: nil
    case .tooLittleData(let shortfall): test(for: shortfall, arguments)
    case .notTestable(let missing): test(for: missing)
    }
  }

  private func test(
    for shortfall: Shortfall, _ arguments: [String: Statement.Argument]
  ) -> Statement? {
    switch (belief, shortfall.gate) {
    case (.paidIsTheOnlyWay, "impressions"), (.trafficIsTheGoal, "weeks"):
      nil
    case (.followersAreSuccess, "results"), (.followersAreSuccess, "weeks-with-results"),
      (.morePlatformsAreBetter, "results"), (.trafficIsTheGoal, "conversions"):
      Statement("states.more-results")
    case (.morePlatformsAreBetter, "posts"), (.automateEverything, "posts"),
      (.automateEverything, "comparable-posts"), (.automateEverything, "platform"):
      statement("next.test-posts", arguments.filter { $0.key == "needed" })
    default:
      statement("next.test")
    }
  }

  private func test(for missing: MissingInput) -> Statement {
    switch (belief, missing.input) {
    case (.morePlatformsAreBetter, "platforms"), (.morePlatformsAreBetter, "posts"):
      statement("next.test-platforms")
    case (.automateEverything, "authorship") where missing.cause == .noContrast,
      (.trafficIsTheGoal, "sessions"):
      statement("next.test-contrast")
    case (_, "engagement"), (_, "hourly-rate"), (_, "impressions"), (_, "reach"), (_, "results"):
      Statement("states.arrange", ["needed": .phrase("missing.\(missing.input).needed")])
    default:
      statement("next.test")
    }
  }
}
