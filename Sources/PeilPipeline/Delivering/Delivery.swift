import Calendars
import Diagnostics
import FileSystem
import PeilAnalysis
import PeilModel

/// A month as it was delivered: pages, prints and `report.json`, kept in the client's folder.
struct Delivery: Sendable {
  let month: Month
  /// 1 for what was delivered first; a restated month has a next one, and both are kept.
  let version: Int
  let record: ReleaseRecord
  /// `report.json` as it was delivered.
  let recordBytes: [UInt8]
  let digest: String
  private let folder: Folder

  init(
    month: Month, version: Int, record: ReleaseRecord, recordBytes: [UInt8], in folder: Folder
  ) {
    self.month = month
    self.version = version
    self.record = record
    self.recordBytes = recordBytes
    self.folder = folder
    digest = sha256(recordBytes)
  }

  /// A page or print as it was delivered.
  ///
  /// - Throws: When it is not there, or is no longer what was delivered.
  func bytes(of file: ReleasedFile) throws(Diagnostic) -> [UInt8] {
    let bytes = try folder.bytes(of: file.name)
    guard sha256(bytes) == file.sha256 else {
      throw .changedDelivery("\(folder.shownAs)/\(file.name)")
    }
    return bytes
  }

  /// What was said, to be held against what the data say now; what this program does not know is left out.
  var said: DeliveredMonth {
    let exports = record.exports.map {
      DeliveredMonth.Export(sha256: $0.sha256, asOf: $0.asOf.flatMap { Day(iso8601: $0) })
    }
    func exportsAt(_ places: [Int]) -> Set<DeliveredMonth.Export> {
      Set(places.filter(exports.indices.contains).map { exports[$0] })
    }
    return DeliveredMonth(
      month: month,
      verdicts: record.verdicts.reduce(into: [:]) { verdicts, told in
        guard let belief = Belief(rawValue: told.belief) else { return }
        verdicts[belief] = PeilAnalysis.Verdict.Kind(rawValue: told.verdict)
      },
      results: record.results.compactMap { told in
        KeyResult(rawValue: told.result).map {
          DeliveredMonth.Result(
            $0, value: told.value,
            exports: exportsAt(told.exports))
        }
      },
      measures: record.verdicts.reduce(into: [:]) { measures, told in
        guard let belief = Belief(rawValue: told.belief), let measure = told.measure else { return }
        measures[belief] = Definition(rawValue: measure.definition).map {
          DeliveredMonth.Measure($0, value: measure.value, exports: exportsAt(measure.exports))
        }
      }, exports: Set(exports))
  }
}
