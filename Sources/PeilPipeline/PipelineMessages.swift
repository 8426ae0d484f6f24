import Calendars
import Diagnostics
import PeilModel

// In alphabetical order of their ids.
extension Diagnostic {
  // MARK: delivered

  static func changedDelivery(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "delivered.changed", "is not what was delivered", at: Place(file: file),
      help: "put back what was delivered, from a backup or from version control")
  }

  static func deliveredBefore(_ month: Month, client: Client.Slug) -> Diagnostic {
    Diagnostic(
      .error, "delivered.approved", "\(month) of `\(client.text)` was delivered already",
      help: "to deliver another version build it first: `peil build --month \(month) --restate`")
  }

  static func draftToFreeze(_ place: String, client: Client.Slug, month: Month) -> Diagnostic {
    Diagnostic(
      .error, "delivered.draft", "is a draft that nobody has approved", at: Place(file: place),
      help: """
        approve it with `peil review \(client.text) --month \(month) --by NAME`, or keep drafts too with \
        `--drafts`
        """)
  }

  static func notADelivery(_ folder: String) -> Diagnostic {
    Diagnostic(
      .warning, "delivered.unknown-folder", "is no month that was delivered",
      at: Place(file: folder), help: "a delivered month is called as in `2026-10` or `2026-10.2`")
  }

  static func nothingToFreeze(in place: String) -> Diagnostic {
    Diagnostic(
      .error, "delivered.nothing-there", "no whole report stands here that could be delivered",
      at: Place(file: place), help: "build it first, with `peil build`")
  }

  static func otherThanDelivered(_ place: String, _ month: Month) -> Diagnostic {
    Diagnostic(
      .error, "delivered.other",
      "this month was delivered, and what stands here is neither that nor made from it",
      at: Place(file: place),
      help: "build it with `peil build --month \(month) --restate`, and freeze that")
  }

  /// - Parameter isAskedFor: Somebody named the month, and so expects it to be built.
  static func standsAsDelivered(
    _ month: Month, client: Client.Slug, isAskedFor: Bool
  ) -> Diagnostic {
    Diagnostic(
      isAskedFor ? .error : .warning, "delivered.stands",
      "\(month) of `\(client.text)` was delivered and stands so; it would be built otherwise now",
      notes: [.init("the next month's report tells which figures changed")],
      help: "to build it all the same, and keep both: `--restate`")
  }

  // MARK: new

  /// A client of last year has the same name.
  static func alreadyThere(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "new.already-there", "something stands there already, and nothing was changed",
      at: Place(file: path), help: "choose another name, or move it away")
  }

  static func nothingToBeginWith(in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "new.no-examples", "there are no files to begin with", at: Place(file: folder),
      help: "name the folder of templates with `--templates`")
  }

  // MARK: pdf

  static let noChromium = Diagnostic(
    .error, "pdf.no-chromium", "a PDF is printed by Chromium, and none is installed",
    notes: [.init("looked for: \(PagePrinter.names.joined(separator: ", "))")],
    help: "install it, as in `apt-get install chromium`, or leave out `--pdf`")

  static func notPrinted(_ page: String, _ what: String, says words: String?) -> Diagnostic {
    Diagnostic(
      .error, "pdf.not-printed", "\(what), so there is no PDF of this page", at: Place(file: page),
      notes: words.map { [.init("it says: \($0)")] } ?? [],
      help: "print the page from a browser, or build it again")
  }

  // MARK: proposal

  static func noCallToAction(in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "proposal.no-call-to-action",
      "a sales copy asks its reader for one thing, and the settings do not say for what",
      at: Place(file: "\(folder)/agency.yaml"),
      help: "add `call-to-action`, with a `link` that begins with `https://` or `mailto:`")
  }

  static func noProposalOfDelivered(_ month: Month, client: Client.Slug) -> Diagnostic {
    Diagnostic(
      .error, "proposal.of-delivered",
      "\(month) of `\(client.text)` was delivered without a sales copy, and stands as it was",
      help: "build the sales copy before a month is frozen, or name another month")
  }

  /// - Parameter sector: As the settings have it, in the agency's own words.
  static func noSector(_ sector: String?, in folder: String) -> Diagnostic {
    let known = Sector.allCases.map(\.rawValue)
    let nearest = sector.flatMap { nearestName(to: $0, among: known) }
    return Diagnostic(
      .error, "proposal.no-sector",
      "a sales copy says of its client only a broad sector, and the settings name none",
      at: Place(file: "\(folder)/client.yaml"),
      notes: [.init("sectors: \(known.joined(separator: ", "))")],
      help: "add `broad-sector: \(nearest ?? known.first ?? "")`, or another one of these")
  }

  // MARK: publish

  static func andMoreFiles(_ count: Int) -> Diagnostic {
    Diagnostic(.error, "publish.and-more", "and \(count) more files are not as they should be")
  }

  static func changedFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.changed", "is not what the run released", at: Place(file: file),
      help: "run `peil build` again")
  }

  static func changedGeneration(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.changed-generation",
      "the files of this generation are not what was published, so it is not shown",
      at: Place(file: folder), help: "publish again, from an output that is right")
  }

  static func copyDiffers(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.copy-differs",
      "what can be read there is not what was written; what was shown before still is",
      at: Place(file: file), help: "look at the disk, and publish again")
  }

  static func currentIsNoLink(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.current-is-no-link", "is no link, so it cannot be switched",
      at: Place(file: file), help: "move it away, or publish to another folder")
  }

  static func currentLeadsElsewhere(_ file: String, to target: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.current-leads-elsewhere",
      "leads to `\(target)`, which no publishing made", at: Place(file: file),
      help: "remove the link, or publish to another folder")
  }

  static func destinationWritableByAll(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.destination-writable-by-all",
      "everybody may write in this folder, and so could change what is shown",
      at: Place(file: folder), help: "take that away: `chmod o-w`")
  }

  /// - Parameter drafts: Their paths in the output.
  static func draftsLeftOut(_ drafts: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "publish.drafts-left-out",
      drafts.count == 1
        ? "a report is left out that nobody has approved"
        : "\(drafts.count) reports are left out that nobody has approved",
      at: place,
      notes: drafts.prefix(10).map { .init($0) }
        + (drafts.count > 10 ? [.init("and \(drafts.count - 10) more")] : []),
      help: "approve them with `peil review`, or publish them too with `--drafts`")
  }

  static func onlyDrafts(in output: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.only-drafts", "nobody has approved a report", at: Place(file: output),
      help: "approve reports with `peil review`, or publish drafts too with `--drafts`")
  }

  static func emptyRun(in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.empty-run", "the last run released nothing", at: Place(file: folder),
      help: "run `peil build` and see what it says")
  }

  static func generationStays(_ name: String, cause: Diagnostic) -> Diagnostic {
    Diagnostic(
      .warning, "publish.generation-stays",
      "the old generation `\(name)` could not be removed: \(cause.message)", at: cause.place)
  }

  static func missingFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.missing", "was released and is not there", at: Place(file: file),
      help: "run `peil build` again")
  }

  static func noEarlierGeneration(than name: String, at folder: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.no-earlier", "there is no generation before `\(name)` to go back to",
      at: Place(file: folder))
  }

  static func noLinks(in folder: String, cause: Diagnostic) -> Diagnostic {
    Diagnostic(
      .error, "publish.no-links",
      "no link can be made here, so a site cannot be switched all at once",
      at: Place(file: folder), notes: [.init(cause.message)],
      help: "publish to a disk of the web server itself; a Windows share knows no links")
  }

  static func noOutput(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.no-output", "there is no such folder", at: Place(file: folder),
      help: "run `peil build` first, or name its folder with `--output`")
  }

  static func noRun(in folder: String, cause: Diagnostic) -> Diagnostic {
    Diagnostic(
      .error, "publish.no-run", "`run.json` \(cause.message)", at: Place(file: folder),
      help: "run `peil build` first: it lists what may be published")
  }

  static func notApart(output: String, destination: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.not-apart", "`\(output)` and `\(destination)` lie in each other",
      at: Place(file: destination), help: "publish to a folder outside of the output")
  }

  static func nothingPublished(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.nothing-published", "nothing is published here", at: Place(file: folder),
      help: "name the folder that was given to `peil publish`")
  }

  static func publishesLastGood(
    of client: String, state: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "publish.last-good",
      "the last run left `\(client)` \(state), so its last good pages are published", at: place,
      help: "run `peil build` and see what it says")
  }

  static func publishingInProgress(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.in-progress", "another `peil publish` is at work in this folder",
      at: Place(file: folder), help: "wait until it is done")
  }

  static func unknownAccount(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "publish.unknown-account", "this machine has no account `\(name)`", at: place,
      help: "correct `owner` below `publish`, or leave it out")
  }

  static func unknownFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.unknown-file", "no run released this file", at: Place(file: file),
      help: "move it away; only `peil` writes in the output")
  }

  static func unknownGroup(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "publish.unknown-group", "this machine has no group `\(name)`", at: place,
      help: "correct `group` below `publish`, or leave it out")
  }

  static func unknownRun(in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "publish.unknown-run", "`run.json` is not one that this `peil` writes",
      at: Place(file: folder), help: "run `peil build` again")
  }

  // MARK: run

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
      help: "name the agency's folder with `--data`, or make one with `peil new agency`")
  }

  static func noClients(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.no-clients", "there is no folder of a client", at: Place(file: folder),
      help: "make one for each client with `peil new client`")
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

  /// The folder that `--templates` names.
  static func noTemplates(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.no-templates", "there is no such folder of templates", at: Place(file: folder),
      help: "`--templates` names a folder of your own; without it the delivered templates are used")
  }

  static func noDeliveredTemplates(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.no-delivered-templates", "the templates that Peil is delivered with are missing",
      at: Place(file: folder),
      help: "start the program where its `templates` lie, or put them at the place above; "
        + "`--templates` names a folder that lies over them and does not replace them")
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

  static func outputInUse(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "run.output-in-use", "another run of `peil` is at work in this folder",
      at: Place(file: folder), help: "wait until it is done")
  }

  static func nothingToReview(in place: String) -> Diagnostic {
    Diagnostic(
      .error, "review.nothing-there", "no report stands here that could be approved",
      at: Place(file: place), help: "build it first, with `peil build`")
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

  static func danglingLink(to target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "site.dangling-link", "nothing stands at `\(target)`", at: place,
      help: "build the month again with `--force`")
  }

  static func unknownClient(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "run.unknown-client", "there is no client `\(name)`",
      notes: [.init("clients: \(known.joined(separator: ", "))")],
      help: nearestName(to: name, among: known).map { "write `\($0)`" })
  }

  static func unknownEdition(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "run.unknown-edition", "there is no edition `\(name)`",
      notes: [.init("editions: \(known.joined(separator: ", "))")],
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
