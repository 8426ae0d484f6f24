import Calendars
import Diagnostics
import PeilModel

// In alphabetical order of their ids.
extension Diagnostic {
  static func monthWithoutData(
    _ month: Month, client: Client.Slug, covered: ClosedRange<Day>?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "run.month-without-data",
      "no export of `\(client.text)` speaks of \(month.description)", at: place,
      notes: covered.map { [.init("the exports speak of \(text(of: $0))")] } ?? [],
      help: "add the exports of that month, or name another one with `--month`")
  }

  static func noAgencySettings(_ cause: Diagnostic, in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.no-agency", "`agency.yaml` \(cause.message)", at: Place(file: folder),
      help: "name the agency's folder with `--data`")
  }

  static func noClients(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.no-clients", "there is no folder of a client", at: Place(file: folder),
      help: "make a folder for each client with a `client.yaml` in it")
  }

  static func noCompleteMonth(
    _ client: Client.Slug, covered: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "run.no-complete-month",
      "no month of `\(client.text)` is covered completely by all its platforms",
      at: place, notes: covered.map { .init("posts of \($0)") },
      help: "export at least one whole month of each platform, or name the month with `--month`")
  }

  static func noDataFolder(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.no-data", "there is no such folder", at: Place(file: folder),
      help: "name the agency's folder with `--data`")
  }

  static func noTemplates(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.no-templates", "there is no folder of templates", at: Place(file: folder),
      help: "name it with `--templates`")
  }

  static func notAMonth(_ text: String) -> Diagnostic {
    Diagnostic(
      .error, "run.not-a-month", "`\(text)` is not a month", help: "write it as in `2026-10`")
  }

  static func notASlug(_ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.not-a-slug", "`\(name)` cannot stand in an address",
      at: Place(file: "\(folder)/\(name)"),
      help: "name the folder with small letters, digits and hyphens")
  }

  static func platformStops(
    _ platform: Platform, on day: Day, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "run.platform-stops",
      "the posts of `\(platform.rawValue)` stop on \(day.description), so no newer month is reported",
      at: place, help: "export `\(platform.rawValue)` again")
  }

  static func platformStopsEarly(
    _ platform: Platform, on day: Day, in month: Month, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "run.platform-stops-early",
      "the posts of `\(platform.rawValue)` stop on \(day.description), before \(month.description) ends",
      at: place, help: "export `\(platform.rawValue)` again")
  }

  static func platformWithoutPosts(_ platform: Platform, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "run.platform-without-posts",
      "`\(platform.rawValue)` is one of the client's platforms and no export has its posts",
      at: place,
      help: "add its export, or take it out of `platforms` in `client.yaml`")
  }

  static func unknownClient(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "run.unknown-client", "there is no client `\(name)`",
      notes: [.init("clients: \(known.joined(separator: ", "))")],
      help: nearestName(to: name, among: known).map { "write `\($0)`" })
  }

  static func unknownLanguage(_ language: LanguageCode, known: [LanguageCode]) -> Diagnostic {
    let names = known.map(\.text)
    return Diagnostic(
      .error, "run.unknown-language", "there is no translation for `\(language.text)`",
      notes: [.init("languages: \(names.joined(separator: ", "))")],
      help: nearestName(to: language.text, among: names).map { "write `\($0)`" })
  }

  static func unknownTimeZone(_ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.unknown-time-zone", "`\(name)` is not a time zone",
      at: Place(file: "\(folder)/agency.yaml"), help: "write it as in `Europe/Amsterdam`")
  }
}
