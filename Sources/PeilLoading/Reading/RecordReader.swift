import CSV
import Calendars
import PeilModel

/// What holds for all records of one table.
struct TableFacts: Sendable {
  let columns: FieldColumns
  /// The labels of the header as they are compared.
  let labels: [String]
  let numbers: NumberStyle
  let order: DayOrder
  /// `nil` where records name their years.
  let yearless: YearlessDays?
  /// The days that the file says it is about.
  let period: ClosedRange<Day>?
  /// Records are rows of a sheet and go by their numbers; a cell with a line break is one row.
  let isSheet: Bool
  /// Amounts are in money that is not the agency's: they cannot be added to others.
  let isOtherCurrency: Bool
  /// The client's own account in this export; `nil` where no account is told.
  let ownAccount: String?
  /// Of a file about several clients, the names that are this one's; `nil` where there is no other.
  let ownClientNames: Set<String>?
}

/// One record of a recognised table, by the names of its fields, and the place where its content goes.
///
/// A value that is missing is `nil`, never zero; a record without what it must have is skipped with a
/// reason. A table is read with one of these. Functions that change nothing are `mutating` where records of every
/// file meet them: a call that only reads would be given a copy, and it is large.
struct RecordReader: ~Copyable {
  let client: Client
  let clocks: Clocks
  let facts: TableFacts
  private let columns: FieldColumns
  private let numbers: NumberStyle
  /// At the record that is read.
  var cursor: RecordCursor
  /// How many records the table has.
  let recordCount: Int
  private(set) var data = ClientData()
  private(set) var log: [PostLogEntry] = []
  private(set) var hours: [TimeEntry] = []
  private(set) var shares: [UndatedShare] = []
  /// The same with numbers of people, which are parts of all that the table lists.
  private(set) var counts: [UndatedShare] = []
  /// Sums of what has no place among the client's data.
  private(set) var tallies: [SourceFile.Sum] = []
  /// The days that records were about, first and last, also of records that are not used.
  private(set) var days: ClosedRange<Day>?

  // What was read of earlier records, so that the same is not read again.
  private var platforms = WordMemory<KnownPlatform>()
  private var flags = WordMemory<Bool?>()
  private var formats = WordMemory<Post.Format>()
  private var sentiments = WordMemory<Conversation.Sentiment?>()
  private var words = WordMemory<String?>()
  private var sharedWords = WordMemory<Words.ID?>()
  var months = WordMemory<Month?>()
  var spans = WordMemory<ClosedRange<Day>?>()
  var timestamps = TimestampReader()
  var agencyInstants: InstantReader
  // To begin with: setting fields costs less than a call into the module that they are of.
  private let anySource: SourceRecord
  private let anyConversation: Conversation

  /// The zones of the clocks that exports go by.
  struct Clocks: Sendable {
    let agency: TimeZoneTable
    let pacific: TimeZoneTable
  }

  /// - Parameter records: Those of the table.
  init(
    _ records: Records, facts: TableFacts, client: Client, clocks: Clocks, file: SourceFile.ID
  ) {
    cursor = RecordCursor(over: records)
    recordCount = records.count
    self.facts = facts
    columns = facts.columns
    numbers = facts.numbers
    self.client = client
    self.clocks = clocks
    agencyInstants = InstantReader(clocks.agency)
    anySource = SourceRecord(file: file, line: 0)
    anyConversation = Conversation(
      receivedAt: Instant(secondsSince1970: 0), source: anySource)
  }

  var record: Record { cursor.record }

  @inline(__always)
  var source: SourceRecord {
    var source = anySource
    let line = facts.isSheet ? cursor.position + 1 : cursor.line
    source.lineNumber = UInt32(truncatingIfNeeded: line)
    return source
  }

  /// One of which nothing is known but when it came in.
  @inline(__always)
  func conversation(receivedAt: Instant) -> Conversation {
    var conversation = anyConversation
    conversation.receivedAt = receivedAt
    conversation.source = source
    return conversation
  }

  /// Whether a label stands more than once in the header.
  func isRepeated(_ field: Field) -> Bool { columns.all(of: field).count > 1 }

