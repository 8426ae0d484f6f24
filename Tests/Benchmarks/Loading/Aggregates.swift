import CSV
import Calendars
import Statistics

/// What the peers compute of each client: totals by platform and month, medians of engagement rate and
/// of answer time, the last number of followers of a month.
struct Aggregates {
  private(set) var bytes = 0
  /// Reach, medians of engagement rate, medians of answer time, sessions, last followers.
  private(set) var sums = [0.0, 0, 0, 0, 0]
  private var totals = [Int](repeating: 0, count: bins * 8)
  private var values = Samples()

  /// Sixteen months of four platforms.
  private static let bins = 64

  mutating func add(_ folder: String) throws {
    try addPosts(records("\(folder)/posts.csv"))
    try addFollowers(records("\(folder)/followers.csv"))
    try addTraffic(records("\(folder)/traffic.csv"))
    try addConversations(records("\(folder)/conversations.csv"))
  }

  private mutating func records(_ path: String) throws -> Records {
    let file = try CSVFile.read(path)
    bytes += file.byteCount
    let records = Records(of: file, Dialect(delimiter: .comma))
    if let failure = records.failure { throw failure }
    return records.dropFirst()
  }

  private mutating func reset() {
    for index in totals.indices { totals[index] = 0 }
    values.removeAll()
  }

  private mutating func addPosts(_ records: Records) {
    reset()
    var record = RecordCursor(over: records)
    while record.next() {
      let bin = bin(record, platform: 0, month: 2)
      for field in 0..<8 { totals[bin * 8 + field] += integer(record, 7 + field) }
      let engagements = (9..<13).reduce(0) { $0 + integer(record, $1) }
      values.append(Double(engagements) / Double(integer(record, 8)), to: bin)
    }
    for bin in 0..<Self.bins { sums[0] += Double(totals[bin * 8 + 1]) }
    sums[1] += values.medians(of: Self.bins).reduce(0, +)
  }

  private mutating func addFollowers(_ records: Records) {
    reset()
    var record = RecordCursor(over: records)
    while record.next() {
      totals[bin(record, platform: 1, month: 0)] = integer(record, 2)
    }
    sums[4] += Double(totals.reduce(0, +))
  }

  private mutating func addTraffic(_ records: Records) {
    reset()
    var record = RecordCursor(over: records)
    while record.next() {
      let bin = bin(record, platform: 1, month: 0) * 8
      totals[bin] += integer(record, 2)
      totals[bin + 1] += integer(record, 3)
      totals[bin + 2] += hundredths(record, 4)
    }
    for bin in 0..<Self.bins { sums[3] += Double(totals[bin * 8]) }
  }

  private mutating func addConversations(_ records: Records) {
    reset()
    var received = TimestampReader()
    var answered = TimestampReader()
    var record = RecordCursor(over: records)
    while record.next() {
      if record.isEmpty(at: 1) { continue }
      let bin = bin(record, platform: 2, month: 0)
      let start = record.withBytes(at: 0) { received.read($0) }
      let end = record.withBytes(at: 1) { answered.read($0) }
      guard case .local(let start) = start, case .local(let end) = end else { continue }
      let seconds = (end.day - start.day) * 86_400 + end.secondOfDay - start.secondOfDay
      values.append(Double(seconds), to: bin)
    }
    sums[2] += values.medians(of: Self.bins).reduce(0, +)
  }
}

/// Numbers that belong to bins, in the order in which they came.
private struct Samples {
  private var samples: [(bin: UInt8, value: Double)] = []

  mutating func removeAll() { samples.removeAll(keepingCapacity: true) }

  @inline(__always)
  mutating func append(_ value: Double, to bin: Int) {
    samples.append((UInt8(truncatingIfNeeded: bin), value))
  }

  /// The median of each bin that has a number.
  func medians(of count: Int) -> [Double] {
    // Where the numbers of each bin begin when all lie bin by bin; moved on as they are put there.
    var places = [Int](repeating: 0, count: count + 1)
    for sample in samples { places[Int(sample.bin) + 1] += 1 }
    for bin in 0..<count { places[bin + 1] += places[bin] }
    let starts = places
    var sorted = [Double](repeating: 0, count: samples.count)
    for sample in samples {
      sorted[places[Int(sample.bin)]] = sample.value
      places[Int(sample.bin)] += 1
    }
    return (0..<count).compactMap { median(of: Array(sorted[starts[$0]..<starts[$0 + 1]])) }
  }
}

/// Reads all clients with the CSV reader alone.
func aggregate(_ folders: [String]) throws -> (bytes: Int, sums: [Double]) {
  var aggregates = Aggregates()
  for folder in folders { try aggregates.add(folder) }
  return (aggregates.bytes, aggregates.sums)
}

// MARK: - Fields

@inline(__always)
private func bin(_ record: borrowing RecordCursor, platform: Int, month: Int) -> Int {
  let row = record.withBytes(at: platform) { bytes in
    switch bytes[0] {
    case UInt8(ascii: "i"): 0
    case UInt8(ascii: "f"): 1
    case UInt8(ascii: "l"): 2
    default: 3
    }
  }
  return record.withBytes(at: month) { bytes in
    let year = Int(bytes[2] & 15) * 10 + Int(bytes[3] & 15)
    let month = Int(bytes[5] & 15) * 10 + Int(bytes[6] & 15)
    // The fleet's history ends in October 2026 and begins at most sixteen months before.
    return row * 16 + (year * 12 + month - 307)
  }
}

/// A field without a number is 0 for the peers.
@inline(__always)
private func integer(_ record: borrowing RecordCursor, _ field: Int) -> Int {
  record.wholeNumber(at: field) ?? 0
}

/// `12.34` as 1234.
@inline(__always)
private func hundredths(_ record: borrowing RecordCursor, _ field: Int) -> Int {
  record.withBytes(at: field) { bytes in
    var value = 0
    for index in bytes.indices where bytes[index] != UInt8(ascii: ".") {
      value = value &* 10 &+ Int(bytes[index] & 15)
    }
    return value
  }
}
