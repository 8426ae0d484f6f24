import Foundation
import PeilAnalysis
import PeilPipeline
import TestSupport
import Testing

/// `report.json` against `report.schema.json`, which says what may stand in it.
@Suite struct ReportSchemaTests {
  private static let schema = Project.root + "/Sources/PeilReport/Printing/report.schema.json"

  private func build(into folder: String) async throws {
    var request = RunRequest(
      templates: Project.templates, program: "Peil test", programDigest: "test")
    request.data = Project.data
    request.output = folder
    request.jobs = 2
    _ = try await Batch(request).run { _ in }
  }

  /// What of a schema's words a program can change without noticing.
  private struct Schema: Decodable {
    let defs: Definitions
    enum CodingKeys: String, CodingKey { case defs = "$defs" }

    struct Definitions: Decodable { let figure: FigureRule }
    struct FigureRule: Decodable { let properties: [String: Words] }
    struct Words: Decodable { let `enum`: [String]? }
  }

  @Test func `the schema names the definitions, units and nouns that there are`() throws {
    let schema = try JSONDecoder().decode(
      Schema.self, from: Data(contentsOf: URL(fileURLWithPath: Self.schema)))
    func words(_ name: String) -> Set<String> {
      Set(schema.defs.figure.properties[name]?.enum ?? [])
    }
    #expect(words("definition") == Set(Definition.allCases.map(\.rawValue)))
    #expect(words("n-of").isSuperset(of: Quantity.Noun.allCases.map(\.rawValue)))
    #expect(words("unknown") == Set(Absence.allCases.map(\.rawValue)))
    #expect(
      words("unit").isSuperset(
        of: Quantity.Noun.allCases.filter { $0 != .none }.map(\.rawValue)))
  }

  private struct Record: Decodable {
    let format: Int
    let files: [File]
    let figures: [FigureRecord]

    struct File: Decodable { let path: String }
    struct FigureRecord: Decodable {
      let key: String
      let unknown: String?
      let unit: String?
      let interval: [Double]?
      let sources: [Source]?
      let text: [String: String]
    }
    struct Source: Decodable {
      let file: Int
      let lines: [Int]
      let records: Int
    }
  }

  @Test func `every report of the sample agency keeps to it`() async throws {
    try await withTemporaryFolder { folder in
      try await build(into: folder)
      let reports = try fileTree(folder).filter { $0.key.hasSuffix("/report.json") }
      #expect(reports.count == 5)
      for (path, bytes) in reports.sorted(by: { $0.key < $1.key }) {
        let record = try JSONDecoder().decode(Record.self, from: bytes)
        #expect(record.format == 1)
        #expect(Set(record.figures.map(\.key)).count == record.figures.count, "\(path)")
        for figure in record.figures {
          #expect((figure.unknown == nil) == (figure.unit != nil), "\(path): \(figure.key)")
          #expect(!figure.text.isEmpty, "\(path): \(figure.key)")
          if let interval = figure.interval {
            #expect(interval.count == 3 && interval[0] <= interval[1], "\(path): \(figure.key)")
          }
          for source in figure.sources ?? [] {
            #expect(record.files.indices.contains(source.file), "\(path): \(figure.key)")
            #expect(source.lines.count == 2 && source.lines[0] <= source.lines[1])
            #expect(source.records <= source.lines[1] - source.lines[0] + 1)
          }
        }
      }
    }
  }

  private static let hasValidator = runsPython(["-c", "import jsonschema"])

  /// By an independent validator (PyPI jsonschema), where it is installed.
  @Test(.enabled(if: hasValidator, "PyPI jsonschema is not installed"))
  func `an independent validator finds nothing wrong`() async throws {
    try await withTemporaryFolder { folder in
      try await build(into: folder)
      let program = """
        import json, pathlib, sys
        from jsonschema import Draft202012Validator as Validator
        schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
        Validator.check_schema(schema)
        files = sorted(pathlib.Path(sys.argv[2]).rglob("report.json"))
        errors = [f"{f}: {e.json_path}: {e.message}"
                  for f in files for e in Validator(schema).iter_errors(json.loads(f.read_text()))]
        print("\\n".join(errors[:20]))
        sys.exit(1 if errors or not files else 0)
        """
      #expect(Self.runsPython(["-c", program, Self.schema, folder]))
    }
  }

  private static func runsPython(_ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