  /// Whether the table has a column of this kind at all.
  func has(_ field: Field) -> Bool { columns[field] != nil }

  /// The label of a field's column, as labels are compared.
  func label(of field: Field) -> String? { columns[field].map { facts.labels[$0] } }

  // MARK: - Values

  /// The text of a field without blanks around it; `nil` when there is none.
  @inline(__always)
  func text(_ field: Field) -> String? { index(of: field).flatMap { cursor.text(at: $0) } }

  /// The text of a field that is one of a few words.
  @inline(__always)
  mutating func word(_ field: Field) -> String? {
    guard let index = index(of: field) else { return nil }
    let word = cursor.word(at: index)
    return words.meaning(of: word) ?? words.remember(cursor.text(at: index), of: word)
  }

  /// The same as one of the words that the client's records share.
  @inline(__always)
  mutating func sharedWord(_ field: Field) -> Words.ID? {
    guard let index = index(of: field) else { return nil }
    let word = cursor.word(at: index)
    return sharedWords.meaning(of: word)
      ?? sharedWords.remember(cursor.text(at: index).map { data.words.id(of: $0) }, of: word)
  }

  @inline(__always)
  mutating func number(_ field: Field) -> Double? {
    guard let index = index(of: field) else { return nil }
    if let whole = cursor.wholeNumber(at: index) { return Double(whole) }
    return cursor.decimal(at: index).flatMap { numbers.number($0) } ?? uncommonNumber(at: index)
  }

  @inline(__always)
  mutating func count(_ field: Field) -> Int? {
    guard let index = index(of: field) else { return nil }
    return cursor.wholeNumber(at: index) ?? uncommonCount(at: index)
  }

  @inline(never)
  private mutating func uncommonNumber(at index: Int) -> Double? {
    if cursor.isEmpty(at: index) { return nil }
    return cursor.withBytes(at: index) { bytes in
      bytes.withUnsafeBufferPointer { numbers.number($0) }
    }
  }

  @inline(never)
  private mutating func uncommonCount(at index: Int) -> Int? {
    if cursor.isEmpty(at: index) { return nil }
    return cursor.withBytes(at: index) { bytes in
      bytes.withUnsafeBufferPointer { numbers.count($0) }
    }
  }

  /// Hours in whole parts of an hour: 100 for hundredths, 3600 for seconds. No number is as large as 10¹².
  mutating func hours(_ field: Field, inPartsOf parts: Double) -> Int? {
    number(field).flatMap { abs($0) < 1e12 ? Int(($0 * parts).rounded()) : nil }
  }

  /// An amount of the agency's money.
  @inline(__always)
  mutating func money(_ field: Field) -> Money? {
    guard !facts.isOtherCurrency else { return nil }
    return number(field).flatMap { abs($0) < 1e13 ? Money(cents: Int(($0 * 100).rounded())) : nil }
  }

  /// `true`, `false`, `yes`, `no`, `1`, `0`, in either language.
  @inline(__always)
  mutating func flag(_ field: Field) -> Bool? {
    guard let index = index(of: field) else { return nil }
    let word = cursor.word(at: index)
    return flags.meaning(of: word) ?? flags.remember(cursor.flag(at: index), of: word)
  }

  func choice<Choice: RawRepresentable>(_ field: Field) -> Choice? where Choice.RawValue == String {
    text(field).flatMap { Choice(rawValue: $0) ?? Choice(rawValue: $0.lowercased()) }
  }

  @inline(__always)
  mutating func platform(_ field: Field) -> Platform? { knownPlatform(field)?.platform }

  @inline(__always)
  private mutating func knownPlatform(_ field: Field) -> KnownPlatform? {
    guard let index = index(of: field) else { return nil }
    let word = cursor.word(at: index)
    return platforms.meaning(of: word)
      ?? platforms.remember(KnownPlatform(choice(field), of: client), of: word)
  }

  /// What a word for a platform means.
  private struct KnownPlatform {
    let platform: Platform?
    let isOfClient: Bool

