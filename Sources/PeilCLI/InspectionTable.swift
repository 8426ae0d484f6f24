import PeilPipeline

/// What was recognised, as a list for people: a paragraph a file.
enum InspectionTable {
  static func text(of inspection: Inspection) -> String {
    inspection.files.map(paragraph).joined(separator: "\n\n")
  }

  private static func paragraph(_ file: InspectedFile) -> String {
    var lines = [file.path]
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("  \(name)\(String(repeating: " ", count: 10 - name.count))\(value)")
    }
    guard let format = file.format else {
      add("kind", "not recognised")
      return lines.joined(separator: "\n")
    }
    add("kind", [format, file.platform].compactMap { $0 }.joined(separator: ", "))
    let skipped = file.skipped.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")
    add(
      "records",
      "\(file.records) read, \(file.used) used" + (skipped.isEmpty ? "" : "; not used: \(skipped)"))
    if let from = file.from, let to = file.to { add("days", "\(from) to \(to)") }
    add("sums", file.sums.map { "\($0.measure) \(short($0.total))" }.joined(separator: ", "))
    add("assumed", file.assumptions.joined(separator: "; "))
    add("unused", cut(file.unusedColumns))
    return lines.joined(separator: "\n")
  }

  /// The first of a long list, and how many more there are.
  private static func cut(_ list: [String]) -> String {
    let shown = list.prefix(12).joined(separator: ", ")
    return list.count > 12 ? "\(shown) and \(list.count - 12) more" : shown
  }

  /// At most two decimals, and none where there are none.
  private static func short(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    guard abs(hundredths) < 1e15 else { return "\(number)" }
    let whole = Int(hundredths)
    return whole % 100 == 0 ? "\(whole / 100)" : "\(Double(whole) / 100)"
  }
}
