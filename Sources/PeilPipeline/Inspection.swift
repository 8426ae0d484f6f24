import Calendars
public import Diagnostics
import FileSystem
import PeilLoading
import PeilModel

/// What was recognised in a client's folder or in single files, without building anything.
public struct Inspection: Sendable {
  /// In the order of the subjects, then of the paths.
  public let files: [InspectedFile]
  /// Settings and files that could not be read at all.
  public let problems: [Diagnostic]

  /// - Parameters:
  ///   - subjects: Slugs of clients, or paths of files.
  ///   - data: The agency's folder; needed for clients only.
  public init(of subjects: [String], data: String) {
    var files: [InspectedFile] = []
    var problems: [Diagnostic] = []
    do throws(Problems) {
      let context = try Context(Folder(data))
      for subject in subjects {
        do throws(Problems) {
          files += try context.inspect(subject)
        } catch {
          problems += error.diagnostics
        }
      }
    } catch {
      problems += error.diagnostics
    }
    self.files = files
    self.problems = problems
  }

  /// What is read once for all subjects.
  private struct Context {
    let data: Folder
    let pacific: TimeZoneTable
    let catalogue: ExportCatalogue

    init(_ data: Folder) throws(Problems) {
      self.data = data
      pacific = try Self.zone("America/Los_Angeles", in: data)
      catalogue = try readLabels(data).catalogue
    }

    func inspect(_ subject: String) throws(Problems) -> [InspectedFile] {
      let clients = data.folder("clients")
      let isClient = Client.Slug(subject).map { clients.folder($0.text).exists } ?? false
      guard isClient, let slug = Client.Slug(subject) else {
        let load = ClientLoad(
          ofFile: subject, zone: try Self.zone("Europe/Amsterdam", in: data), pacific: pacific,
          catalogue: catalogue)
        return Inspection.files(of: load, below: nil)
      }
      let agency = try Agency.read(try readSettings(data), file: "\(data.shownAs)/agency.yaml")
      let folder = clients.folder(slug.text)
      let input = try ClientInput(of: slug, in: folder, agency: agency)
      let load = input.load(
        zone: try Self.zone(agency.timeZone, in: data), pacific: pacific, catalogue: catalogue)
      return Inspection.files(of: load, below: folder.shownAs)
    }

    private static func zone(_ name: String, in data: Folder) throws(Problems) -> TimeZoneTable {
      guard let zone = TimeZoneTable(identifier: name) else {
        throw Problems([.unknownTimeZone(name, in: data.shownAs)])
      }
      return zone
    }
  }

  /// The recognised files, and those that are a question or an error with nothing else known.
  private static func files(of load: ClientLoad, below folder: String?) -> [InspectedFile] {
    var questions = Dictionary(grouping: load.diagnostics) { $0.place?.file ?? "" }
    var files = load.data.files.map { file in
      let path = folder.map { "\($0)/\(file.path)" } ?? file.path
      return InspectedFile(file, path: path, questions: questions.removeValue(forKey: path) ?? [])
    }
    files += questions.map { InspectedFile(path: $0.key, questions: $0.value) }
    return files.sorted { $0.path < $1.path }
  }
}

/// What one file turned out to be.
public struct InspectedFile: Sendable {
  public let path: String
  /// As in `meta-instagram-posts`; `nil` when it was not recognised.
  public let format: String?
  public let platform: String?
  /// Always `used` plus all of `skipped`.
  public let records: Int
  public let used: Int
  public let skipped: [(reason: String, count: Int)]
  /// The first and last day that the file speaks of, as in `2026-10-31`.
  public let from: String?
  public let to: String?
  /// Totals of what may be added, in a fixed order.
  public let sums: [(measure: String, total: Double)]
  public let unusedColumns: [String]
  /// The labels or titles by which its kind was told.
  public let recognisedBy: [String]
  /// What was taken for granted to read the file.
  public let assumptions: [String]
  /// Totals in the file that its records do not add up to.
  public let differences: [(measure: String, total: Double, sum: Double)]
  /// What a person should look at.
  public let questions: [Diagnostic]

  init(_ file: SourceFile, path: String, questions: [Diagnostic]) {
    self.path = path
    format = file.format
    platform = file.platform?.rawValue
    records = file.records
    used = file.used
    skipped = file.skipped.map { ($0.reason.rawValue, $0.count) }
    from = file.days?.lowerBound.description
    to = file.days?.upperBound.description
    sums = file.sums.map { ($0.measure, $0.total) }
    unusedColumns = file.unusedColumns
    recognisedBy = file.recognisedBy
    assumptions = file.assumptions
    differences = file.differences.map { ($0.measure, $0.total, $0.sum) }
    self.questions = questions
  }

  /// Whether nothing about it is left to a person: it was recognised, and all of it could be read.
  public var isClear: Bool {
    format != nil && !questions.contains { $0.severity == .error }
      && !skipped.contains { $0.reason == SkipReason.unreadable.rawValue }
  }

  init(path: String, questions: [Diagnostic]) {
    self.path = path
    format = nil
    platform = nil
    records = 0
    used = 0
    skipped = []
    from = nil
    to = nil
    sums = []
    unusedColumns = []
    recognisedBy = []
    assumptions = []
    differences = []
    self.questions = questions
  }
}
