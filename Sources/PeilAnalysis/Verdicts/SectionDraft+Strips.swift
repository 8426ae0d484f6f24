import PeilModel
import Statistics

extension SectionDraft {
  /// A group of posts for a strip plot, with the median of its values and its interval.
  ///
  /// - Returns: `nil` without values.
  mutating func strip(
    _ name: String, label: Statement.Argument, platform: Platform? = nil, values: [Double],
    _ quantity: (Double) -> Quantity, definition: Definition
  ) -> Exhibit.Strips.Group? {
    guard let typical = medianInterval(of: values) else { return nil }
    let median = figure(
      "\(name).median", quantity(typical.median),
      interval: typical.limits.map { ($0.interval.lower, $0.interval.upper) },
      sample: Figure.SampleSize(values.count, .post), definition: definition)
    // Sorted, because the clocks of several platforms decide their order.
    return Exhibit.Strips.Group(
      label: label, platform: platform, values: values.sorted(), median: median)
  }

  /// A number that the name of a group holds.
  mutating func border(_ number: Int) -> Statement.Argument {
    constant("group-\(number)", .count(Double(number), .none))
  }
}