    init(_ platform: Platform?, of client: Client) {
      self.platform = platform
      isOfClient = platform.map(client.platforms.contains) ?? false
    }
  }

  @inline(__always)
  mutating func sentiment(_ field: Field) -> Conversation.Sentiment? {
    guard let index = index(of: field) else { return nil }
    let word = cursor.word(at: index)
    return sentiments.meaning(of: word)
      ?? sentiments.remember(
        cursor.text(at: index).flatMap(Conversation.Sentiment.init), of: word)
  }

  /// A platform of the client; a record of another one is not counted.
  @inline(__always)
  mutating func clientPlatform(_ field: Field) throws(SkipReason) -> Platform {
    guard let known = knownPlatform(field), let platform = known.platform else {
      throw .incomplete
    }
    guard known.isOfClient else { throw .otherPlatform }
    return platform
  }

  func costKind(_ field: Field) -> CostEntry.Kind? {
    // `spend` is what earlier files call money for advertising and tools alike.
    text(field) == "spend" ? .production : choice(field)
  }

  @inline(__always)
  func required<Value>(_ value: Value?) throws(SkipReason) -> Value {
    guard let value else { throw .incomplete }
    return value
  }

  // MARK: - Posts

  /// What kind of post it is, by a piece of the platform's word in any language.
  @inline(__always)
  mutating func postFormat(_ field: Field) -> Post.Format {
    index(of: field).map { postFormat(at: $0) } ?? .other
  }

  private mutating func postFormat(at index: Int) -> Post.Format {
    let word = cursor.word(at: index)
    if let known = formats.meaning(of: word) { return known }
    let letters = Array((cursor.text(at: index) ?? "").lowercased().utf8)
    let found = Self.formatWords.first { letters.holds($0.0.utf8) }
    return formats.remember(found?.1 ?? .other, of: word)
  }

  /// In this order: "reel" before "video", because some platforms say "video reel".
  private static let formatWords: [(String, Post.Format)] = [
    ("reel", .reel), ("story", .story), ("stories", .story), ("carousel", .carousel),
    ("carrousel", .carousel), ("secuencia", .carousel), ("live", .live), ("video", .video),
    ("document", .document), ("link", .link), ("photo", .image), ("foto", .image),
    ("image", .image), ("imagen", .image), ("afbeeld", .image), ("text", .text),
    ("status", .text),
  ]

