import Calendars
import Diagnostics
import FileSystem
import PeilModel

/// `delivered/` in a client's folder: one folder a month, `2026-10`, and one for each later version of it,
/// `2026-10.2`. Nothing in it is ever written again.
struct DeliveredFolder {
  private let folder: Folder

  /// - Parameter client: The client's own folder.
  init(of client: Folder) { folder = client.folder("delivered") }

  /// What was delivered of a client.
  struct Months {
    /// The newest version of each month that is whole, oldest month first.
    var deliveries: [Delivery] = []
    /// What was delivered and is no longer whole: nothing is built in its place.
    var damaged: Set<Month> = []
    var problems: [Diagnostic] = []

    subscript(month: Month) -> Delivery? { deliveries.first { $0.month == month } }

    /// Whether a month was delivered, and so is not built again unless it is asked for.
    func contains(_ month: Month) -> Bool { self[month] != nil || damaged.contains(month) }
  }

  func months() throws(Diagnostic) -> Months {
    var months = Months()
    guard folder.exists else { return months }
    var newest: [Month: Version] = [:]
    for name in try folder.folderNames() {
      guard let version = Version(name) else {
        months.problems.append(.notADelivery("\(folder.shownAs)/\(name)"))
        continue
      }
      // Its sums are written last: without them the freezing was cut off, and nothing was delivered.
      guard folder.folder(name).contains(file: Self.sums) else { continue }
      if newest[version.month].map({ $0.number < version.number }) ?? true {
        newest[version.month] = version
      }
    }
    for version in newest.values.sorted(by: { $0.month < $1.month }) {
      do throws(Diagnostic) {
        months.deliveries.append(try delivery(version))
      } catch {
        months.damaged.insert(version.month)
        months.problems.append(error)
      }
    }
    return months
  }

  /// Of every `report.json` that was delivered, without looking at the files again.
  func digests() throws(Diagnostic) -> Set<String> {
    guard folder.exists else { return [] }
    var digests: Set<String> = []
    for name in try folder.folderNames() where Version(name) != nil {
      let place = folder.folder(name)
      guard place.contains(file: Self.sums) else { continue }
      let sums = String(decoding: try place.bytes(of: Self.sums, limit: 64 << 10), as: UTF8.self)
      for line in sums.split(separator: "\n") where line.hasSuffix("  \(ReleaseRecord.file)") {
        digests.insert(String(line.prefix(64)))
      }
    }
    return digests
  }

  /// Keeps a release as delivered, beside earlier versions of its month.
  ///
  /// - Parameters:
  ///   - recordBytes: `report.json` of the release.
  ///   - files: Its pages and prints.
  func keep(
    _ month: Month, after earlier: Delivery?, recordBytes: [UInt8],
    files: [(name: String, bytes: [UInt8])]
  ) throws(Diagnostic) {
    let version = Version(month: month, number: (earlier?.version ?? 0) + 1)
    let place = "\(folder.path)/\(version.name)"
    try makeFolder(place)
    var sums = ""
    for (name, bytes) in files + [(ReleaseRecord.file, recordBytes)] {
      try writeFile(bytes, to: "\(place)/\(name)")
      sums += "\(sha256(bytes))  \(name)\n"
    }
    try writeFile(Array(sums.utf8), to: "\(place)/\(Self.sums)")
  }

  private func delivery(_ version: Version) throws(Diagnostic) -> Delivery {
    let place = folder.folder(version.name)
    let sums = String(decoding: try place.bytes(of: Self.sums, limit: 64 << 10), as: UTF8.self)
    let bytes = try place.bytes(of: ReleaseRecord.file)
    guard sums.contains("\(sha256(bytes))  \(ReleaseRecord.file)\n"),
      let record = ReleaseRecord(bytes), record.month == version.month.description
    else { throw .changedDelivery("\(place.shownAs)/\(ReleaseRecord.file)") }
    let delivery = Delivery(
      month: version.month, version: version.number, record: record, recordBytes: bytes,
      in: place)
    for file in record.released { _ = try delivery.bytes(of: file) }
    return delivery
  }

  /// As `sha256sum --check` reads it.
  private static let sums = "SHA256SUMS"

  private struct Version {
    let month: Month
    let number: Int

    init(month: Month, number: Int) {
      self.month = month
      self.number = number
    }

    init?(_ name: String) {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard let month = parts.first.flatMap({ Month(String($0)) }) else { return nil }
      self.month = month
      number = parts.count == 1 ? 1 : Int(parts[1]) ?? 0
      guard name == self.name, number > 0 else { return nil }
    }

    var name: String { number == 1 ? month.description : "\(month).\(number)" }
  }
}
