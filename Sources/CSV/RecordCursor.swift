/// A place among records that goes from one to the next, for loops over all of a file.
///
///     var cursor = RecordCursor(over: records)
///     while cursor.next() { total += cursor.wholeNumber(at: 3) ?? 0 }
///
/// It keeps the file in memory once, where each `Record` does so again, and knows where the fields of its
/// record begin: in such a loop that is the larger part of the cost. Positions and fields count from 0.
public struct RecordCursor {
  @usableFromInline let index: RecordIndex
  // Those of the index, a step nearer.
  @usableFromInline let bytes: UnsafePointer<UInt8>
  @usableFromInline let ends: UnsafePointer<UInt32>
  @usableFromInline let first: Int
  @usableFromInline let end: Int
  @usableFromInline var place: Int
  // Of the record: its first byte, its first field in the index, and how many fields it has.
  @usableFromInline var start = 0
  @usableFromInline var fieldEnds: UnsafePointer<UInt32>
  @usableFromInline var fieldCount = 0

  /// Stands before the first record, where there is no field to ask for.
  public init(over records: Records) {
    index = records.index
    bytes = records.index.bytes
    ends = records.index.ends
    fieldEnds = ends
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
    let entry = index.entries + position
    start = Int(entry[0].start)
    fieldEnds = ends + Int(entry[0].firstField)
    fieldCount = Int(entry[1].firstField &- entry[0].firstField)
  }
}

extension RecordCursor {
  /// The place of the record among the others.
  @inlinable public var position: Int { place }

  /// How many fields the record has, at least 1.
  @inlinable @inline(__always) public var count: Int { fieldCount }

  /// The line of the file that the record begins on, from 1.
  @inlinable @inline(__always) public var line: Int { Int(index.entries[place].line) }

  /// The record by itself.
  public var record: Record {
    precondition(place >= first, "before the first record")
    return Record(index, place)
  }

  /// Whether the record holds nothing: an empty line, or delimiters only.
  @inlinable @inline(__always)
  public var isBlank: Bool { isEmpty(at: fieldCount &- 1) && record.isBlank }

  /// Whether the record begins with a byte, which is neither a quote nor a delimiter.
  @inlinable @inline(__always)
  public func begins(with byte: UInt8) -> Bool { bytes[start] == byte }

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

  /// Whether a field is one to eight digits and nothing else.
  @inlinable @inline(__always)
  public func isWholeNumber(at field: Int) -> Bool { digits(field) != nil }

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
    precondition(field >= 0 && field < fieldCount, "field \(field) of \(fieldCount)")
    let end = fieldEnds + field
    let lower = field == 0 ? start : Int(end[-1]) &+ 1
    return Range(uncheckedBounds: (lower, Int(end[0])))
  }

  @inlinable @inline(__always)
  func content(_ field: Int) -> Range<Int> { index.withoutQuotes(written(field)) }
}
