import PeilModel

extension ClientData {
  /// Adds to every file the totals of what may be added, over its records that count.
  ///
  /// People (reach, viewers, followers) are never added: the same ones are counted on every day.
  mutating func addSums() {
    var totals = files.map { Totals(sums: $0.sums) }
    // By index: an element is not copied to look at some of its numbers.
    for index in posts.indices {
      totals[posts[index].source.file.index].add(posts[index].counts)
    }
    for index in traffic.indices {
      let file = traffic[index].source.file.index
      totals[file].add(.sessions, traffic[index].sessions)
      totals[file].add(.conversions, traffic[index].conversions)
      totals[file].add(.revenue, traffic[index].revenue?.amount)
    }
    for index in totals.indices { totals[index].takeMeasures() }
    for cost in costs {
      let hours = cost.hundredthsOfHours.map { Double($0) / 100 }
      totals[cost.source.file.index].add("hours", hours)
      totals[cost.source.file.index].add("amount", cost.amount?.amount)
    }
    for result in ads {
      totals[result.source.file.index].add("ad-impressions", result.impressions)
      totals[result.source.file.index].add("ad-link-clicks", result.linkClicks)
      totals[result.source.file.index].add("ad-spend", result.spend?.amount)
    }
    for value in series where value.measure.isAdditive {
      totals[value.source.file.index].add(value.measure.rawValue, value.value)
    }
    for index in files.indices { files[index].sums = totals[index].sums }
  }
}

/// Totals by measure, in the order in which the measures came up.
private struct Totals {
  private(set) var sums: [SourceFile.Sum]
  // As many as there are measures.
  /// Where each of those that many records have stands, by its raw value.
  private var places = InlineArray<12, Int?>(repeating: nil)
  /// Their totals, until they are taken into `sums`.
  private var totals = InlineArray<12, Double>(repeating: 0)

  /// What posts and days of traffic have.
  enum Measure: Int, CaseIterable {
    case impressions, views, videoViews, reactions, comments, shares, saves, linkClicks, follows
    case sessions, conversions, revenue

    var name: String {
      switch self {
      case .impressions: "impressions"
      case .views: "views"
      case .videoViews: "video-views"
      case .reactions: "reactions"
      case .comments: "comments"
      case .shares: "shares"
      case .saves: "saves"
      case .linkClicks: "link-clicks"
      case .follows: "follows"
      case .sessions: "sessions"
      case .conversions: "conversions"
      case .revenue: "revenue"
      }
    }
  }

  init(sums: [SourceFile.Sum]) { self.sums = sums }

  mutating func add(_ measure: String, _ value: Int?) { add(measure, value.map(Double.init)) }

  mutating func add(_ measure: String, _ value: Double?) {
    guard let value else { return }
    sums[place(of: measure)].total += value
  }

  @inline(__always)
  mutating func add(_ measure: Measure, _ value: Int?) { add(measure, value.map(Double.init)) }

  @inline(__always)
  mutating func add(_ measure: Measure, _ value: Double?) {
    guard let value else { return }
    if places[measure.rawValue] == nil { begin(measure) }
    totals[measure.rawValue] += value
  }

  @inline(never)
  private mutating func begin(_ measure: Measure) {
    let place = place(of: measure.name)
    places[measure.rawValue] = place
    totals[measure.rawValue] = sums[place].total
  }

  /// Ends adding to measures.
  mutating func takeMeasures() {
    for measure in Measure.allCases {
      guard let place = places[measure.rawValue] else { continue }
      sums[place].total = totals[measure.rawValue]
    }
  }

  private mutating func place(of measure: String) -> Int {
    if let place = sums.firstIndex(where: { $0.measure == measure }) { return place }
    // What is added to -0 stays as it is, also another -0.
    sums.append(SourceFile.Sum(measure, -0.0))
    return sums.count - 1
  }

  mutating func add(_ counts: Post.Counts) {
    add(.impressions, counts.impressions)
    add(.views, counts.views)
    add(.videoViews, counts.videoViews)
    add(.reactions, counts.reactions)
    add(.comments, counts.comments)
    add(.shares, counts.shares)
    add(.saves, counts.saves)
    add(.linkClicks, counts.linkClicks)
    add(.follows, counts.follows)
  }
}
