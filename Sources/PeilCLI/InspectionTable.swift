import Diagnostics
import PeilPipeline

/// What was recognised, for people: a line a file, then what there is to say of each.
enum InspectionTable {
  static func text(of inspection: Inspection) -> String {
    var table = TextTable(
      ["file", "kind", "platform", "records", "used", "from", "to"], numeric: [3, 4])
    for file in inspection.files {
      guard let format = file.format else {
        table.add([file.path, "not recognised", "", "", "", "", ""])
        continue
      }
      table.add([
        file.path, format, file.platform ?? "", "\(file.records)", "\(file.used)",
        file.from ?? "", file.to ?? "",
      ])
    }
    let paragraphs = inspection.files.compactMap(paragraph)
    return (table.lines + paragraphs.flatMap { [""] + $0 }).joined(separator: "\n")
  }

  /// - Returns: `nil` for a file that the table says everything of.
  private static func paragraph(_ file: InspectedFile) -> [String]? {
    guard file.format != nil else { return nil }
    var lines = [file.path]
    func add(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      lines.append("  \(name)\(String(repeating: " ", count: 10 - name.count))\(value)")
    }
    add("known by", cut(file.recognisedBy))
    add("not used", file.skipped.map { "\($0.count) \($0.reason)" }.joined(separator: ", "))
    add("sums", file.sums.map { "\($0.measure) \(short($0.total))" }.joined(separator: ", "))
    add(
      "totals",
      file.differences.map {
        "\($0.measure) \(short($0.total)) in the file, \(short($0.sum)) in its records"
      }.joined(separator: "; "))
    add("assumed", file.assumptions.joined(separator: "; "))
    add("unused", cut(file.unusedColumns))
    add("questions", file.questions.map(\.id).joined(separator: ", "))
    return lines.count > 1 ? lines : nil
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
