package import Diagnostics
package import FileSystem
package import PeilModel
import YAML

extension Client {
  /// Reads a `client.yaml`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: As shown to the person.
  ///   - slug: The name of the client's folder.
  ///   - agency: Gives the language where the client names none.
  ///   - folder: Where its logo lies; `nil` leaves it out.
  /// - Throws: Every problem of the file.
  package static func read(
    _ bytes: [UInt8], file: String, slug: Slug, agency: Agency, filesIn folder: Folder? = nil
  ) throws(Problems) -> Client {
    let document = try Document.read(bytes, file: file)
    var fields = Fields(of: document.root, called: "a client")
    let name = fields.required("name", "the client's name") { $0.text }
    let language = fields.optional("language", "a language, as in `nl`") { $0.text }
    let platforms: [Platform] = fields.choices("platforms")
    if platforms.isEmpty, fields.problems.isEmpty {
      fields.report([.noPlatforms(at: document.root.place)])
    }
    var client = Client(
      slug: slug, name: name ?? "", language: language.map { LanguageCode($0) } ?? agency.language,
      platforms: platforms.removingRepeats())
    client.identifyingNames = fields.texts("names")
    client.mentions = fields.texts("mentions")
    client.sector = fields.optional("sector", "a text") { $0.text }
    // A sector that is broad already need not be written twice.
    client.broadSector =
      fields.choice("broad-sector") ?? client.sector.flatMap { Sector(rawValue: $0) }
    client.accountManager = fields.optional("account-manager", "a name") { $0.text }
    client.logo = fields.brandFile("logo", in: folder)
    client.targetAges = fields.nested("target-audience", called: "a target audience") { audience in
      audience.texts("ages")
    }
    client.accounts = fields.nested("accounts", called: "the accounts") { accounts in
      var handles: [Platform: String] = [:]
      for platform in Platform.allCases {
        handles[platform] = accounts.optional(platform.rawValue, "a handle or account name") {
          $0.text
        }
      }
      return handles
    }
    client.confirmedNone = Set(fields.choices("confirmed-none"))
    client.goals = fields.goals()
    client.hourlyRate = fields.optional("hourly-rate", "an amount, as in `82.50`") { $0.money }
    client.conversion = fields.nested("conversion", called: "a conversion") { conversion in
      ConversionKind(
        value: conversion.optional("value", "an amount, as in `45.00`") { $0.money })
    }
    return try fields.result(client)
  }
}

extension Fields {
  /// `- {metric: interactions, target: 900}`
  fileprivate mutating func goals() -> [Client.Goal] {
    let entries = optional("goals", "a list of goals") { $0.list } ?? []
    var goals: [Client.Goal] = []
    for entry in entries {
      var fields = Fields(of: entry, called: "a goal")
      let metric: KeyResult? = fields.choice("metric")
      let target = fields.required("target", "a number above 0") { entry in
        entry.number.flatMap { $0 > 0 ? $0 : nil }
      }
      if metric == nil, fields.problems.isEmpty {
        fields.report([.goalWithoutMetric(at: entry.place)])
      }
      if let metric, let target { goals.append(Client.Goal(result: metric, target: target)) }
      report(fields.finish())
    }
    return goals
  }
}

extension [Platform] {
  fileprivate func removingRepeats() -> [Platform] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
