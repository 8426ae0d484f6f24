import Diagnostics

/// Splits text into records in one pass, 64 bytes at a time.
///
/// The idea: three comparisons of 16 bytes find every delimiter, quote and line feed; the hits of 64
/// bytes become the bits of one word; a loop over the bits, with one flag for "inside quotes", does the
/// rest. A carriage return is looked for only in front of a line feed. `visit` is the only place that
/// knows the grammar.
struct RecordScanner {
  private let file: CSVFile
  private let bytes: UnsafePointer<UInt8>
  private let start: Int
  private let end: Int
  private let delimiter: UInt8
  private let limits: Limits

  private var ends: UnsafeMutablePointer<UInt32>
  private var endsCapacity: Int
  private var fieldCount = 0
  private var entries: UnsafeMutablePointer<RecordIndex.Entry>
  private var entriesCapacity: Int
  private var recordCount = 0

  private var fieldStart: Int
  private var line: Int
  /// Where the quote stands that is still open.
  private var openQuote: Int?
  /// The second of two quotes inside a quoted field.
  private var doubledQuote = -1

  private static let block = 64

  init(
    _ file: CSVFile, from start: Int, to end: Int, _ delimiter: Dialect.Delimiter,
    _ limits: Limits
  ) {
    self.file = file
    bytes = UnsafePointer(file.buffer.start)
    self.start = start
    self.end = end
    self.delimiter = delimiter.rawValue
    self.limits = limits
    endsCapacity = (end - start) / 8 + 2 * Self.block
    ends = .allocate(capacity: endsCapacity)
    entriesCapacity = (end - start) / 64 + 2 * Self.block
    entries = .allocate(capacity: entriesCapacity)
    fieldStart = start
    line = start > file.start ? 2 : 1
    entries[0] = RecordIndex.Entry(
      start: UInt32(start), firstField: 0, line: UInt32(line))
  }

  /// Splits the text; what is wrong with it ends the work before the bad record.
  mutating func scan() -> Diagnostic? {
    let raw = UnsafeRawPointer(bytes)
    let delimiters = SIMD16<UInt8>(repeating: delimiter)
    var position = start
    while position < end {
      if let problem = makeRoom() { return problem }
      var hits = Self.hits(in: raw + position, delimiters)
      if position + Self.block > end {
        hits &= UInt64.max >> UInt64(position + Self.block - end)
      }
      while hits != 0 {
        let problem = visit(position + hits.trailingZeroBitCount)
        if let problem { return problem }
        hits &= hits - 1
      }
      position += Self.block
    }
    return endText()
  }

  /// Hands over what was found; call it once.
  func finish() -> RecordIndex {
    RecordIndex(file, ends: ends, entries: entries, recordCount: recordCount)
  }
}

// MARK: The grammar

extension RecordScanner {
  /// - Parameter position: Of a delimiter, a quote or a line feed.
  @inline(__always)
  private mutating func visit(_ position: Int) -> Diagnostic? {
    let byte = bytes[position]
    if openQuote != nil { return visitQuoted(byte, position) }
    if byte == delimiter {
      endField(at: position)
      return nil
    }
    if byte == lineFeed {
      let hasReturn = position > fieldStart && bytes[position - 1] == carriageReturn
      endField(at: hasReturn ? position - 1 : position)
      line += 1
      return endRecord(next: position + 1)
    }
    guard position == fieldStart else {
      return CSVMessages.quoteInField(file.place(at: position))
    }
    openQuote = position
    return nil
  }

  @inline(__always)
  private mutating func visitQuoted(_ byte: UInt8, _ position: Int) -> Diagnostic? {
    guard byte == quote else {
      if byte == lineFeed { line += 1 }
      return nil
    }
    if position == doubledQuote { return nil }
    let next = position + 1
    if next < end {
      if bytes[next] == quote {
        doubledQuote = next
        return nil
      }
      let isEnd =
        bytes[next] == delimiter || bytes[next] == lineFeed
        || (bytes[next] == carriageReturn && (next + 1 == end || bytes[next + 1] == lineFeed))
      guard isEnd else {
        return CSVMessages.textAfterQuote(
          file.place(at: next), opened: file.place(at: openQuote ?? position))
      }
    }
    openQuote = nil
    return nil
  }

