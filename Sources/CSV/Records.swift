public import Diagnostics

/// The records of one file in their order, each with its line; fields are ranges of the file's bytes.
///
///     let records = Records(of: file)
///     if let failure = records.failure { throw failure }  // the records before it are there
///     for record in records where !record.isBlank {
///       let reach = record.withBytes(at: 3) { integer($0) }
///     }
///
/// All of a file is split at once, so that a caller may look for the header record, go back to it and
/// read twice without a cost. Nothing is left out: an empty line is a record with one empty field.
/// Splitting follows RFC 4180 with line ends of either kind, mixed: quotes stand around a whole field
/// and are doubled inside.
public struct Records: Sendable {
  public let dialect: Dialect
  /// Why the file could not be split to its end; the records before the bad one are there.
  public let failure: Diagnostic?
  @usableFromInline let index: RecordIndex

  /// - Parameters:
  ///   - dialect: By default what the file shows, see `Dialect.init(of:)`.
  ///   - limits: Only those of records and fields are looked at.
  public init(of file: CSVFile, _ dialect: Dialect? = nil, limits: Limits = Limits()) {
    self.init(of: file, dialect ?? Dialect(of: file), limits: limits, bytes: file.byteCount)
  }

  /// - Parameter bytes: How many are split; a record that this cuts is the last one.
  init(of file: CSVFile, _ dialect: Dialect, limits: Limits, bytes: Int) {
    self.dialect = dialect
    var start = file.start
    if dialect.isDeclared, let separator = SeparatorLine(of: file) { start = separator.end }
    var scanner = RecordScanner(
      file, from: start, to: Swift.max(start, file.start + bytes), dialect.delimiter, limits)
    failure = scanner.scan()
    index = scanner.finish()
  }

  /// Records that hold something, up to the next record without anything: the tables of a file that has
  /// several. Indices of the first record to the last of each, in their order.
  public var blocks: [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start: Int?
    for position in indices {
      if self[position].isBlank {
        if let begun = start { blocks.append(begun..<position) }
        start = nil
      } else if start == nil {
        start = position
      }
    }
    if let begun = start { blocks.append(begun..<endIndex) }
    return blocks
  }
}

extension Records: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { index.recordCount }

  @inlinable
  public subscript(position: Int) -> Record {
    precondition(indices.contains(position), "record \(position) of \(count)")
    return Record(index, position)
  }
}
