/// Splits text into records in one pass, 64 bytes at a time.
///
/// The idea: three comparisons of 16 bytes find every delimiter, line feed and quote, and the hits of 64
/// bytes become the bits of one word. In a block without quotes each hit ends a field, which is all of
/// most files (`endFields`); from the first quote on, a block goes through the grammar (`visit`). A
/// carriage return is looked for only in front of a line feed. Both paths must agree on what ends a
/// record: change `endRecord`, not one of them.
struct RecordScanner {
  private let file: CSVFile
  private let dialect: Dialect
  private let text: Text
  private var found: Found
  /// Where the quote stands that is still open.
  private var openQuote: Int?
  /// The second of two quotes inside a quoted field.
  private var doubledQuote = -1
  /// What ended the scan before the end of the text.
  private var problem: Problem?

  private static let block = 64

  init(
    _ file: CSVFile, from start: Int, to end: Int, _ dialect: Dialect, _ limits: Limits
  ) {
    self.file = file
    self.dialect = dialect
    text = Text(
      bytes: UnsafePointer(file.buffer.start), start: start, end: end,
      delimiter: dialect.delimiter.rawValue, limits: limits)
    found = Found(
      start: start, line: start > file.start ? 2 : 1, byteCount: end - start,
      room: 2 * Self.block)
  }

  /// Splits the text; what is wrong with it ends the work before the bad record.
  mutating func scan() {
    // In local variables they stay in registers.
    let text = text
    var found = found
    let finder = BlockFinder(delimiter: text.delimiter)
    var position = text.start
    while position < text.end {
      if !found.hasRoom(for: Self.block) {
        self.found = found
        guard makeRoom() else { return }
        found = self.found
      }
      var hits = finder.hits(in: text.bytes + position)
      if position &+ Self.block > text.end {
        hits &= UInt64.max >> UInt64(position &+ Self.block &- text.end)
      }
      if openQuote == nil, !text.endFields(at: &hits, position, &found) {
        self.found = found
        _ = refuseRecord()
        return
      }
      if hits != 0 {
        self.found = found
        while hits != 0 {
          guard visit(position &+ hits.trailingZeroBitCount) else { return }
          hits &= hits &- 1
        }
        found = self.found
      }
      position &+= Self.block
    }
    self.found = found
    _ = endText()
  }

  /// Hands over what was found; call it once.
  func finish() -> RecordIndex {
    RecordIndex(
      file, dialect, ends: found.ends, entries: found.entries, problem: problem)
  }

  var recordCount: Int { found.recordCount }
}

// MARK: The grammar

extension RecordScanner.Text {
  /// Takes the hits of a block up to its first quote, and leaves the others.
  ///
  /// - Returns: Whether all records are within the limits.
  @inline(__always)
  fileprivate func endFields(
    at hits: inout UInt64, _ position: Int, _ found: inout Found
  ) -> Bool {
    while hits != 0 {
      let hit = position &+ hits.trailingZeroBitCount
      let byte = bytes[hit]
      if byte == quote { break }
      hits &= hits &- 1
      found.endField(at: hit)
      if byte == lineFeed, !endRecord(at: hit, &found) { return false }
    }
    return true
  }

  /// Ends a record with the line feed that ended its last field.
  ///
  /// - Returns: Whether the record is within the limits; if not, it is not taken.
  @inline(__always)
  fileprivate func endRecord(at lineFeed: Int, _ found: inout Found) -> Bool {
    // What stands before the first byte of an empty field is no carriage return.
    if lineFeed > start, bytes[lineFeed &- 1] == carriageReturn {
      found.moveLastEnd(to: lineFeed &- 1)
    }
    return found.endRecord(next: lineFeed &+ 1, limits, lines: 1)
  }
}

extension RecordScanner {
  /// Takes one hit of a block that has quotes.
  ///
  /// - Parameter position: Of a delimiter, a line feed or a quote.
  /// - Returns: Whether the scan goes on; `problem` says why not.
  private mutating func visit(_ position: Int) -> Bool {
    let byte = text.bytes[position]
    if let openQuote { return visitQuoted(byte, position, openQuote) }
    if byte != quote {
      found.endField(at: position)
      return byte != lineFeed || text.endRecord(at: position, &found) || refuseRecord()
    }
    guard position == found.fieldStart else {
      return refuse(.quoteInField(at: position))
    }
    openQuote = position
    return true
  }

  private mutating func visitQuoted(_ byte: UInt8, _ position: Int, _ opened: Int) -> Bool {
    guard byte == quote else {
      if byte == lineFeed { found.line &+= 1 }
      return true
    }
    if position == doubledQuote { return true }
    let next = position + 1
    if next < text.end {
      if text.bytes[next] == quote {
        doubledQuote = next
        return true
      }
      let isEnd =
        text.bytes[next] == text.delimiter || text.bytes[next] == lineFeed
        || (text.bytes[next] == carriageReturn
          && (next + 1 == text.end || text.bytes[next + 1] == lineFeed))
      guard isEnd else {
        return refuse(.textAfterQuote(at: next, opened: opened))
      }
    }
    openQuote = nil
    return true
  }

  private mutating func endText() -> Bool {
    if let openQuote { return refuse(.unclosedQuote(at: openQuote)) }
    // A line feed ends the last record; without it the end of the text does.
    guard found.recordStart < text.end, makeRoom() else { return problem == nil }
    let hasReturn = text.end > found.fieldStart && text.bytes[text.end - 1] == carriageReturn
    found.endField(at: hasReturn ? text.end - 1 : text.end)
    return found.endRecord(next: text.end, text.limits, lines: 0) || refuseRecord()
  }

