import Diagnostics
import FileSystem

/// Where the fields and records of a file end, for all of it; immutable once made.
@usableFromInline
final class RecordIndex: @unchecked Sendable {
  /// Where a record begins.
  @usableFromInline
  struct Entry {
    /// Offset of its first byte.
    @usableFromInline var start: UInt32
    /// Its first field in `ends`.
    @usableFromInline var firstField: UInt32
    /// From 1.
    @usableFromInline var line: UInt32

    @usableFromInline
    init(start: UInt32, firstField: UInt32, line: UInt32) {
      self.start = start
      self.firstField = firstField
      self.line = line
    }
  }

  let file: CSVFile
  let dialect: Dialect
  /// Why the records end before the file does.
  let problem: RecordScanner.Problem?
  @usableFromInline let bytes: UnsafePointer<UInt8>
  /// Offset of the delimiter or line end behind each field.
  @usableFromInline let ends: UnsafePointer<UInt32>
  /// One for each record and one more, where the next would begin.
  @usableFromInline let entries: UnsafePointer<Entry>
  private let endsMemory: UnsafeMutablePointer<UInt32>
  private let entriesMemory: UnsafeMutablePointer<Entry>

  /// Takes over memory that the caller allocated.
  init(
    _ file: CSVFile, _ dialect: Dialect, ends: UnsafeMutablePointer<UInt32>,
    entries: UnsafeMutablePointer<Entry>, problem: RecordScanner.Problem?
  ) {
    self.file = file
    self.dialect = dialect
    self.problem = problem
    bytes = file.buffer.start
    self.ends = UnsafePointer(ends)
    self.entries = UnsafePointer(entries)
    endsMemory = ends
    entriesMemory = entries
  }

  deinit {
    endsMemory.deallocate()
    entriesMemory.deallocate()
  }

  /// Its first field in `ends`, and how many it has.
  @inlinable @inline(__always)
  func fields(of record: Int) -> Range<Int> {
    Range(
      uncheckedBounds: (Int(entries[record].firstField), Int(entries[record + 1].firstField)))
  }

  /// A field from behind one delimiter to before the next.
  ///
  /// - Parameter fields: Of the record.
  @inlinable @inline(__always)
  func written(_ field: Int, of record: Int, _ fields: Range<Int>) -> Range<Int> {
    precondition(field >= 0 && field < fields.count, "field \(field) of \(fields.count)")
    let end = fields.lowerBound + field
    let lower = field == 0 ? Int(entries[record].start) : Int(ends[end - 1]) + 1
    return Range(uncheckedBounds: (lower, Int(ends[end])))
  }

  /// The same without quotes.
  @inlinable @inline(__always)
  func content(of field: Int, of record: Int, _ fields: Range<Int>) -> Range<Int> {
    let range = written(field, of: record, fields)
    // The scanner has seen to it that what begins with a quote ends with another.
    if range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "\"") {
      return Range(uncheckedBounds: (range.lowerBound + 1, range.upperBound - 1))
    }
    return range
  }

  func place(of range: Range<Int>) -> Place {
    file.place(at: range.lowerBound, length: range.count)
  }
}
