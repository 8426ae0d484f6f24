/// What a column holds, whatever its label; the canonical names of all kinds of exports.
enum Field: UInt8, CaseIterable, Hashable, Sendable {
  case account, accountName, activeFollowers, amount, answeredAt, answeredByMachine, authoredBy
  case autoInvited, automated, averageSeconds, boostedFrom, boostedTo, campaign, clicks
  case clientName, comments, company, content, conversions, currency, date, dateEnd, day
  case department, description, dimension, distribution, duration, durationHours, editorScore
  case endTime, engagedSessions, engagements, firstAnswerMinutes, firstHumanAnswerAt, followers
  case follows, format, handedOver, hours, id, impressions, isShare, item, kind, likes, link
  case linkClicks, lostFollowers, medium, month, network, netFollowers, newFollowers
  case organicFollowers, paid, paidImpressions, pageViews, periodEnd, periodStart, platform
  case post, problem, profileVisits, project, publishedAt, reach, reactions, receivedAt
  case resolved, revenue, saves, segment, sentiment, sessions, share, shares, solvedAt, source
  case sponsoredFollowers, spend, startTime, status, subscribers, task, tags, team, text, time,
    title
  case topic, videoViews, viewers, views, visits, watchHours, watchSeconds

  /// As settings write it: `link-clicks`.
  var name: String {
    "\(self)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : "\(letter)"
    }
  }

  /// - Parameter name: As settings write it.
  init?(named name: String) {
    guard let field = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = field
  }
}

/// Fields of one format, as the bits of a number.
struct FieldSet: OptionSet, Sendable {
  let rawValue: UInt128

  init(rawValue: UInt128) { self.rawValue = rawValue }

  init(_ fields: some Sequence<Field>) {
    self = fields.reduce(into: []) { $0.formUnion(FieldSet($1)) }
  }

  init(_ field: Field) { rawValue = 1 << UInt128(field.rawValue) }
}

/// Where the fields of a table stand, by the field's number.
struct FieldColumns: Sendable {
  // There are fewer fields, see `FieldSet`; which is asked for is mostly known when the program is built.
  private var first = InlineArray<128, UInt16>(repeating: none)
  private var places: [Field: [Int]] = [:]

  /// More than a record has fields.
  private static let none = UInt16.max

  /// The first column of a field, from 0; `nil` when the table has none.
  subscript(field: Field) -> Int? {
    let column = first[Int(field.rawValue)]
    return column == Self.none ? nil : Int(column)
  }

  /// The first column of a field in a record, from 0; `nil` when the record has none.
  ///
  /// - Parameter count: How many fields the record has.
  @inline(__always)
  func place(of field: Field, among count: Int) -> Int? {
    let column = Int(first[Int(field.rawValue)])
    return column < count ? column : nil
  }

  /// Every column of a field: a label may stand twice.
  func all(of field: Field) -> [Int] { places[field] ?? [] }

  mutating func set(_ field: Field, _ columns: [Int]) {
    guard let column = columns.first else { return }
    first[Int(field.rawValue)] = UInt16(column)
    places[field] = columns
  }
}