  /// Ends the scan.
  private mutating func refuse(_ problem: Problem) -> Bool {
    self.problem = problem
    return false
  }
}

// MARK: Limits

extension RecordScanner {
  /// Makes sure that all hits of one block have a place.
  private mutating func makeRoom() -> Bool {
    if found.fieldCount - found.recordFirstField > text.limits.fieldsOfRecord {
      return refuseRecord()
    }
    if found.fieldCount > text.limits.fields {
      return refuse(.tooManyFieldsInFile(limit: text.limits.fields))
    }
    found.makeRoom(for: Self.block)
    return true
  }

  /// Says which limit the record that is being read is beyond.
  private mutating func refuseRecord() -> Bool {
    refuse(
      found.fieldCount - found.recordFirstField > text.limits.fieldsOfRecord
        ? .tooManyFields(from: found.recordStart, limit: text.limits.fieldsOfRecord)
        : .recordTooLong(from: found.recordStart, limit: text.limits.recordBytes))
  }
}

extension RecordScanner {
  /// What is split, and how.
  fileprivate struct Text {
    let bytes: UnsafePointer<UInt8>
    let start: Int
    let end: Int
    let delimiter: UInt8
    let limits: Limits
  }
}

/// Finds what matters to the grammar in 64 bytes at a time.
private struct BlockFinder {
  let delimiters: SIMD16<UInt8>
  let lineFeeds = SIMD16<UInt8>(repeating: lineFeed)
  let quotes = SIMD16<UInt8>(repeating: quote)
  let bitOfLane = SIMD16<UInt8>(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)

  init(delimiter: UInt8) {
    delimiters = SIMD16(repeating: delimiter)
  }

  /// One bit for each byte that is a delimiter, a line feed or a quote.
  @inline(__always)
  func hits(in block: UnsafePointer<UInt8>) -> UInt64 {
    let block = UnsafeRawPointer(block)
    return hits16(in: block)
      | hits16(in: block + 16) << 16
      | hits16(in: block + 32) << 32
      | hits16(in: block + 48) << 48
  }

  @inline(__always)
  private func hits16(in block: UnsafeRawPointer) -> UInt64 {
    let text = block.loadUnaligned(as: SIMD16<UInt8>.self)
    let isHit = (text .== delimiters) .| (text .== lineFeeds) .| (text .== quotes)
    let bits = unsafeBitCast(
      SIMD16<UInt8>(repeating: 0).replacing(with: bitOfLane, where: isHit), to: SIMD2<UInt64>.self)
    // Each lane holds another bit, so the product adds up the eight bytes in its highest one.
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (bits[0] &* ones) >> 56 | ((bits[1] &* ones) >> 56) << 8
  }
}

/// The fields and records so far. A scan keeps it in a local variable, so that it stays in registers.
private struct Found {
  private(set) var ends: UnsafeMutablePointer<UInt32>
  private(set) var entries: UnsafeMutablePointer<RecordIndex.Entry>
  private(set) var fieldCount = 0
  private(set) var recordCount = 0
  /// Where the record that is being read begins, and its first field.
  private(set) var recordStart: Int
  private(set) var recordFirstField = 0
  /// Of the byte that is being read.
  var line: Int
  private var endsCapacity: Int
  private var entriesCapacity: Int

  init(start: Int, line: Int, byteCount: Int, room: Int) {
    endsCapacity = byteCount / 8 + room
    ends = .allocate(capacity: endsCapacity)
    entriesCapacity = byteCount / 64 + room
    entries = .allocate(capacity: entriesCapacity)
    recordStart = start
    self.line = line
    entries[0] = RecordIndex.Entry(
      start: UInt32(start), firstField: 0, line: UInt32(line))
  }

  /// Where the field that is being read begins.
  var fieldStart: Int {
    fieldCount == recordFirstField ? recordStart : Int(ends[fieldCount - 1]) + 1
  }

  @inline(__always)
  mutating func endField(at position: Int) {
    ends[fieldCount] = UInt32(truncatingIfNeeded: position)
    fieldCount &+= 1
  }

  @inline(__always)
  mutating func moveLastEnd(to position: Int) {
    ends[fieldCount &- 1] = UInt32(truncatingIfNeeded: position)
  }

  /// - Returns: Whether the record is within the limits; if not, it is not taken.
  @inline(__always)
  mutating func endRecord(next: Int, _ limits: Limits, lines: Int) -> Bool {
    guard next &- recordStart <= limits.recordBytes,
      fieldCount &- recordFirstField <= limits.fieldsOfRecord
    else { return false }
    line &+= lines
    recordCount &+= 1
    recordStart = next
    recordFirstField = fieldCount
    entries[recordCount] = RecordIndex.Entry(
      start: UInt32(truncatingIfNeeded: next),
      firstField: UInt32(truncatingIfNeeded: fieldCount), line: UInt32(truncatingIfNeeded: line))
    return true
  }

  @inline(__always)
  func hasRoom(for hits: Int) -> Bool {
    fieldCount &+ hits <= endsCapacity && recordCount &+ hits < entriesCapacity
  }

  mutating func makeRoom(for hits: Int) {
    if fieldCount + hits > endsCapacity {
      ends = Self.doubled(ends, fieldCount, &endsCapacity)
    }
    if recordCount + hits >= entriesCapacity {
      entries = Self.doubled(entries, recordCount + 1, &entriesCapacity)
    }
  }

  private static func doubled<T>(
    _ memory: UnsafeMutablePointer<T>, _ count: Int, _ capacity: inout Int
  ) -> UnsafeMutablePointer<T> {
    capacity *= 2
    let larger = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    return larger
  }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let quote = UInt8(ascii: "\"")
