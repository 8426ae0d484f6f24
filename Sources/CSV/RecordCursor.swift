/// A place among records that goes from one to the next, for loops over all of a file.
///
///     var cursor = RecordCursor(over: records)
///     while cursor.next() { total += cursor.wholeNumber(at: 3) ?? 0 }
///
/// It keeps the file in memory once, where each `Record` does so again, and knows where the fields of its
/// record begin: in such a loop that is the larger part of the cost. Positions and fields count from 0. It is
/// never copied, because what it is asked for is often no more than a few instructions.
public struct RecordCursor: ~Copyable {
  @usableFromInline let index: RecordIndex
  // Those of the index, a step nearer.
  @usableFromInline let bytes: UnsafePointer<UInt8>
  @usableFromInline let entries: UnsafePointer<RecordIndex.Entry>
  @usableFromInline let first: Int
  @usableFromInline let end: Int
  @usableFromInline var place: Int
  // Of the record: the borders of its fields, and how many fields it has.
  @usableFromInline var borders: UnsafePointer<UInt32>
  @usableFromInline var fieldCount = 0

  /// Stands before the first record, where there is no field to ask for.
  public init(over records: Records) {
    index = records.index
    bytes = records.index.bytes
    entries = records.index.entries
    borders = records.index.borders
    first = records.startIndex
    end = records.endIndex
    place = records.startIndex - 1
  }

  /// Goes to the next record.
  ///
  /// - Returns: Whether there is one; if not, the cursor stays.
  @inlinable @inline(__always)
  public mutating func next() -> Bool {
    guard place &+ 1 < end else { return false }
    moveUnchecked(to: place &+ 1)
    return true
  }

  /// - Parameter position: Of a record, as in the `Records` that the cursor goes over.
  @inlinable @inline(__always)
  public mutating func move(to position: Int) {
    precondition(position >= first && position < end, "record \(position) of \(first)..<\(end)")
    moveUnchecked(to: position)
  }

  @inlinable @inline(__always)
  mutating func moveUnchecked(to position: Int) {
    place = position
    let border = entries[position].border
    borders = index.borders + Int(border)
    fieldCount = Int(entries[position &+ 1].border &- border &- 1)
  }
}

extension RecordCursor {
  /// The place of the record among the others.
  @inlinable public var position: Int { place }

  /// How many fields the record has, at least 1.
  @inlinable @inline(__always) public var count: Int { fieldCount }

  /// The line of the file that the record begins on, from 1.
  @inlinable @inline(__always) public var line: Int { Int(entries[place].line) }

  /// The record by itself.
  public var record: Record {
    precondition(place >= first, "before the first record")
    return Record(index, place)
  }

  /// Whether the record holds nothing: an empty line, or delimiters only.
  @inlinable @inline(__always)
  public var isBlank: Bool {
    // Most records begin with more than two quotes.
    written(0).count <= 2 && isEmpty(at: fieldCount &- 1) && record.isBlank
  }

  /// Whether the record begins with a byte, which is neither a quote nor a delimiter.
  @inlinable @inline(__always)
  public func begins(with byte: UInt8) -> Bool { bytes[written(0).lowerBound] == byte }

  /// Whether nothing is written in a field but perhaps quotes.
  @inlinable @inline(__always)
  public func isEmpty(at field: Int) -> Bool { content(field).isEmpty }

  /// Gives a field as `Record.withBytes(at:)` does.
  @inlinable @inline(__always)
  public func withBytes<R, E: Error>(
    at field: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try withBytes(in: content(field), body)
  }

  /// Gives a field with quotes that stand around it.
  @inlinable @inline(__always)
  public func withWrittenBytes<R, E: Error>(
    at field: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try withBytes(in: written(field), body)
  }

  @inlinable @inline(__always)
  func withBytes<R, E: Error>(
    in range: Range<Int>, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let bytes = UnsafeBufferPointer(
      start: bytes + range.lowerBound, count: range.upperBound &- range.lowerBound)
    return try body(bytes.span)
  }

  /// The text of a field, doubled quotes made single.
  @inlinable
  public func string(at field: Int) -> String { index.string(written(field)) }

  /// A short field as it is written, with quotes that stand around it.
  ///
  /// - Returns: `nil` for more than 15 bytes.
  @inlinable @inline(__always)
  public func word(at field: Int) -> Word? {
    let range = written(field)
    let count = range.upperBound &- range.lowerBound
    guard count <= Word.longest else { return nil }
    // Behind the text there is padding, so 16 bytes can always be loaded.
    return Word(bytes + range.lowerBound, count: count)
  }

  /// The value of a field that is one to eight digits and nothing else.
  @inlinable @inline(__always)
  public func wholeNumber(at field: Int) -> Int? { digits(field)?.value }

  /// Whether a field is nothing at all, or one to eight digits and nothing else.
  @inlinable @inline(__always)
  public func isWholeNumberOrNothing(at field: Int) -> Bool {
    digits(field) != nil || written(field).isEmpty
  }

  /// The parts of a field of at most eight bytes that is digits with a point or a comma among them or before them.
  @inlinable @inline(__always)
  public func decimal(at field: Int) -> DecimalText? {
    let range = written(field)
    return DecimalText(bytes + range.lowerBound, count: range.upperBound &- range.lowerBound)
  }

  @inlinable @inline(__always)
  func digits(_ field: Int) -> Digits? {
    let range = written(field)
    return Digits(bytes + range.lowerBound, count: range.upperBound &- range.lowerBound)
  }

  @inlinable @inline(__always)
  func written(_ field: Int) -> Range<Int> {
    precondition(
      UInt(bitPattern: field) < UInt(bitPattern: fieldCount), "field \(field) of \(fieldCount)")
    return Range(uncheckedBounds: (Int(borders[field] &+ 1), Int(borders[field &+ 1])))
  }

  @inlinable @inline(__always)
  func content(_ field: Int) -> Range<Int> { bytes.withoutQuotes(written(field)) }
}
