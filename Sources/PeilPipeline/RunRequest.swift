/// What a person asked for with `peil build`, as typed: nothing is looked up yet.
public struct RunRequest: Sendable {
  /// The agency's folder, with `agency.yaml` and `clients/`.
  public var data = "data"
  public var output = "output"
  /// The delivered templates; they are complete.
  public var templates: String
  /// A folder that lies over the delivered templates file by file.
  public var ownTemplates: String?
  /// As in `2026-10`. Default: for each client the newest month that all its platforms cover.
  public var month: String?
  /// Slugs. Default: all clients.
  public var clients: [String] = []
  /// Default: the language of each client's settings.
  public var languages: [String] = []
  /// As in `proposal`. Default: the report, which is made in any case.
  public var editions: [String] = []
  /// Default: as many as the machine has processors.
  public var jobs: Int?
  /// Prints each report beside its page as `report.pdf`. Default: no, as it takes much longer than the page.
  public var pdf = false
  /// What prints; `nil` where no Chromium is installed.
  public var printer: PagePrinter?
  /// Builds again what has not changed.
  public var force = false
  /// Builds again what was delivered; what was delivered is kept.
  public var restate = false
  /// Identifies the program, so that pages of an earlier one are built again.
  public var programDigest: String
  /// Name and version, as pages state them: `Peil 0.1.0`.
  public var program: String

  public init(templates: String, program: String, programDigest: String) {
    self.templates = templates
    self.program = program
    self.programDigest = programDigest
  }
}
