import Calendars
public import Diagnostics
import FileSystem
import PeilAnalysis
import PeilLoading
import PeilModel

/// The first half of a client's run, to be measured: load, measure and judge, without a page.
public struct AnalysisTrial {
  private let agency: Agency
  private let slug: Client.Slug
  private let folder: Folder
  private let zone: TimeZoneTable
  private let pacific: TimeZoneTable
  private let period: ReportingPeriod

  /// - Parameters:
  ///   - data: A folder with `agency.yaml` and `clients`.
  ///   - client: The name of the client's folder.
  ///   - month: As in `2026-10`.
  /// - Throws: What is wrong with the settings; a name, month or time zone that is none.
  public init(data: String, client: String, month: String) throws(Problems) {
    keepFreedMemory()
    let data = Folder(data)
    agency = try Agency.read(try readSettings(data), file: "\(data.shownAs)/agency.yaml")
    guard let slug = Client.Slug(client) else {
      throw Problems([.unknownClient(client, known: [])])
    }
    guard let month = Month(month) else { throw Problems([.notAMonth(month)]) }
    let zones = [agency.timeZone, "America/Los_Angeles"].map { TimeZoneTable(identifier: $0) }
    guard let zone = zones[0], let pacific = zones[1] else {
      throw Problems([.unknownTimeZone(agency.timeZone, in: data.shownAs)])
    }
    self.slug = slug
    self.zone = zone
    self.pacific = pacific
    period = ReportingPeriod(month: month)
    folder = data.folder("clients").folder(client)
  }

  /// The first part of `load` alone: settings and exports brought into memory and hashed, as every run must to see
  /// what has changed.
  public func read() throws(Problems) {
    _ = try ClientInput(of: slug, in: folder, agency: agency)
  }

  /// Reads the client's exports, which `analyse` then takes.
  public func load() throws(Problems) -> Loaded {
    let input = try ClientInput(of: slug, in: folder, agency: agency)
    return Loaded(client: input.client, data: input.load(zone: zone, pacific: pacific).data)
  }

  public struct Loaded {
    fileprivate let client: Client
    fileprivate let data: ClientData
    public var posts: Int { data.posts.count }
  }

  /// Measures and judges the month.
  ///
  /// - Parameter months: Of the verdicts' history, this month among them; 1 for none.
  public func analyse(_ loaded: Loaded, months: Int) -> Judged {
    let findings = PeilAnalysis.analyse(
      agency: agency, client: loaded.client, data: loaded.data, period: period, zone: zone,
      months: months)
    return Judged(
      figures: findings.ledger.figures.count,
      verdicts: findings.sections.map { $0.history.map(\.kind.rawValue) })
  }

  public struct Judged: Sendable {
    /// How many figures the ledger has.
    public let figures: Int
    /// Of each belief in their order, oldest month first: `too-little-data`.
    public let verdicts: [[String]]
  }
}
