import Diagnostics
import FileSystem

/// Where the fields and records of a file end, for all of it; immutable once made.
@usableFromInline
final class RecordIndex: @unchecked Sendable {
  /// Where a record begins.
  @usableFromInline
  struct Entry {
    /// Its place in `borders`.
    @usableFromInline var border: UInt32
    /// From 1.
    @usableFromInline var line: UInt32

    @usableFromInline
    init(border: UInt32, line: UInt32) {
      self.border = border
      self.line = line
    }
  }

  let file: CSVFile
  let dialect: Dialect
  /// Why the records end before the file does.
  let problem: RecordScanner.Problem?
  @usableFromInline let bytes: UnsafePointer<UInt8>
  /// Of each record the offset of the byte before it, then those of the delimiter or line end behind each of its
  /// fields: a field lies between two neighbours. Before the first byte of a file stands 0 less 1, without overflow.
  @usableFromInline let borders: UnsafePointer<UInt32>
  /// One for each record and one more, where the next would begin.
  @usableFromInline let entries: UnsafePointer<Entry>
  private let bordersMemory: UnsafeMutablePointer<UInt32>
  private let entriesMemory: UnsafeMutablePointer<Entry>

  /// Takes over memory that the caller allocated.
  init(
    _ file: CSVFile, _ dialect: Dialect, borders: UnsafeMutablePointer<UInt32>,
    entries: UnsafeMutablePointer<Entry>, problem: RecordScanner.Problem?
  ) {
    self.file = file
    self.dialect = dialect
    self.problem = problem
    bytes = file.buffer.start
    self.borders = UnsafePointer(borders)
    self.entries = UnsafePointer(entries)
    bordersMemory = borders
    entriesMemory = entries
  }

  deinit {
    bordersMemory.deallocate()
    entriesMemory.deallocate()
  }

  /// The text of a field, doubled quotes made single.
  ///
  /// - Parameter range: With the quotes around it.
  @usableFromInline
  func string(_ range: Range<Int>) -> String {
    let content = bytes.withoutQuotes(range)
    let text = UnsafeBufferPointer(start: bytes + content.lowerBound, count: content.count)
    let quote = UInt8(ascii: "\"")
    // Only in a quoted field there may be others.
    guard content != range, let first = text.place(of: quote) else { return text.string }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { output in
      // Each piece ends with the first quote of two.
      var rest = text
      var next: Int? = first
      var count = 0
      while let end = next {
        count = output[count...].update(fromContentsOf: rest[...end])
        rest = UnsafeBufferPointer(rebasing: rest.dropFirst(end + 2))
        next = rest.place(of: quote)
      }
      count = output[count...].update(fromContentsOf: rest)
      return UnsafeBufferPointer(rebasing: output[..<count]).string
    }
  }

  func place(of range: Range<Int>) -> Place {
    file.place(at: range.lowerBound, length: range.count)
  }
}

extension UnsafePointer<UInt8> {
  /// A field of a file that begins here without the quotes around it.
  @inlinable @inline(__always)
  func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    // The scanner has seen to it that what begins with a quote ends with another.
    if range.upperBound &- range.lowerBound > 1, self[range.lowerBound] == UInt8(ascii: "\"") {
      return Range(uncheckedBounds: (range.lowerBound + 1, range.upperBound - 1))
    }
    return range
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text that a part of the file is. All of the file was found to be UTF-8, so that it is not looked for again.
  fileprivate var string: String {
    String(copying: UTF8Span(unchecked: span, isKnownASCII: isASCII))
  }

  /// Looks at eight bytes at a time, of which the last may have been looked at before.
  private var isASCII: Bool {
    guard count >= 8 else { return allSatisfy { $0 < 0x80 } }
    let bytes = UnsafeRawBufferPointer(self)
    let last = count &- 8
    var all = bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self)
    var place = 0
    while place < last {
      all |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      place &+= 8
    }
    return all & 0x8080_8080_8080_8080 == 0
  }
}
