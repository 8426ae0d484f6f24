/// A table for people: columns of one width, two spaces between them, nothing at the ends of lines.
struct TextTable {
  private var rows: [[String]]
  /// Columns of numbers, which end at one place.
  private let numeric: Set<Int>

  init(_ heads: [String], numeric: Set<Int> = []) {
    rows = [heads]
    self.numeric = numeric
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  var lines: [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { index, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return numeric.contains(index) ? padding + cell.0 : cell.0 + padding
      }
      var line = cells.joined(separator: "  ")[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
}
