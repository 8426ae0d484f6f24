/// One sign per period in a row, oldest at the left (T15).
public struct IconHistory: Sendable {
  /// Oldest first; `.blank` where there was no outcome.
  public var shapes: [Icon.Shape]

  public init(shapes: [Icon.Shape]) {
    self.shapes = shapes
  }

  /// 20 units a sign, 20 high, whatever the size of the page.
  ///
  /// - Returns: `nil` without an outcome.
  public func plot() -> Plot? {
    guard shapes.contains(where: { $0 != .blank }) else { return nil }
    let width = Double(shapes.count) * 20
    var plot = Plot(
      size: nil, width: width, height: 20,
      frame: Frame(left: 0, top: 0, right: width, bottom: 20))
    plot.icons = shapes.enumerated().map { index, shape in
      Icon(shape, x: Double(index) * 20 + 10, y: 10)
    }
    return plot
  }
}
