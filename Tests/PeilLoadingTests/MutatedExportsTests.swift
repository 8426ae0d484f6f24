import Calendars
import Diagnostics
import FileSystem
import Foundation
import PeilModel
import TestSupport
import Testing

@testable import PeilLoading

/// Ten thousand damaged exports: none ends the program, and every record of each is used or skipped.
///
/// The beginnings of all exports of the sample agency, and of the samples where they are at hand, are
/// changed by a seeded generator, so that a failure can be run again.
@Suite struct MutatedExportsTests {
  private static let mutantCount = 10_000

  /// The first bytes of each export, enough for its header and some records.
  private static let seeds: [(path: String, bytes: [UInt8])] = {
    let folders = ["\(repository)/data/clients"] + (sampleExports.map { [$0] } ?? [])
    return folders.flatMap { folder in
      let inside = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
      return (inside ?? []).sorted()
        .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xls") }
        .compactMap { path in
          FileManager.default.contents(atPath: "\(folder)/\(path)")
            .map { (path, [UInt8]($0.prefix(2_400))) }
        }
    }
  }()

  @Test(arguments: 0..<20)
  func `of a damaged export nothing is silently dropped`(part: Int) throws {
    let load = try Self.loader()
    var random = Mutations(seed: UInt64(part) &+ 20_261_126)
    for number in 0..<Self.mutantCount / 20 {
      let seed = Self.seeds[(part + 20 * number) % Self.seeds.count]
      var bytes = seed.bytes
      random.change(&bytes)
      expectAccount(load(seed.path, bytes), "part \(part), mutant \(number) of \(seed.path)")
    }
  }

  /// A workbook of before 2007 is a file system of its own, read byte by byte here.
  @Test(arguments: 0..<6)
  func `of three thousand damaged old workbooks each is read or told about`(part: Int) throws {
    let made = try withTemporaryFolder { folder in
      let result = try run(
        ["/usr/bin/env", "python3", "\(repository)/Tests/Fixtures/exports/containers.py", folder],
        in: folder)
      try #require(result.exitCode == 0)
      let files = try fileTree(folder)
      return ["old.xls", "old-long.xls"].compactMap { name in files[name].map { [UInt8]($0) } }
    }
    try #require(made.count == 2)
    let sample = sampleExports.flatMap {
      FileManager.default.contents(atPath: "\($0)/linkedin/page_2020.nplf.xls")
    }
    let seeds = made + (sample.map { [[UInt8]($0)] } ?? [])
    let load = try Self.loader()
    var random = Mutations(seed: UInt64(part) &+ 97)
    for number in 0..<500 {
      var bytes = seeds[number % seeds.count]
      random.change(&bytes)
      expectAccount(load("a.xls", bytes), "part \(part), mutant \(number)")
    }
  }

  // MARK: -

  /// Loads one export for a client of all platforms.
  private static func loader() throws -> (String, [UInt8]) -> ClientLoad {
    let clocks = RecordReader.Clocks(
      agency: try #require(TimeZoneTable(identifier: "Europe/Amsterdam")),
      pacific: try #require(TimeZoneTable(identifier: "America/Los_Angeles")))
    let client = Client(
      slug: try #require(Client.Slug("bakery")), name: "Bakery", language: LanguageCode("nl"),
      platforms: Platform.allCases)
    return { path, bytes in
      var loader = ClientLoader(
        client: client,
        settings: ClientLoader.Settings(clocks: clocks, currency: "EUR", catalogue: .standard))
      let name = ExportName(path: "exports/\(path)", shownAs: path, digest: "")
      loader.load(FileBytes(bytes), of: name, depth: 0)
      return loader.finish()
    }
  }

  /// Every record is used or skipped, and the file is read or told about.
  private func expectAccount(_ load: ClientLoad, _ mutant: String) {
    for file in load.data.files {
      let skipped = file.skipped.map(\.count)
      let isBalanced =
        file.records == file.used + skipped.reduce(0, +) && file.used >= 0
        && skipped.allSatisfy { $0 > 0 } && file.sums.allSatisfy { $0.total.isFinite }
      #expect(isBalanced, "\(mutant): \(file.account)")
    }
    #expect(!load.data.files.isEmpty || !load.diagnostics.isEmpty, "\(mutant)")
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), and what it does to a file.
private struct Mutations {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(max(count, 1)))
  }

  /// One to four changes.
  mutating func change(_ bytes: inout [UInt8]) {
    for _ in 0...below(4) where !bytes.isEmpty {
      let place = below(bytes.count)
      let length = min(1 + below(40), bytes.count - place)
      switch below(7) {
      case 0: bytes[place] = UInt8(below(256))
      case 1: bytes.removeSubrange(place..<place + length)
      case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: below(bytes.count))
      case 3: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
      case 4: bytes.removeSubrange(place...)
      case 5: bytes[place] ^= 1 << UInt8(below(8))
      default:
        // Numbers beyond what anything counts.
        for index in place..<place + length where 0x30...0x39 ~= bytes[index] {
          bytes[index] = 0x39
        }
      }
    }
  }

  private static let pieces: [[UInt8]] =
    ["\"", ",", ";", "\n", "\r\n", "\n\n", "\t", "-", "99999999999999999999", "1e308", "0/0/0"]
    .map { Array($0.utf8) } + [
      [0], [0xFF], [0xC3, 0x28], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0x8B],
    ]
}
