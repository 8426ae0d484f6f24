/// A filled shape behind the data: the interval around a fitted line.
public struct Area: Equatable, Sendable {
  /// Path data, closed.
  public let path: String

  init(lower: [(x: Double, y: Double)], upper: [(x: Double, y: Double)]) {
    path = PathText(through: upper + lower.reversed(), isClosed: true).text
  }
}
