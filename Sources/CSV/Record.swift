public import Diagnostics

/// One record of a file; it keeps the file in memory.
///
/// Fields count from 0. Records of one table may have different numbers of fields: ask `count` first.
public struct Record: @unchecked Sendable {
  @usableFromInline let index: RecordIndex
  /// Its place in `Records`, from 0.
  public let position: Int
  /// How many fields it has, at least 1.
  public let count: Int
  /// The borders of its fields: one more than there are fields.
  @usableFromInline let borders: UnsafePointer<UInt32>

  @inlinable
  init(_ index: RecordIndex, _ position: Int) {
    self.index = index
    self.position = position
    let border = Int(index.entries[position].border)
    borders = index.borders + border
    count = Int(index.entries[position + 1].border) - border - 1
  }

  /// The line of the file that it begins on, from 1; a caption may give it several.
  @inlinable public var line: Int { Int(index.entries[position].line) }

  /// Gives a field as it is written between its quotes or delimiters, without making a `String`.
  ///
  /// Quotes inside a quoted field are still doubled; `string(at:)` has them single.
  @inlinable @inline(__always)
  public func withBytes<R, E: Error>(
    at field: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let range = content(of: field)
    let bytes = UnsafeBufferPointer(start: index.bytes + range.lowerBound, count: range.count)
    return try body(bytes.span)
  }

  /// The text of a field, doubled quotes made single.
  public func string(at field: Int) -> String { index.string(written(field)) }

  /// Gives the whole record as it is written, without its line end.
  public func withWrittenBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    let start = written(0).lowerBound
    let bytes = UnsafeBufferPointer(
      start: index.bytes + start, count: written(count - 1).upperBound - start)
    return try body(bytes.span)
  }

  /// The texts of all fields.
  public var strings: [String] { (0..<count).map(string(at:)) }

  /// Whether a field has quotes around it.
  @inlinable
  public func isQuoted(at field: Int) -> Bool {
    let range = written(field)
    return range.count > 1 && index.bytes[range.lowerBound] == UInt8(ascii: "\"")
  }

  /// Whether nothing is written in a field but perhaps quotes.
  @inlinable
  public func isEmpty(at field: Int) -> Bool { content(of: field).isEmpty }

  /// Whether it holds nothing: an empty line, or delimiters only.
  public var isBlank: Bool { countWithoutTrailing == 0 }

  /// How many fields it has up to the last that is not empty: spreadsheets pad records with delimiters.
  public var countWithoutTrailing: Int {
    var count = count
    while count > 0, isEmpty(at: count - 1) { count -= 1 }
    return count
  }

  /// Where a field stands in the file, for a diagnostic; with the quotes around it.
  public func place(of field: Int) -> Place { index.place(of: written(field)) }

  /// Where the record begins in the file, for a diagnostic.
  public var place: Place {
    index.place(of: written(0).lowerBound..<written(count - 1).upperBound)
  }
}

extension Record {
  /// A field from behind one delimiter to before the next.
  @inlinable @inline(__always)
  func written(_ field: Int) -> Range<Int> {
    precondition(field >= 0 && field < count, "field \(field) of \(count)")
    return Range(uncheckedBounds: (Int(borders[field] &+ 1), Int(borders[field &+ 1])))
  }

  @inlinable @inline(__always)
  func content(of field: Int) -> Range<Int> { index.bytes.withoutQuotes(written(field)) }
}
