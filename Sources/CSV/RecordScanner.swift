import CByteMasks
import FileSystem

/// Splits text into records in one pass, 64 bytes at a time.
///
/// The idea: comparisons of 16 bytes find every delimiter, line feed and quote, and what is found in 64
/// bytes becomes the bits of a word. Quotes divide the bytes into those outside and those inside of quoted
/// fields: a byte is inside when an odd number of quotes stands before it, and a doubled quote, which is
/// left and entered at once, changes nothing. What ends a field is a delimiter or a line feed outside. A
/// quote that opens must stand at the beginning of a field or double another; behind one that closes a
/// field must end: that too is asked for all 64 bytes at once, and what is wrong ends the scan. A carriage
/// return is looked for only where a line or a quoted field ends.
struct RecordScanner {
  private let file: CSVFile
  private let dialect: Dialect
  private let limits: Limits
  private let bytes: UnsafePointer<UInt8>
  private let start: Int
  private let end: Int
  private var found: FoundRecords
  /// What ended the scan before the end of the text.
  private var problem: Problem?

  private static let block = 64

  init(
    _ file: CSVFile, from start: Int, to end: Int, _ dialect: Dialect, _ limits: Limits
  ) {
    self.file = file
    self.dialect = dialect
    self.limits = limits
    bytes = file.buffer.start
    self.start = start
    self.end = end
    found = FoundRecords(
      start: start, line: start > file.start ? 2 : 1, byteCount: end - start,
      room: Self.block)
  }

  /// Splits the text; what is wrong with it ends the work before the bad record.
  mutating func scan() {
    (found, problem) = scanned(found)
  }

  /// Hands over what was found; call it once.
  func finish() -> RecordIndex {
    RecordIndex(
      file, dialect, borders: found.borders, entries: found.entries, problem: problem)
  }

  var recordCount: Int { found.recordCount }
}

// MARK: The grammar

extension RecordScanner {
  /// - Returns: What was found, and what is wrong with the text.
  private func scanned(_ before: FoundRecords) -> (FoundRecords, Problem?) {
    // In a local variable it stays in registers, as long as nothing gets its address.
    var found = before
    let delimiter = dialect.delimiter.rawValue
    var quotes = Quotes()
    var position = start
    while position < end {
      if !found.hasRoom(for: Self.block) {
        let (grown, problem) = withRoom(found)
        if problem != nil { return (grown, problem) }
        found = grown
      }
      let block = bytes + position
      var ends = byte_mask_either(block, delimiter, lineFeed)
      let rest = end &- position
      let text = rest < Self.block ? (1 &<< UInt64(truncatingIfNeeded: rest)) &- 1 : UInt64.max
      ends &= text
      if quotes.carried == 0, !byte_block_holds(block, quote) {
        guard endFields(at: ends, position, &found) else { return (found, tooLarge(found)) }
      } else {
        let marks = byte_mask(block, quote) & text
        let wrong = quotes.take(marks, ends: ends, self, at: position)
        let sound = wrong == 0 ? UInt64.max : (wrong & (0 &- wrong)) &- 1
        guard endFields(at: ends & sound, inside: quotes.inside, position, &found) else {
          return (found, tooLarge(found))
        }
        if wrong != 0 {
          let place = position + wrong.trailingZeroBitCount
          return (
            found,
            bytes[place] == quote
              ? .quoteInField(at: place) : .textAfterQuote(at: place, opened: found.fieldStart)
          )
        }
      }
      position &+= Self.block
    }
    return quotes.isOpen ? (found, .unclosedQuote(at: found.fieldStart)) : textEnded(found)
  }

  /// Ends fields and records outside of quotes.
  ///
  /// - Returns: Whether all records are within the limits.
  @inline(__always)
  private func endFields(at ends: UInt64, _ position: Int, _ found: inout FoundRecords) -> Bool {
    var ends = ends
    while ends != 0 {
      let place = position &+ ends.trailingZeroBitCount
      ends &= ends &- 1
      found.endField(at: place)
      if bytes[place] == lineFeed, !endRecord(at: place, &found) { return false }
    }
    return true
  }

  /// Ends fields and records in a block that is at least partly `inside` of quotes.
  @inline(__always)
  private func endFields(
    at ends: UInt64, inside: UInt64, _ position: Int, _ found: inout FoundRecords
  ) -> Bool {
    var ends = ends
    while ends != 0 {
      let bit = ends.trailingZeroBitCount
      let place = position &+ bit
      ends &= ends &- 1
      let isLineFeed = bytes[place] == lineFeed
      if inside &>> UInt64(bit) & 1 != 0 {
        if isLineFeed { found.line &+= 1 }
      } else {
        found.endField(at: place)
        if isLineFeed, !endRecord(at: place, &found) { return false }
      }
    }
    return true
  }

