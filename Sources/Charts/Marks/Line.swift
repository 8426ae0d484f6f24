/// A series through its known values, broken where values are missing.
public struct Line: Equatable, Sendable {
  /// Path data with one `M` for every unbroken run of at least two points.
  public let path: String
  public let tone: Tone

  /// - Parameter points: `nil` where a value is missing. The line is never drawn across it.
  /// - Returns: `nil` when no two neighbours are known.
  init?(through points: [(x: Double, y: Double)?], tone: Tone) {
    var path = PathText()
    for run in Self.runs(of: points) where run.count > 1 {
      path.move(to: run[0])
      for point in run.dropFirst() { path.line(to: point) }
    }
    guard !path.text.isEmpty else { return nil }
    self.path = path.text
    self.tone = tone
  }

  /// The unbroken runs, in order; none is empty.
  private static func runs(of points: [(x: Double, y: Double)?]) -> [[(x: Double, y: Double)]] {
    points.split(whereSeparator: { $0 == nil }).map { $0.compactMap { $0 } }
  }
}
