import Diagnostics
import Foundation
import PeilLoading
import PeilModel
import Testing

@Suite struct AgencySettingsTests {
  private func read(_ text: String) throws(Problems) -> Agency {
    try Agency.read(Array(text.utf8), file: "agency.yaml")
  }

  private func problems(_ text: String) -> [Diagnostic] {
    do throws(Problems) {
      _ = try read(text)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func `an agency is named and may leave out the rest`() throws {
    let agency = try read("name: Bureau")
    #expect(agency.name == "Bureau")
    #expect(agency.language == LanguageCode("nl"))
    #expect(agency.currency == "EUR")
    #expect(agency.timeZone == "Europe/Amsterdam")
    #expect(agency.hourlyRate == nil)
    #expect(agency.contact == Agency.Contact())
    #expect(agency.thresholds.changedBeliefs == [])
    #expect(agency.publishing == Agency.Publishing())
  }

  @Test func `every key is read`() throws {
    let agency = try read(
      """
      name: Bureau
      language: en
      currency: GBP
      time-zone: Europe/London
      hourly-rate: 82.5
      contact:
        name: A. Person
        email: a@agency.example
        phone: "0000 123"
        website: https://agency.example
      thresholds:
        paid: {refuted: 0.7, holds: 0.95}
      publish: {mode: 0640, owner: web, group: www-data}
      """)
    #expect(agency.publishing.mode == 0b110_100_000)
    #expect(agency.publishing.owner == "web")
    #expect(agency.publishing.group == "www-data")
    #expect(agency.language == LanguageCode("en"))
    #expect(agency.currency == "GBP")
    #expect(agency.timeZone == "Europe/London")
    #expect(agency.hourlyRate == Money(cents: 8250))
    #expect(agency.contact.name == "A. Person")
    #expect(agency.contact.email == "a@agency.example")
    #expect(agency.contact.phone == "0000 123")
    #expect(agency.contact.website == "https://agency.example")
    #expect(
      agency.thresholds[.paidIsTheOnlyWay] == Thresholds.Pair(useless: 0.7, holds: 0.95))
    #expect(agency.thresholds.changedBeliefs == [.paidIsTheOnlyWay])
  }

  @Test(
    arguments: [
      ("followers", Belief.followersAreSuccess), ("paid", .paidIsTheOnlyWay),
      ("platforms", .morePlatformsAreBetter), ("hashtags", .hashtagsHelp),
      ("traffic", .trafficIsTheGoal), ("discipline", .socialIsSeparate),
    ])
  func `a threshold is read as it is written`(key: String, belief: Belief) throws {
    let agency = try read("name: B\nthresholds:\n  \(key): {refuted: 0.11, holds: 0.93}")
    #expect(agency.thresholds[belief] == Thresholds.Pair(useless: 0.11, holds: 0.93))
    #expect(agency.thresholds.changedBeliefs == [belief])
  }

  /// Python: `math.log(0.9)`, `math.log(1.1)`.
  @Test(
    arguments: [
      ("automation", Belief.automateEverything), ("content", .goodContentSellsItself),
    ])
  func `a ratio becomes its logarithm`(key: String, belief: Belief) throws {
    let agency = try read("name: B\nthresholds:\n  \(key): {refuted: 1.1, holds: 0.9}")
    #expect(abs(agency.thresholds[belief].useless - 0.09531017980432493) < 1e-15)
    #expect(abs(agency.thresholds[belief].holds - -0.10536051565782628) < 1e-15)
  }

  @Test func `one end of a threshold may be left out`() throws {
    let agency = try read("name: B\nthresholds:\n  discipline: {holds: 0.99}")
    #expect(agency.thresholds[.socialIsSeparate] == Thresholds.Pair(useless: 0.8, holds: 0.99))
  }

  @Test(
    arguments: [
      ("language: nl", "settings.missing-key", 0),
      ("name: [a]", "settings.wrong-type", 1),
      ("name: B\nlanguage: [nl]", "settings.wrong-type", 2),
      ("name: B\ncurrency: euro", "settings.wrong-type", 2),
      ("name: B\ncurrency: eur", "settings.wrong-type", 2),
      ("name: B\ntime-zone: {}", "settings.wrong-type", 2),
      ("name: B\nhourly-rate: much", "settings.wrong-type", 2),
      ("name: B\nhourly-rate: -1", "settings.wrong-type", 2),
      ("name: B\nhourly-rate: 1.005", "settings.wrong-type", 2),
      ("name: B\ncontact: me", "settings.wrong-type", 2),
      ("name: B\ncontact:\n  website: http://a.example", "settings.wrong-type", 3),
      ("name: B\ncontact:\n  mail: a@b.example", "settings.unknown-key", 3),
      ("name: B\nthresholds:\n  m2: {holds: 1}", "settings.unknown-key", 3),
      ("name: B\nthresholds:\n  free: {holds: 1}", "settings.unknown-key", 3),
      ("name: B\nthresholds:\n  paid: {useless: 1}", "settings.unknown-key", 3),
      ("name: B\nthresholds:\n  paid: {holds: high}", "settings.wrong-type", 3),
      ("name: B\nthresholds:\n  paid: 0.8", "settings.wrong-type", 3),
      ("name: B\nthresholds:\n  content: {holds: 0}", "settings.wrong-type", 3),
      ("name: B\nthresholds:\n  automation: {refuted: -0.8}", "settings.wrong-type", 3),
      ("name: B\npublish: {mode: 0646}", "agency.writable-by-all", 2),
      ("name: B\npublish: {mode: 0755}", "settings.wrong-type", 2),
      ("name: B\npublish: {mode: 0044}", "settings.wrong-type", 2),
      ("name: B\npublish: {mode: 04644}", "settings.wrong-type", 2),
      ("name: B\npublish: {mode: 0689}", "settings.wrong-type", 2),
      ("name: B\npublish: {modes: 0640}", "settings.unknown-key", 2),
      ("name: B\ncolours: {main: \"#000000\"}", "settings.unknown-key", 2),
      ("name: B\ncolours: {brand: blue}", "settings.wrong-type", 2),
      ("name: B\nlangauge: nl", "settings.unknown-key", 2),
      ("name: B\nname: C", "settings.duplicate-key", 1),
      ("name: [B", "settings.syntax", 1),
      ("- B", "settings.not-a-mapping", 1),
    ])
  func `what is wrong is told with its line`(text: String, id: String, line: Int) throws {
    let found = problems(text)
    let problem = try #require(found.first { $0.id == id }, "\(found.map(\.id))")
    #expect(problem.severity == .error)
    #expect((problem.place?.line ?? 0) == line)
  }

  @Test func `a misspelt key is told with the nearest known one`() throws {
    let problem = try #require(problems("name: B\nhourly-rte: 80").first)
    #expect(problem.help == "write `hourly-rate`")
  }

  @Test func `all problems of a file are told at once`() {
    let found = problems("currency: euro\nhourly-rate: much\nfoo: 1")
    #expect(
      found.map(\.id).sorted() == [
        "settings.missing-key", "settings.unknown-key", "settings.wrong-type",
        "settings.wrong-type",
      ])
  }

  @Test
  func `the sample agency's settings are read, and the thresholds they show are the standard`()
    throws
  {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(repository)/data/agency.yaml"))
    let agency = try Agency.read(Array(bytes), file: "agency.yaml")
    #expect(agency.name == "Bureau Springtij")
    #expect(agency.hourlyRate == Money(cents: 9250))

    let shown = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .drop { $0 != "# thresholds:" }.map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(shown.contains("discipline:"))
    let changed = try read("name: B\n\(shown)")
    #expect(changed.thresholds == Thresholds())
  }
}