  private mutating func endText() -> Diagnostic? {
    if let openQuote { return CSVMessages.unclosedQuote(file.place(at: openQuote)) }
    // A line feed ends the last record; without it the end of the text does.
    guard Int(entries[recordCount].start) < end else { return nil }
    if let problem = makeRoom() { return problem }
    let hasReturn = end > fieldStart && bytes[end - 1] == carriageReturn
    endField(at: hasReturn ? end - 1 : end)
    return endRecord(next: end)
  }

  @inline(__always)
  private mutating func endField(at position: Int) {
    ends[fieldCount] = UInt32(truncatingIfNeeded: position)
    fieldCount += 1
    fieldStart = position + 1
  }

  @inline(__always)
  private mutating func endRecord(next: Int) -> Diagnostic? {
    let entry = entries[recordCount]
    if next - Int(entry.start) > limits.recordBytes
      || fieldCount - Int(entry.firstField) > limits.fieldsOfRecord
    {
      return tooLong(entry, next: next)
    }
    recordCount += 1
    fieldStart = next
    entries[recordCount] = RecordIndex.Entry(
      start: UInt32(truncatingIfNeeded: next),
      firstField: UInt32(truncatingIfNeeded: fieldCount), line: UInt32(truncatingIfNeeded: line))
    return nil
  }

  private func tooLong(_ entry: RecordIndex.Entry, next: Int) -> Diagnostic {
    let place = file.place(at: Int(entry.start))
    return next - Int(entry.start) > limits.recordBytes
      ? CSVMessages.recordTooLong(place, limit: limits.recordBytes)
      : CSVMessages.tooManyFields(place, limit: limits.fieldsOfRecord)
  }
}

// MARK: Blocks and memory

extension RecordScanner {
  /// One bit for each of 64 bytes that is a delimiter, a quote or a line feed.
  @inline(__always)
  private static func hits(in block: UnsafeRawPointer, _ delimiters: SIMD16<UInt8>) -> UInt64 {
    hits16(in: block, delimiters)
      | hits16(in: block + 16, delimiters) << 16
      | hits16(in: block + 32, delimiters) << 32
      | hits16(in: block + 48, delimiters) << 48
  }

  @inline(__always)
  private static func hits16(in block: UnsafeRawPointer, _ delimiters: SIMD16<UInt8>) -> UInt64 {
    let text = block.loadUnaligned(as: SIMD16<UInt8>.self)
    let isHit = (text .== delimiters) .| (text .== lineFeeds) .| (text .== quotes)
    let bits = unsafeBitCast(
      SIMD16<UInt8>(repeating: 0).replacing(with: bitOfLane, where: isHit), to: SIMD2<UInt64>.self)
    // Each lane holds another bit, so the product adds up the eight bytes in its highest one.
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (bits[0] &* ones) >> 56 | ((bits[1] &* ones) >> 56) << 8
  }

  /// Makes sure that all hits of one block have a place.
  @inline(__always)
  private mutating func makeRoom() -> Diagnostic? {
    if fieldCount + Self.block <= endsCapacity, recordCount + Self.block < entriesCapacity {
      return nil
    }
    return grow()
  }

  @inline(never)
  private mutating func grow() -> Diagnostic? {
    let entry = entries[recordCount]
    if fieldCount - Int(entry.firstField) > limits.fieldsOfRecord {
      return CSVMessages.tooManyFields(
        file.place(at: Int(entry.start)), limit: limits.fieldsOfRecord)
    }
    if fieldCount > limits.fields {
      return CSVMessages.tooManyFieldsInFile(file.name, limit: limits.fields)
    }
    if fieldCount + Self.block > endsCapacity {
      ends = Self.doubled(ends, fieldCount, &endsCapacity)
    }
    if recordCount + Self.block >= entriesCapacity {
      entries = Self.doubled(entries, recordCount + 1, &entriesCapacity)
    }
    return nil
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
private let lineFeeds = SIMD16<UInt8>(repeating: lineFeed)
private let quotes = SIMD16<UInt8>(repeating: quote)
private let bitOfLane = SIMD16<UInt8>(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
