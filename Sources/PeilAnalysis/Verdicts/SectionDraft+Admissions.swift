import PeilModel

extension Dataset {
  /// "engagement per reach", by what it is divided by.
  func engagement(_ period: ReportingPeriod) -> Statement.Argument {
    .phrase("engagement-per.\(engagementRates(in: period.window).mainDenominator.rawValue)")
  }
}

extension SectionDraft {
  /// Says what engagement was divided by where that is not reach, and which posts were left out of the comparison.
  mutating func admit(_ dataset: Dataset) {
    let posts = dataset.posts
    let places = dataset.postPlaces(in: period.window)
    var notes: [Statement] = []
    let denominators = dataset.engagementRates(in: period.window).denominators
    for (denominator, name) in [
      (EngagementRates.Denominator.displays, "impressions"), (.followers, "followers"),
    ] {
      let platforms = dataset.client.platforms.filter { denominators[$0] == denominator }
      guard !platforms.isEmpty else { continue }
      notes.append(
        Statement(
          "notes.denominator-\(name)",
          ["platforms": .list(platforms.map { .platform($0) })]))
    }
    let leftOut = [
      ("young-posts", places.count { !posts[$0].isSettled }),
      ("boosted-posts", places.count { posts[$0].isSettled && posts[$0].isBoosted == true }),
    ]
    for (name, count) in leftOut where count > 0 {
      let key = figure("left-out.\(name)", .count(Double(count), .post), definition: .posts)
      notes.append(Statement("notes.\(name)", ["posts": .figure(key, .counted)]))
    }
    // The last sentence is that a relation proves nothing; it stays last.
    let place = how.last?.phrase == "notes.observational" ? how.count - 1 : how.count
    how.insert(contentsOf: notes, at: place)
  }
}
