import PeilModel

/// One kind of export: what it is recognised by, what its columns are called, and what a record means.
///
/// Columns are data, because they change monthly and by language; structure is code, a few `Layout`s. A
/// format is recognised by a few columns that must be there, never by a file's name or its whole header.
struct ExportFormat: Sendable {
  /// As `peil inspect` prints it.
  let name: String
  let kind: SourceFile.Kind
  /// `nil` where each record names its own.
  let platform: Platform?
  let layout: Layout
  /// Every label by which a column was seen, in any language, normalised as headers are.
  let columns: [Field: [String]]
  /// The columns by which the format is recognised.
  let signature: [Field]
  /// Columns that must not be there, to tell the format from a near one.
  let excluded: [String]
  /// What has to be taken for granted to read the file, in words for `peil inspect`.
  let assumptions: [String]
  let read: @Sendable (inout RecordReader) throws(SkipReason) -> Void

  init(
    _ name: String, _ kind: SourceFile.Kind, platform: Platform? = nil, layout: Layout = .table,
    columns: [Field: [String]], signature: [Field], excluded: [String] = [],
    assumptions: [String] = [],
    read: @escaping @Sendable (inout RecordReader) throws(SkipReason) -> Void
  ) {
    self.name = name
    self.kind = kind
    self.platform = platform
    self.layout = layout
    self.columns = columns
    self.signature = signature
    self.excluded = excluded
    self.assumptions = assumptions
    self.read = read
  }

  /// Whether a platform writes it; Peil's own formats are written by people.
  var isExport: Bool { !name.hasPrefix("peil-") }

  /// How the records lie in the file.
  enum Layout: Hashable, Sendable {
    /// A header record and records, with lines that begin with `#` before it at most.
    case table
    /// Google Analytics: `# Start date: …` lines, and tables that each have a header of their own.
    case analytics
  }

  /// Every format the program knows, in the order of their names.
  static let all: [ExportFormat] = [
    .googleAnalyticsTraffic, .linkedInPosts, .metaAds, .metaFacebookPosts, .metaInstagramPosts,
    .audience, .conversations, .costs, .followers, .postLog, .posts, .traffic, .xContent,
    .youTubeContent,
  ]
}

/// What a column holds, whatever its label; the canonical names of all kinds of exports.
enum Field: String, CaseIterable, Hashable, Sendable {
  case account, accountName = "account-name", amount, answeredAt = "answered-at"
  case answeredByMachine = "answered-by-machine", authoredBy = "authored-by", automated
  case boostedFrom = "boosted-from", boostedTo = "boosted-to", campaign
  case comments, conversions, date, department, description, dimension, distribution
  case duration, editorScore = "editor-score", engagedSessions = "engaged-sessions"
  case firstHumanAnswerAt = "first-human-answer-at", followers, follows, format
  case handedOver = "handed-over", hours, id, impressions, isShare = "is-share", item, kind
  case likes, link, linkClicks = "link-clicks", month, paid, periodEnd = "period-end"
  case periodStart = "period-start", platform, post, problem, profileVisits = "profile-visits"
  case publishedAt = "published-at", reach, reactions, receivedAt = "received-at", resolved
  case revenue, saves, segment, sentiment, sessions, share, shares, source, spend, team, text
  case title, topic, videoViews = "video-views", views
}
