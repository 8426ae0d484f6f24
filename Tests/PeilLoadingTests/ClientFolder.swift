import Calendars
import Diagnostics
import FileSystem
import Foundation
import PeilLoading
import PeilModel
import TestSupport
import Testing

/// Loads a client from files made for one test.
///
/// - Parameters:
///   - files: Text by path below `exports`; put down as UTF-8.
///   - platforms: As the settings list them.
///   - accounts: Lines below `accounts:`.
func load(
  _ files: [String: String], platforms: String = "instagram, facebook, linkedin",
  accounts: [String: String] = [:], currency: String = "EUR"
) throws -> ClientLoad {
  try load(
    files.mapValues { Array($0.utf8) }, platforms: platforms, accounts: accounts,
    currency: currency)
}

/// The same with bytes.
func load(
  _ files: [String: [UInt8]], platforms: String = "instagram, facebook, linkedin",
  accounts: [String: String] = [:], currency: String = "EUR"
) throws -> ClientLoad {
  try withTemporaryFolder { folder in
    var settings = "name: Bakery\nplatforms: [\(platforms)]\n"
    if !accounts.isEmpty {
      settings += "accounts:\n" + accounts.map { "  \($0): \"\($1)\"\n" }.sorted().joined()
    }
    try settings.write(toFile: "\(folder)/client.yaml", atomically: false, encoding: .utf8)
    for (path, bytes) in files {
      let file = URL(fileURLWithPath: "\(folder)/exports/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    return try loadClient(in: folder, shownAs: "bakery", currency: currency)
  }
}

/// Loads a client's folder that is there.
func loadClient(
  in folder: String, shownAs name: String, slug: String = "bakery", currency: String = "EUR"
) throws -> ClientLoad {
  let slug = try #require(Client.Slug(slug))
  var agency = Agency(name: "Agency", language: LanguageCode("nl"))
  agency.currency = currency
  let input = try ClientInput(of: slug, in: Folder(folder, shownAs: name), agency: agency)
  return input.load(
    zone: try #require(TimeZoneTable(identifier: "Europe/Amsterdam")),
    pacific: try #require(TimeZoneTable(identifier: "America/Los_Angeles")))
}

extension ClientLoad {
  /// The only file that was recognised.
  var onlyFile: SourceFile {
    get throws {
      try #require(data.files.count == 1)
      return data.files[0]
    }
  }

  var problems: [String] { diagnostics.map(\.id) }

  /// Paths of files of which a record is neither used nor skipped.
  var unbalanced: [String] { data.files.filter { !$0.isBalanced }.map(\.path) }
}

extension SourceFile {
  /// `used 3, superseded 1`, as short as an expectation should be.
  var account: String {
    (["used \(used)"] + skipped.map { "\($0.reason.rawValue) \($0.count)" }).joined(separator: ", ")
  }

  var isBalanced: Bool { records == used + skipped.map(\.count).reduce(0, +) }

  func sum(_ measure: String) -> Double? { sums.first { $0.measure == measure }?.total }
}

/// The folder of the repository.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// Other people's exports, which are not ours to copy; `nil` where they are not on this machine.
let sampleExports: String? = {
  let shared =
    ProcessInfo.processInfo.environment["PEIL_SHARED"] ?? "\(repository)/../shared"
  let folder = "\(shared)/exports"
  return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()
