import CSV
import Calendars
import PeilModel

/// One record of a recognised table, by the names of its fields, and the place where its content goes.
///
/// A value that is missing is `nil`, never zero; a record without what it must have is skipped with a
/// reason.
struct RecordReader {
  let client: Client
  let numbers: NumberStyle
  let clocks: Clocks
  let file: SourceFile.ID
  /// The client's own account in this export; `nil` where no account is told.
  let ownAccount: String?
  private let columns: [Field: [Int]]
  var record: Record
  private(set) var data = ClientData()
  private(set) var log: [PostLogEntry] = []
  /// The days that records were about, first and last, also of records that are not used.
  private(set) var days: ClosedRange<Day>?

  /// The zones of the clocks that exports go by.
  struct Clocks: Sendable {
    let agency: TimeZoneTable
    let pacific: TimeZoneTable
  }

  init(
    _ record: Record, columns: [Field: [Int]], client: Client, numbers: NumberStyle,
    clocks: Clocks, file: SourceFile.ID, ownAccount: String?
  ) {
    self.record = record
    self.columns = columns
    self.client = client
    self.numbers = numbers
    self.clocks = clocks
    self.file = file
    self.ownAccount = ownAccount
  }

  var source: SourceRecord { SourceRecord(file: file, line: record.line) }

  /// Whether a label stands more than once in the header.
  func isRepeated(_ field: Field) -> Bool { (columns[field]?.count ?? 0) > 1 }

  // MARK: - Values

  /// The text of a field without blanks around it; `nil` when there is none.
  func text(_ field: Field) -> String? {
    guard let index = index(of: field) else { return nil }
    let text = record.string(at: index).trimmingBlanks()
    return text.isEmpty ? nil : text
  }

  func number(_ field: Field) -> Double? {
    guard let index = index(of: field) else { return nil }
    return record.withBytes(at: index) { bytes in
      bytes.withUnsafeBufferPointer { numbers.number($0) }
    }
  }

  func count(_ field: Field) -> Int? {
    number(field).flatMap { $0 == $0.rounded() && abs($0) < 1e15 ? Int($0) : nil }
  }

  func money(_ field: Field) -> Money? {
    number(field).flatMap { abs($0) < 1e13 ? Money(cents: Int(($0 * 100).rounded())) : nil }
  }

  /// `true`, `false`, `yes`, `no`, `1`, `0`, in either language.
  func flag(_ field: Field) -> Bool? {
    switch text(field)?.lowercased() {
    case "true", "yes", "ja", "1": true
    case "false", "no", "nee", "0": false
    default: nil
    }
  }

  func choice<Choice: RawRepresentable>(_ field: Field) -> Choice? where Choice.RawValue == String {
    text(field).flatMap { Choice(rawValue: $0.lowercased()) }
  }

  func platform(_ field: Field) -> Platform? { choice(field) }

  /// A platform of the client; a record of another one is not counted.
  func clientPlatform(_ field: Field) throws(SkipReason) -> Platform {
    let platform = try required(platform(field))
    guard client.platforms.contains(platform) else { throw .otherPlatform }
    return platform
  }

  func costKind(_ field: Field) -> CostEntry.Kind? {
    // `spend` is what earlier files call money for advertising and tools alike.
    text(field) == "spend" ? .production : choice(field)
  }

  func required<Value>(_ value: Value?) throws(SkipReason) -> Value {
    guard let value else { throw .incomplete }
    return value
  }

  // MARK: - Posts

  /// What kind of post it is, by a piece of the platform's word in any language.
  func postFormat(_ field: Field) -> Post.Format {
    let word = text(field)?.lowercased() ?? ""
    for (piece, format) in Self.formatWords where word.contains(piece) { return format }
    return .other
  }

  /// In this order: "reel" before "video", because some platforms say "video reel".
  private static let formatWords: [(String, Post.Format)] = [
    ("reel", .reel), ("story", .story), ("stories", .story), ("carousel", .carousel),
    ("carrousel", .carousel), ("secuencia", .carousel), ("live", .live), ("video", .video),
    ("document", .document), ("link", .link), ("photo", .image), ("foto", .image),
    ("image", .image), ("imagen", .image), ("afbeeld", .image), ("text", .text),
    ("status", .text),
  ]

  /// The platform's id; where Excel rounded it, the link stands in.
  func postID(link: String?) throws(SkipReason) -> String {
    guard let id = text(.id) else { throw .incomplete }
    let isWhole = id.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isWhole { return id }
    return try required(link)
  }

  /// A sentence of the platform where figures should be.
  func skipPlatformError() throws(SkipReason) {
    if text(.problem) != nil, text(.publishedAt) == nil { throw .platformError }
  }

  /// A post that a collaborator published: it stands in the client's export and is not the client's.
  func skipOtherAccount(_ field: Field) throws(SkipReason) {
    guard let ownAccount, let account = text(field) else { return }
    guard account.lowercased() == ownAccount.lowercased() else { throw .otherAccount }
  }

  private func index(of field: Field) -> Int? {
    guard let index = columns[field]?.first, index < record.count else { return nil }
    return index
  }

  // MARK: - Results

  mutating func add(_ post: Post) { data.posts.append(post) }
  mutating func add(_ count: FollowerCount) { data.followers.append(count) }
  mutating func add(_ traffic: TrafficDay) { data.traffic.append(traffic) }
  mutating func add(_ cost: CostEntry) { data.costs.append(cost) }
  mutating func add(_ conversation: Conversation) { data.conversations.append(conversation) }
  mutating func add(_ share: AudienceShare) { data.audience.append(share) }
  mutating func add(_ result: AdResult) { data.ads.append(result) }
  mutating func add(_ entry: PostLogEntry) { log.append(entry) }

  /// Remembers that the file speaks of a day, also where the record itself is not used.
  mutating func note(_ day: Day) {
    days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
  }
}
