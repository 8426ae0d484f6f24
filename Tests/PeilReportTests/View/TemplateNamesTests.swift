import Foundation
import Mustache
import TestSupport
import Testing

@testable import PeilReport

/// The names that templates may use and those that `templates/README.md` lists are the same.
@Suite struct TemplateNamesTests {
  private typealias Names = [String: [String: String]]

  @Test func `the README lists every name of the view with its type, and no other`() throws {
    let words = Words(["word": "text"]).view
    var view: Names = [:]
    for shape in [
      ReportView.view(words: words).shape, SheetView.view(words: words).shape,
      ProposalView.view(words: words).shape,
      OverviewView.view(words: words).shape, ArchiveView.view(words: words).shape,
      MonthPageView.view(words: words).shape, ClientIndexView.view(words: words).shape,
      MonthIndexView.view(words: words).shape, FeedView.view.shape,
    ] {
      collect(shape, into: &view)
    }
    view["words"] = nil
    // Charts have a list of their own beside their templates.
    let chartRecords = [
      "area", "band", "bar", "cursor", "dots", "hatched", "heat-cell", "hover", "icon", "interval",
      "label",
      "label-line",
      "line",
      "plain-bars", "plot", "point", "rule", "swatch", "tick", "tick-group",
    ]
    for name in chartRecords { view[name] = nil }
    let listed = try readme()
    #expect(listed.keys.sorted() == view.keys.sorted())
    for (record, fields) in view {
      #expect(listed[record] == fields, "\(record)")
    }
  }

  private func collect(_ shape: Shape, into names: inout Names) {
    switch shape {
    case .record(let record):
      guard names[record.name] == nil else { return }
      names[record.name] = [:]
      for field in record.fields {
        names[record.name]?[field.name] = type(field.shape)
        collect(field.shape, into: &names)
      }
    case .list(let element), .optional(let element): collect(element, into: &names)
    default: return
    }
  }

  private func type(_ shape: Shape) -> String {
    switch shape {
    case .text: "text"
    case .flag: "flag"
    case .markup: "markup"
    case .record(let record): record.name
    case .list(let element): "list of \(type(element))"
    case .optional(let element): "optional \(type(element))"
    default: "\(shape)"
    }
  }

  /// `### record` and the first two columns of the table under it.
  private func readme() throws -> Names {
    let text = try String(contentsOfFile: "\(Project.templates)/README.md", encoding: .utf8)
    var names: Names = [:]
    var record: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### ") {
        record = String(line.dropFirst(4))
        record.map { names[$0] = [:] }
      } else if line.hasPrefix("## ") {
        record = nil
      } else if let record, line.hasPrefix("| "), !line.hasPrefix("| ---") {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        if cells.count >= 2, cells[1] != "type" { names[record]?[cells[0]] = cells[1] }
      }
    }
    return names
  }
}