  /// What a platform counted of a post, by the canonical names of its columns.
  mutating func postCounts() -> Post.Counts {
    var counts = Post.Counts()
    counts.impressions = count(.impressions)
    counts.views = count(.views)
    counts.videoViews = count(.videoViews)
    counts.reach = count(.reach)
    counts.reactions = count(.reactions) ?? count(.likes)
    counts.comments = count(.comments)
    counts.shares = count(.shares)
    counts.saves = count(.saves)
    counts.linkClicks = count(.linkClicks)
    counts.follows = count(.follows)
    counts.profileVisits = count(.profileVisits)
    return counts
  }

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
    guard let ownAccount = facts.ownAccount, let account = text(field) else { return }
    guard account.lowercased() == ownAccount.lowercased() else { throw .otherAccount }
  }

  @inline(__always)
  func index(of field: Field) -> Int? {
    columns.place(of: field, among: cursor.count)
  }

  // MARK: - Results

  @inline(__always)
  mutating func add(_ post: consuming Post) { data.posts.append(post, expecting: recordCount) }
  @inline(__always)
  mutating func add(_ followers: consuming FollowerCount) {
    data.followers.append(followers, expecting: recordCount)
  }
  @inline(__always)
  mutating func add(_ traffic: consuming TrafficDay) {
    data.traffic.append(traffic, expecting: recordCount)
  }
  @inline(__always)
  mutating func add(_ cost: consuming CostEntry) { data.costs.append(cost, expecting: recordCount) }
  @inline(__always)
  mutating func add(_ conversation: consuming Conversation) {
    data.conversations.append(conversation, expecting: recordCount)
  }
  /// Takes all that the table has, instead of one after another.
  mutating func add(_ conversations: [Conversation]) { data.conversations = conversations }
  @inline(__always)
  mutating func add(_ share: consuming AudienceShare) {
    data.audience.append(share, expecting: recordCount)
  }
  @inline(__always)
  mutating func add(_ result: consuming AdResult) {
    data.ads.append(result, expecting: recordCount)
  }
  mutating func add(_ entry: consuming PostLogEntry) { log.append(entry) }
  mutating func add(_ entry: consuming TimeEntry) { hours.append(entry) }

  /// Adds what a platform counted for the whole account on one day; a blank is not measured.
  mutating func addDay(
    _ day: Day, _ platform: Platform, _ measures: KeyValuePairs<Field, DailyValue.Measure>
  ) throws(SkipReason) {
    note(day)
    guard client.platforms.contains(platform) else { throw .otherPlatform }
    var isMeasured = false
    for (field, measure) in measures {
      guard let value = count(field) else { continue }
      add(day, platform, measure, value)
      isMeasured = true
    }
    guard isMeasured else { throw .notMeasured }
  }

  mutating func add(
    _ day: Day, _ platform: Platform, _ measure: DailyValue.Measure, _ value: Int
  ) {
    data.series.append(
      DailyValue(day: day, platform: platform, measure: measure, value: value, source: source))
  }

  /// Adds to the sums of the file what no belief needs; a blank is not measured.
  mutating func tally(_ measures: KeyValuePairs<Field, String>) {
    for (field, measure) in measures {
      guard let value = number(field) else { continue }
      if let place = tallies.firstIndex(where: { $0.measure == measure }) {
        tallies[place].total += value
      } else {
        tallies.append(SourceFile.Sum(measure, value))
      }
    }
  }

  /// A share of an audience in the month of the export, which the file itself does not say.
  mutating func addShare(
    _ dimension: String, _ segment: String, _ share: Double, of platform: Platform
  ) throws(SkipReason) {
    guard client.platforms.contains(platform) else { throw .otherPlatform }
    shares.append(
      UndatedShare(
        platform: platform, dimension: dimension, segment: segment, share: share, source: source))
  }

  mutating func addCount(
    _ dimension: String, _ segment: String, _ count: Int, of platform: Platform
  ) throws(SkipReason) {
    guard client.platforms.contains(platform) else { throw .otherPlatform }
    counts.append(
      UndatedShare(
        platform: platform, dimension: dimension, segment: segment, share: Double(count),
        source: source))
  }

  /// Remembers that the file speaks of a day, also where the record itself is not used.
  mutating func note(_ day: Day) {
    days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
  }
}

extension Array {
  /// Makes room before the first for all that are expected, but not for millions that may never come.
  @inline(__always)
  fileprivate mutating func append(_ element: consuming Element, expecting count: Int) {
    if isEmpty { reserveCapacity(Swift.min(count, 1 << 16)) }
    append(element)
  }
}

extension RecordCursor {
  /// The text of a field without blanks around it; `nil` when there is none.
  func text(at field: Int) -> String? {
    let isTrimmed = withBytes(at: field) { bytes in
      !bytes.isEmpty && bytes[0].isInk && bytes[bytes.count - 1].isInk
    }
    // Most fields are words between two delimiters.
    if isTrimmed { return string(at: field) }
    if isEmpty(at: field) { return nil }
    let text = string(at: field).trimmingBlanks()
    return text.isEmpty ? nil : text
  }

  fileprivate func flag(at field: Int) -> Bool? {
    switch text(at: field)?.lowercased() {
    case "true", "yes", "ja", "1": true
    case "false", "no", "nee", "0": false
    default: nil
    }
  }
}

extension UInt8 {
  /// Whether it is a visible character of ASCII, of which no blank is a part.
  fileprivate var isInk: Bool { 0x21...0x7E ~= self }
}

extension [UInt8] {
  /// Whether some bytes stand anywhere in these.
  fileprivate func holds(_ piece: String.UTF8View) -> Bool {
    indices.contains { self[$0...].starts(with: piece) }
  }
}
