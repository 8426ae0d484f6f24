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
  private var found: FoundRecords
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
    found = FoundRecords(
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
    at hits: inout UInt64, _ position: Int, _ found: inout FoundRecords
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
  fileprivate func endRecord(at lineFeed: Int, _ found: inout FoundRecords) -> Bool {
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

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let quote = UInt8(ascii: "\"")
