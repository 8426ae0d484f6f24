/// A series through its known values, broken where values are missing.
public struct Line: Equatable, Sendable {
  /// Path data with one `M` for every unbroken run of at least two points.
  public let path: String
  public let tone: Tone
  /// The keys of the values on the line, from left to right, separated by spaces; `nil` for a line
  /// that is no series.
  public internal(set) var keys: String?
  /// Alone in its frame: it needs no dashes to be told from others.
  public internal(set) var isSolid = false

  /// - Parameters:
  ///   - points: `nil` where a value is missing. The line is never drawn across it.
  ///   - data: The values at these points, for their keys; empty for a line that is no series.
  /// - Returns: `nil` when no two neighbours are known.
  init?(through points: [(x: Double, y: Double)?], data: [Datum?] = [], tone: Tone) {
    var path = PathText()
    var keys: [String] = []
    for run in points.indices.split(whereSeparator: { points[$0] == nil }) where run.count > 1 {
      for index in run {
        guard let point = points[index] else { continue }
        if index == run.startIndex { path.move(to: point) } else { path.line(to: point) }
        if data.indices.contains(index), let datum = data[index] { keys.append(datum.key) }
      }
    }
    guard !path.text.isEmpty else { return nil }
    self.path = path.text
    self.tone = tone
    self.keys = keys.isEmpty ? nil : keys.joined(separator: " ")
  }

  /// A curve with the keys of some of the values on it.
  ///
  /// - Returns: `nil` with fewer than two points.
  init?(through points: [(x: Double, y: Double)], tone: Tone, keys: [String]) {
    guard points.count > 1 else { return nil }
    path = PathText(through: points).text
    self.tone = tone
    self.keys = keys.isEmpty ? nil : keys.joined(separator: " ")
  }
}
