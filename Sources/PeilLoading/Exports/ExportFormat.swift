import PeilModel

/// One kind of export: what it is recognised by, what its columns are called, and what a record means.
///
/// Columns are data, because they change monthly and by language; structure is code, a few `Layout`s. A
/// format is recognised by a few columns that must be there, never by a file's name or its whole header.
struct ExportFormat: Sendable {
  /// As `peil inspect` prints it.
  let name: String
  /// Whether a platform writes it; Peil's own formats are written by people.
  let isExport: Bool
  let kind: SourceFile.Kind
  /// `nil` where each record names its own.
  let platform: Platform?
  let layout: Layout
  /// Every label by which a column was seen, in any language, normalised as headers are.
  var columns: [Field: [String]]
  /// The columns by which the format is recognised.
  let signature: [Field]
  /// Columns that must not be there, to tell the format from a near one.
  let excluded: [String]
  /// How many columns the header has, all of them known, where those that must be there say too little.
  let width: Int?
  let dates: Dates
  /// Whose word counts when two exports tell of the same thing.
  let authority: Authority
  /// Whether it holds all posts of its days.
  let isComplete: Bool
  /// Columns whose total the platform writes beside its records, and whether they must add up to it.
  let totals: Totals
  /// What has to be taken for granted to read the file, in words for `peil inspect`.
  let assumptions: [String]
  /// Reads the records of a table one after the other.
  let readAll: @Sendable (inout TableLoop) -> Void

  init(
    _ name: String, _ kind: SourceFile.Kind, platform: Platform? = nil, layout: Layout = .table,
    columns: [Field: [String]], signature: [Field], excluded: [String] = [], width: Int? = nil,
    dates: Dates = .written, authority: Authority = .platform, isComplete: Bool = true,
    totals: Totals = .none, assumptions: [String] = [],
    readAll: @escaping @Sendable (inout TableLoop) -> Void
  ) {
    self.name = name
    isExport = !name.hasPrefix("peil-")
    self.kind = kind
    self.platform = platform
    self.layout = layout
    self.columns = columns
    self.signature = signature
    self.excluded = excluded
    self.width = width
    self.dates = dates
    self.authority = authority
    self.isComplete = isComplete
    self.totals = totals
    self.assumptions = assumptions
    self.readAll = readAll
  }

  /// - Parameter read: Takes what one record says; throws why it is not used.
  init(
    _ name: String, _ kind: SourceFile.Kind, platform: Platform? = nil, layout: Layout = .table,
    columns: [Field: [String]], signature: [Field], excluded: [String] = [], width: Int? = nil,
    dates: Dates = .written, authority: Authority = .platform, isComplete: Bool = true,
    totals: Totals = .none, assumptions: [String] = [],
    read: @escaping @Sendable (inout RecordReader) throws(SkipReason) -> Void
  ) {
    self.init(
      name, kind, platform: platform, layout: layout, columns: columns, signature: signature,
      excluded: excluded, width: width, dates: dates, authority: authority, isComplete: isComplete,
      totals: totals, assumptions: assumptions, readAll: { $0.forEach(read) })
  }

  /// How the records lie in the file.
  enum Layout: Hashable, Sendable {
    /// A header record and records, with notes before it at most.
    case table
    /// The same with a second header record, which explains the first.
    case explainedTable
    /// Google Analytics: `# Start date: …` lines, and tables that each have a header of their own.
    case analytics
  }

  /// What the days of a file leave open.
  enum Dates: Hashable, Sendable {
    /// Nothing: each record says it all.
    case written
    /// Whether the day or the month stands first: a setting of the person who exported.
    case ordered(Field)
    /// The year: records follow one another day by day up to the export.
    case withoutYear(Field)
  }

  /// In rising order.
  enum Authority: Int, Comparable, Sendable {
    /// A part of what the platform's own list of posts holds.
    case part
    /// A tool that passes on what a platform told it.
    case tool
    case platform

    static func < (a: Authority, b: Authority) -> Bool { a.rawValue < b.rawValue }
  }

  enum Totals: Hashable, Sendable {
    case none
    /// Records must add up to it.
    case exact([Field])
    /// The platform holds small numbers back, so its total is larger.
    case larger([Field])

    var fields: [Field] {
      switch self {
      case .none: []
      case .exact(let fields), .larger(let fields): fields
      }
    }
  }

  /// Every format the program knows, in the order of their names.
  static let all: [ExportFormat] = [
    .clockifyHours, .facebookPageInsights, .facebookPostInsights, .facebookVideoInsights,
    .googleAnalyticsTraffic, .googleAds, .harvestHours, .linkedInAds, .linkedInAudience,
    .linkedInMetrics, .linkedInFollowers, .linkedInPersonalAudience, .linkedInPersonalDays,
    .linkedInPersonalPosts, .linkedInPosts, .linkedInVisitorAudience, .linkedInVisitors,
    .metaAds, .metaFacebookPosts, .metaFacebookVideos, .metaInstagramPosts, .audience,
    .conversations, .costs, .followers, .postLog, .posts, .traffic, .pinterestAds, .sproutPosts,
    .sproutProfiles, .tiktokActiveFollowers, .tiktokBusinessAudience, .tiktokBusinessDays,
    .tiktokBusinessVideos, .tiktokDays, .tiktokFollowers, .tiktokGenders, .tiktokTerritories,
    .tiktokContent, .tiktokViewers, .togglHours, .xContent, .xDays, .xDaysUntil2024,
    .xPostsUntil2024, .youTubeChart, .youTubeContent, .youTubeDays, .youTubeTable,
    .zendeskTickets,
  ]

  private static let authorities = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, $0.authority) })

  /// What counts for a file, by the name of its format.
  static func authority(of format: String) -> Authority { authorities[format] ?? .platform }
}
