import Diagnostics
import FileSystem
import Foundation
import PeilLoading
import PeilModel
import TestSupport
import Testing

/// The settings that `peil new` hands out: every key is in them, and none that is not one.
@Suite struct DocumentedSettingsTests {
  private static let agency = "\(Project.templates)/new/agency/agency.yaml"
  private static let client = "\(Project.templates)/new/client/client.yaml"

  @Test(arguments: [agency, client])
  func `they are right as they are handed out`(_ file: String) throws {
    #expect(try problems(of: file, try text(file)) == [])
  }

  @Test(arguments: [agency, client])
  func `every example in them is right`(_ file: String) throws {
    #expect(try problems(of: file, try uncommented(file)) == [])
  }

  /// A key that cannot be is answered with those that can, in each mapping.
  @Test(arguments: [agency, client])
  func `their keys are those that are read`(_ file: String) throws {
    let lines = try uncommented(file).split(separator: "\n").map(String.init)
    var documented: [String: Set<String>] = ["": []]
    var section = ""
    for line in lines {
      guard let key = line.firstMatch(of: /^( *)(?:- \{)?([a-z-]+):/) else { continue }
      if key.1.isEmpty {
        section = String(key.2)
        documented["", default: []].insert(section)
      } else {
        documented[section, default: []].insert(String(key.2))
      }
    }
    // What is named by the person has no keys of its own; flow mappings and the like have their tests.
    for section in ["hourly-rates", "checks", "goals", "accounts"] { documented[section] = nil }
    for (section, keys) in documented {
      let asked = section.isEmpty ? "no-key: 1\n" : "\(section):\n  no-key: 1\n"
      let unknown = try problems(of: file, "name: A\nplatforms: [x]\n" + asked)
        .first { $0.id == "settings.unknown-key" && $0.message.contains("no-key") }
      let note = try #require(unknown?.notes.first?.message)
      let known = Set(note.dropFirst("keys here: ".count).split(separator: ", ").map(String.init))
      #expect(keys == known, "keys of \(section)")
    }
  }

  @Test func `every platform, goal and threshold is named`() throws {
    let client = try text(Self.client)
    for platform in Platform.allCases { #expect(client.contains(platform.rawValue)) }
    for goal in KeyResult.allCases { #expect(client.contains(goal.rawValue)) }
    for none in Client.ConfirmedNone.allCases { #expect(client.contains(none.rawValue)) }
    for sector in Sector.allCases { #expect(client.contains(sector.rawValue)) }
  }

  /// "These are the defaults", says the file.
  @Test func `the thresholds in them are the defaults`() throws {
    let agency = try Agency.read(Array(try uncommented(Self.agency).utf8), file: "agency.yaml")
    #expect(agency.thresholds.changedBeliefs == [])
  }

  // MARK: -

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: file, encoding: .utf8)
      .replacingOccurrences(of: "{{name}}", with: "\"Bakery\"")
  }

  /// With every setting in force that stands there as a remark; explanations begin with a capital letter or go on
  /// without a colon behind their first word.
  private func uncommented(_ file: String) throws -> String {
    try text(file).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.prefixMatch(of: /# (?:[a-z-]+:(?: |$)|  [a-z-]+:|  - )/) == nil
        ? String(line) : String(line.dropFirst(2))
    }.joined(separator: "\n")
  }

  private func problems(of file: String, _ text: String) throws -> [Diagnostic] {
    do throws(Problems) {
      if file == Self.agency {
        _ = try Agency.read(Array(text.utf8), file: "agency.yaml")
      } else if let slug = Client.Slug("bakery") {
        _ = try Client.read(
          Array(text.utf8), file: "client.yaml", slug: slug,
          agency: Agency(name: "", language: LanguageCode("nl")))
      }
      return []
    } catch {
      return error.diagnostics
    }
  }
}
