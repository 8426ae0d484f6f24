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
      totals[file].add("sessions", traffic[index].sessions)
      totals[file].add("conversions", traffic[index].conversions)
      totals[file].add("revenue", traffic[index].revenue?.amount)
    }
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
  /// Where the next measure is expected: they come in the same order for every record.
  private var next = 0

  init(sums: [SourceFile.Sum]) { self.sums = sums }

  mutating func add(_ measure: String, _ value: Int?) { add(measure, value.map(Double.init)) }

  mutating func add(_ measure: String, _ value: Double?) {
    guard let value else { return }
    if next == sums.count { next = 0 }
    if next < sums.count, sums[next].measure == measure {
      sums[next].total += value
    } else if let place = sums.firstIndex(where: { $0.measure == measure }) {
      sums[place].total += value
      next = place
    } else {
      sums.append(SourceFile.Sum(measure, value))
      next = sums.count - 1
    }
    next += 1
  }

  mutating func add(_ counts: Post.Counts) {
    add("impressions", counts.impressions)
    add("views", counts.views)
    add("video-views", counts.videoViews)
    add("reactions", counts.reactions)
    add("comments", counts.comments)
    add("shares", counts.shares)
    add("saves", counts.saves)
    add("link-clicks", counts.linkClicks)
    add("follows", counts.follows)
  }
}
