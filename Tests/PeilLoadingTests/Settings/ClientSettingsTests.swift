import Diagnostics
import FileSystem
import Foundation
import PeilLoading
import PeilModel
import TestSupport
import Testing

@Suite struct ClientSettingsTests {
  private func read(_ text: String) throws -> Client {
    let slug = try #require(Client.Slug("bakery"))
    return try Client.read(
      Array(text.utf8), file: "client.yaml", slug: slug,
      agency: Agency(name: "Agency", language: LanguageCode("en")))
  }

  private func problems(_ text: String) throws -> [Diagnostic] {
    do {
      _ = try read(text)
      return []
    } catch let error as Problems {
      return error.diagnostics
    }
  }

  @Test func `a client has a name and platforms and takes its language from the agency`() throws {
    let client = try read("name: Bakery\nplatforms: [instagram]")
    #expect(client.slug.text == "bakery")
    #expect(client.name == "Bakery")
    #expect(client.platforms == [.instagram])
    #expect(client.language == LanguageCode("en"))
    #expect(client.identifyingNames == [])
    #expect(client.confirmedNone == [])
    #expect(client.goals == [])
    #expect(client.conversion.value == nil)
  }

  @Test func `every key is read`() throws {
    let client = try read(
      """
      name: Bakery
      names: [Bakery, bakery.example]
      mentions: [harbour-museum]
      sector: food
      target-audience:
        ages: ["25-34", "35-44"]
      language: nl
      account-manager: B. Person
      platforms: [facebook, x, facebook, instagram]
      accounts:
        instagram: thebakery
        x: bakes
      confirmed-none: [advertising, costs]
      goals:
        - {metric: interactions, target: 900}
        - {metric: answered, target: 0.8}
      conversion:
        value: 12.50
      """)
    #expect(client.identifyingNames == ["Bakery", "bakery.example"])
    #expect(client.mentions == ["harbour-museum"])
    #expect(client.sector == "food")
    #expect(client.targetAges == ["25-34", "35-44"])
    #expect(client.language == LanguageCode("nl"))
    #expect(client.accountManager == "B. Person")
    #expect(client.platforms == [.facebook, .x, .instagram])
    #expect(client.accounts == [.instagram: "thebakery", .x: "bakes"])
    #expect(client.confirmedNone == [.advertising, .costs])
    #expect(
      client.goals == [
        Client.Goal(result: .interactions, target: 900),
        Client.Goal(result: .answered, target: 0.8),
      ])
    #expect(client.conversion.value == Money(cents: 1250))
  }

  private static let start = "name: B\nplatforms: [x]\n"

  @Test(
    arguments: [
      ("platforms: [x]", "settings.missing-key", 0),
      ("name: B", "client.no-platforms", 0),
      ("name: B\nplatforms: []", "client.no-platforms", 0),
      ("name: B\nplatforms: [instgram]", "settings.unknown-word", 2),
      ("name: B\nplatforms: x", "settings.wrong-type", 2),
      ("name: B\nplatforms: [[x]]", "settings.wrong-type", 2),
      (start + "names: B", "settings.wrong-type", 3),
      (start + "names: [[B]]", "settings.wrong-type", 3),
      (start + "sector: []", "settings.wrong-type", 3),
      (start + "target-audience: old", "settings.wrong-type", 3),
      (start + "target-audience:\n  age: [a]", "settings.unknown-key", 4),
      (start + "accounts:\n  twitter: me", "settings.unknown-key", 4),
      (start + "accounts:\n  x: [me]", "settings.wrong-type", 4),
      (start + "confirmed-none: [adverts]", "settings.unknown-word", 3),
      (start + "goals: 900", "settings.wrong-type", 3),
      (start + "goals:\n  - {target: 900}", "client.goal-without-metric", 4),
      (start + "goals:\n  - {metric: interactions}", "settings.missing-key", 0),
      (start + "goals:\n  - {metric: interactions, target: 0}", "settings.wrong-type", 4),
      (start + "goals:\n  - {metric: likes, target: 9}", "settings.unknown-word", 4),
      (start + "goals:\n  - {metric: posts, target: 9, by: may}", "settings.unknown-key", 4),
      (start + "conversion:\n  value: -4", "settings.wrong-type", 4),
      (start + "conversion:\n  name: order", "settings.unknown-key", 4),
      (start + "platfroms: [x]", "settings.unknown-key", 3),
    ])
  func `what is wrong is told with its line`(text: String, id: String, line: Int) throws {
    let found = try problems(text)
    let problem = try #require(found.first { $0.id == id }, "\(found.map(\.id))")
    #expect(found.count == 1, "\(found.map(\.id))")
    #expect(problem.severity == .error)
    #expect((problem.place?.line ?? 0) == line)
  }

  @Test(
    arguments: [
      ("bakery", true), ("b2b-client", true), ("", false), ("..", false), ("a/b", false),
      ("Bakery", false), ("-a", false), ("café", false), (String(repeating: "a", count: 65), false),
    ])
  func `a slug can stand in a path`(text: String, isAllowed: Bool) {
    #expect((Client.Slug(text) != nil) == isAllowed)
  }

  @Test func `a folder without settings is told`() throws {
    try withTemporaryFolder { folder in
      let slug = try #require(Client.Slug("bakery"))
      let problems = #expect(throws: Problems.self) {
        try ClientInput(
          of: slug, in: Folder(folder, shownAs: "bakery"),
          agency: Agency(name: "Agency", language: LanguageCode("en")))
      }
      #expect(problems?.diagnostics.map(\.id) == ["client.no-settings"])
      #expect(problems?.diagnostics.first?.place?.file == "bakery")
    }
  }

  @Test func `a client without exports loads nothing and is not unusable`() throws {
    let load = try load([String: String]())
    #expect(load.data == ClientData())
    #expect(load.diagnostics == [])
    #expect(!load.isUnusable)
  }
}