  /// Ends a record with the line feed that ended its last field.
  ///
  /// - Returns: Whether the record is within the limits; if not, it is not taken.
  @inline(__always)
  private func endRecord(at lineFeed: Int, _ found: inout FoundRecords) -> Bool {
    // What stands before the first byte of an empty field is no carriage return.
    if lineFeed > start, bytes[lineFeed &- 1] == carriageReturn {
      found.moveLastEnd(to: lineFeed &- 1)
    }
    return found.endRecord(next: lineFeed &+ 1, limits, lines: 1)
  }

  /// A line feed ends the last record; without it the end of the text does.
  private func textEnded(_ before: FoundRecords) -> (FoundRecords, Problem?) {
    guard before.recordStart < end else { return (before, nil) }
    var (found, problem) = withRoom(before)
    if problem != nil { return (found, problem) }
    let hasReturn = end > found.fieldStart && bytes[end - 1] == carriageReturn
    found.endField(at: hasReturn ? end - 1 : end)
    problem = found.endRecord(next: end, limits, lines: 0) ? nil : tooLarge(found)
    return (found, problem)
  }
}

extension RecordScanner {
  /// Which bytes are inside of quotes, from block to block.
  private struct Quotes {
    /// Bytes of the block from an opening quote to before the closing one.
    private(set) var inside: UInt64 = 0
    /// All bits while a quoted field goes on into the next block.
    private var open: UInt64 = 0
    /// The lowest bit when the last byte of the block before is a quote that closes.
    private var closed: UInt64 = 0

    var isOpen: Bool { open != 0 }

    /// Not 0 when the next block must be looked at, whether it has quotes or not.
    var carried: UInt64 { open | closed }

    /// Takes the next block.
    ///
    /// - Returns: The bytes at which its quotes are wrong; only the first one means something.
    @inline(__always)
    mutating func take(
      _ quotes: UInt64, ends: UInt64, _ scanner: RecordScanner, at position: Int
    ) -> UInt64 {
      inside = Self.parity(quotes) ^ open
      let opening = quotes & inside
      let closing = quotes & ~inside
      let behindClosing = closing << 1 | closed
      open = 0 &- (inside >> 63)
      closed = closing >> 63
      // Before an opening quote stands what ends a field, or the quote that it doubles.
      var starts = (ends | quotes) << 1
      if position == scanner.start || scanner.isBorder(position &- 1) { starts |= 1 }
      let misplaced = opening & ~starts
      var unended = behindClosing & ~(ends | quotes)
      var doubtful = unended
      while doubtful != 0 {
        let bit = doubtful.trailingZeroBitCount
        doubtful &= doubtful &- 1
        if scanner.endsQuotedField(position &+ bit) { unended &= ~(1 &<< UInt64(bit)) }
      }
      return misplaced | unended
    }

    /// Each bit becomes the parity of itself and all below it.
    @inline(__always)
    private static func parity(_ bits: UInt64) -> UInt64 {
      var bits = bits
      bits ^= bits << 1
      bits ^= bits << 2
      bits ^= bits << 4
      bits ^= bits << 8
      bits ^= bits << 16
      return bits ^ bits << 32
    }
  }

  /// Whether a byte is a delimiter, a line feed or a quote.
  private func isBorder(_ position: Int) -> Bool {
    let byte = bytes[position]
    return byte == dialect.delimiter.rawValue || byte == lineFeed || byte == quote
  }

  /// Whether a quoted field has ended where neither a delimiter nor a line feed stands: at a carriage
  /// return before the end of the line, or at the end of the text.
  private func endsQuotedField(_ position: Int) -> Bool {
    if position >= end { return true }
    return bytes[position] == carriageReturn
      && (position + 1 == end || bytes[position + 1] == lineFeed)
  }
}

// MARK: Limits

extension RecordScanner {
  /// Makes sure that whatever one block ends has a place.
  @inline(never)
  private func withRoom(_ before: FoundRecords) -> (FoundRecords, Problem?) {
    if before.fieldsOfRecord > limits.fieldsOfRecord {
      return (before, tooLarge(before))
    }
    if before.fieldCount > limits.fields {
      return (before, .tooManyFieldsInFile(limit: limits.fields))
    }
    var found = before
    found.makeRoom(for: Self.block)
    return (found, nil)
  }

  /// Which limit the record that is being read is beyond.
  private func tooLarge(_ found: FoundRecords) -> Problem {
    found.fieldsOfRecord > limits.fieldsOfRecord
      ? .tooManyFields(from: found.recordStart, limit: limits.fieldsOfRecord)
      : .recordTooLong(from: found.recordStart, limit: limits.recordBytes)
  }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let quote = UInt8(ascii: "\"")
