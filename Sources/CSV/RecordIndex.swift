import Diagnostics
import FileSystem
import Glibc

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

  /// A field without the quotes around it.
  @inlinable @inline(__always)
  func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    // The scanner has seen to it that what begins with a quote ends with another.
    if range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "\"") {
      return Range(uncheckedBounds: (range.lowerBound + 1, range.upperBound - 1))
    }
    return range
  }

  /// The text of a field, doubled quotes made single.
  ///
  /// - Parameter range: With the quotes around it.
  @usableFromInline
  func string(_ range: Range<Int>) -> String {
    let content = withoutQuotes(range)
    let text = UnsafeBufferPointer(start: bytes + content.lowerBound, count: content.count)
    // Only in a quoted field there may be others.
    guard content != range, let first = text.firstQuote else {
      return String(decoding: text, as: UTF8.self)
    }
    return String(unsafeUninitializedCapacity: text.count) { output in
      // Each piece ends with the first quote of two.
      var rest = text
      var quote: Int? = first
      var count = 0
      while let end = quote {
        count = output[count...].update(fromContentsOf: rest[...end])
        rest = UnsafeBufferPointer(rebasing: rest.dropFirst(end + 2))
        quote = rest.firstQuote
      }
      return output[count...].update(fromContentsOf: rest)
    }
  }

  func place(of range: Range<Int>) -> Place {
    file.place(at: range.lowerBound, length: range.count)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the first quote stands.
  fileprivate var firstQuote: Int? {
    guard let start = baseAddress,
      let quote = memchr(start, Int32(UInt8(ascii: "\"")), count)
    else { return nil }
    return UnsafeRawPointer(start).distance(to: quote)
  }
}
