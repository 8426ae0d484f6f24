/// Names for some of many points, each at the best of eight places around its point, or nowhere.
///
/// Greedy by rank: a name takes the first place that touches no mark, no name before it and no
/// border; a name without such a place is left out, because an overlapping one helps nobody.
///
/// Source: Christensen, Marks and Shieber, *An Empirical Study of Algorithms for Point-Feature
/// Label Placement*, ACM Transactions on Graphics 14 (1995), 203–232.
struct PointLabels {
  private struct Wanted {
    let text: ChartText
    let x: Double
    let y: Double
    let rank: Int
  }

  private let bounds: Frame
  private var taken: [Frame] = []
  private var wanted: [Wanted] = []

  init(within bounds: Frame) {
    self.bounds = bounds
  }

  /// A mark that no name may cover.
  mutating func avoid(x: Double, y: Double, radius: Double) {
    taken.append(Frame(left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
  }

  /// A piece of a line that no name may cover; upright and level pieces only.
  mutating func avoid(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    taken.append(
      Frame(
        left: min(start.x, end.x) - 1, top: min(start.y, end.y) - 1,
        right: max(start.x, end.x) + 1, bottom: max(start.y, end.y) + 1))
  }

  /// A text of one line that stands already.
  mutating func avoid(_ label: Label) {
    let width = textWidth(of: label.text, size: TextSize.tick)
    let left =
      switch label.anchor {
      case .start: label.x.value
      case .middle: label.x.value - width / 2
      case .end: label.x.value - width
      }
    taken.append(
      Frame(
        left: left, top: label.y.value - 12, right: left + width, bottom: label.y.value + 3))
  }

  /// - Parameter rank: The lowest is placed first; equal ranks in the order in which they came.
  mutating func want(_ text: ChartText, at point: (x: Double, y: Double), rank: Int) {
    wanted.append(Wanted(text: text, x: point.x, y: point.y, rank: rank))
  }

  /// The labels that found a place, at most `limit`.
  func placed(limit: Int) -> [Label] {
    var taken = taken
    var labels: [Label] = []
    let order = wanted.indices.sorted { (wanted[$0].rank, $0) < (wanted[$1].rank, $1) }
    for name in order.prefix(limit).map({ wanted[$0] }) {
      let width = textWidth(of: name.text.text, size: TextSize.tick)
      let height = 14.0
      let places = Self.directions.map { across, down in
        // Beside the point a name is level with it; above and below it is centred or flush.
        let left = name.x + across * (down == 0 ? 8 : 4) + (across - 1) / 2 * width
        let middle = name.y + down * (height / 2 + 6)
        return Frame(
          left: left, top: middle - height / 2, right: left + width, bottom: middle + height / 2)
      }
      guard
        let place = places.first(where: { place in
          place.left >= bounds.left && place.right <= bounds.right && place.top >= bounds.top
            && place.bottom <= bounds.bottom && !taken.contains { $0.overlaps(place) }
        })
      else { continue }
      taken.append(place)
      labels.append(
        Label(
          name.text, x: place.left, baseline: place.bottom - 3, anchor: .start, style: .note))
    }
    return labels
  }

  /// Right first, then left, above, below and the corners.
  private static let directions: [(across: Double, down: Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1),
  ]
}

extension Frame {
  fileprivate func overlaps(_ other: Frame) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
