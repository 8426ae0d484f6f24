import Calendars
import Glibc
import PeilModel
import Statistics

extension Dataset {
  /// A post as a dot of a strip plot.
  ///
  /// - Parameter place: In `posts`.
  func dot(ofPostAt place: Int, _ value: Double) -> SectionDraft.Dot {
    SectionDraft.Dot(value: value, number: posts[place].number, day: posts[place].day)
  }
}

extension SectionDraft {
  /// A post of a strip plot.
  struct Dot {
    /// Above zero.
    let value: Double
    /// Of the post.
    let number: Int
    let day: Day
  }

  /// A group of posts for a strip plot, with the median of its values and its interval; without an interval where
  /// there are too few posts for a verdict.
  ///
  /// - Parameters:
  ///   - dots: In any order.
  ///   - measure: What the table of all posts calls a post's own figure: `reach`, `rate`.
  /// - Returns: `nil` without posts.
  mutating func strip(
    _ name: String, label: Statement.Argument, platform: Platform? = nil,
    dots: [Dot], measure: String,
    _ quantity: (Double) -> Quantity, definition: Definition
  ) -> Exhibit.Strips.Group? {
    // Sorted, because the clocks of several platforms decide their order.
    let dots = dots.sorted { ($0.value, $0.number) < ($1.value, $1.number) }
    let values = dots.map(\.value)
    guard let typical = medianInterval(of: values) else { return nil }
    let limits = verdict.kind == .tooLittleData ? nil : typical.limits
    let median = figure(
      "\(name).median", quantity(typical.median),
      interval: limits.map { ($0.interval.lower, $0.interval.upper) },
      sample: Figure.SampleSize(dots.count, .post), definition: definition)
    return Exhibit.Strips.Group(
      label: label, platform: platform, values: values, median: median,
      outliers: farPlaces(among: values.map { log($0) }).map { index in
        Exhibit.Strips.Outlier(
          index: index,
          name: Statement("figures.date", ["date": .figure(day(of: dots[index]))]),
          value: FigureKey(FigureKey.beginning(ofPost: dots[index].number), measure))
      })
  }

  private mutating func day(of dot: Dot) -> FigureKey {
    addOnce(
      Figure(
        FigureKey(FigureKey.beginning(ofPost: dot.number), "day"), .known(.day(dot.day)),
        definition: .day,
        days: dot.day...dot.day))
  }

  /// A number that the name of a group holds.
  mutating func border(_ number: Int) -> Statement.Argument {
    constant("group-\(number)", .count(Double(number), .none))
  }
}

/// Where the values lie that are far from the others, the farthest first and at most three.
///
/// Far is a modified z score above 3.5; of fewer than eight values none can be told apart.
///
/// Source: Iglewicz and Hoaglin, *How to Detect and Handle Outliers* (1993).
private func farPlaces(among values: [Double]) -> [Int] {
  guard values.count >= 8, let middle = median(of: values),
    let deviation = medianAbsoluteDeviation(of: values), deviation > 0
  else { return [] }
  let distances = values.map { abs($0 - middle) / (1.4826 * deviation) }
  return Array(
    distances.indices.filter { distances[$0] > 3.5 }
      .sorted { (-distances[$0], $0) < (-distances[$1], $1) }.prefix(3))
}
