import CSV
import Diagnostics
import PeilModel
import Testing

@testable import PeilLoading

@Suite struct OwnLabelsTests {
  private func read(_ text: String) throws(Problems) -> ExportCatalogue {
    try ExportCatalogue.read(Array(text.utf8), file: "data/labels.yaml")
  }

  private func problems(_ text: String) -> [Diagnostic] {
    do {
      _ = try read(text)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func `a label of the agency's own is known beside the others`() throws {
    let catalogue = try read(
      "meta-instagram-posts:\n  saves: [\"Bewaard (Keer)\", Opgeslagen]\n  account: [Naam]\n")
    for header in ["post id", "naam", "publish time", "opgeslagen"].permutations {
      let format = try #require(catalogue.fitting(header).first)
      #expect(format.name == "meta-instagram-posts")
      let (columns, unused) = catalogue.columns(of: format, in: header)
      #expect(columns[.saves] == header.firstIndex(of: "opgeslagen"))
      #expect(unused == [])
    }
    #expect(ExportCatalogue.standard.fitting(["post id", "naam", "publish time"]).isEmpty)
  }

  @Test func `titles of blocks have labels too`() throws {
    let catalogue = try read(
      "meta-daily:\n  date: [Dag]\n  facebook-reach: [Bereik van Facebook]\n"
        + "meta-audience:\n  cities: [Belangrijkste plaatsen]\n")
    func results(_ text: String, _ catalogue: ExportCatalogue) throws -> MetaResults? {
      MetaResults(
        Records(of: try CSVFile(bytes: Array(text.utf8), name: "f.csv")), catalogue.metaTitles)
    }
    let series = "Bereik van Facebook\nDag,Primair\n2026-10-01,12\n"
    #expect(try results(series, catalogue)?.blocks.map(\.content) == [.daily(.reach, .facebook)])
    #expect(try results(series, .standard) == nil)
    let places = "Belangrijkste plaatsen\nUtrecht,Gouda\n10.5,3\n"
    #expect(try results(places, catalogue)?.blocks.map(\.content) == [.places("city")])
  }

  @Test func `an empty file changes nothing`() throws {
    #expect(try read("").formats.count == ExportFormat.all.count)
    #expect(try read("# nothing yet\n").formats.count == ExportFormat.all.count)
  }

  @Test(
    arguments: [
      ("meta-instagram-post:\n  saves: [a]\n", "settings.unknown-key", 1, "meta-instagram-posts"),
      ("x-content:\n  like: [a]\n", "settings.unknown-key", 2, "likes"),
      ("x-content:\n  likes: a\n", "settings.wrong-type", 2, ""),
      ("x-content:\n  likes: [Bookmarks]\n", "labels.taken", 2, ""),
      ("x-content:\n  likes: [\" \"]\n", "labels.empty", 2, ""),
      ("x-content: 3\n", "settings.wrong-type", 1, ""),
      ("meta-daily:\n  reech: [a]\n", "settings.unknown-key", 2, "reach"),
      ("meta-daily:\n  views: [Reach]\n", "labels.taken", 2, ""),
      ("meta-audience:\n  cities: [\"\"]\n", "labels.empty", 2, ""),
    ])
  func `what is wrong with it is told with the place and the nearest name`(
    text: String, id: String, line: Int, nearest: String
  ) {
    let problems = problems(text)
    #expect(problems.map(\.id) == [id])
    #expect(problems.first?.place?.line == line)
    if !nearest.isEmpty { #expect(problems.first?.help?.contains("`\(nearest)`") == true) }
  }

  @Test func `every field has a name of its own`() {
    let names = Field.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Field.linkClicks.name == "link-clicks")
    #expect(Field(named: "link-clicks") == .linkClicks)
    #expect(Field(named: "linkClicks") == nil)
  }
}

extension [String] {
  /// The list turned round to begin with each of its elements.
  fileprivate var permutations: [[String]] {
    indices.map { Array(self[$0...] + self[..<$0]) }
  }
}
