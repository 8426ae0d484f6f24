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
  @usableFromInline let index: RecordIndex
  public let startIndex: Int
  public let endIndex: Int

  /// - Parameters:
  ///   - dialect: By default what the file shows, see `Dialect.init(of:)`.
  ///   - limits: Only those of records and fields are looked at.
  public init(of file: CSVFile, _ dialect: Dialect? = nil, limits: Limits = Limits()) {
    self.init(of: file, dialect ?? Dialect(of: file), limits: limits, bytes: file.byteCount)
  }

  /// - Parameter bytes: How many are split; a record that this cuts is the last one.
  init(of file: CSVFile, _ dialect: Dialect, limits: Limits, bytes: Int) {
    var start = file.start
    if dialect.isDeclared, let separator = SeparatorLine(of: file) { start = separator.end }
    var scanner = RecordScanner(
      file, from: start, to: Swift.max(start, file.start + bytes), dialect, limits)
    scanner.scan()
    self.init(scanner.finish(), 0, scanner.recordCount)
  }

  @inlinable
  init(_ index: RecordIndex, _ startIndex: Int, _ endIndex: Int) {
    self.index = index
    self.startIndex = startIndex
    self.endIndex = endIndex
  }

  public var file: CSVFile { index.file }

  public var dialect: Dialect { index.dialect }

  /// Why the file could not be split to its end; the records before the bad one are there.
  ///
  /// Counts lines from the beginning of the file each time.
  public var failure: Diagnostic? { index.problem?.diagnostic(in: index.file) }

  /// The tables of a file that has several: runs of records that hold something, in their order.
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
  @inlinable
  public subscript(position: Int) -> Record {
    precondition(position >= startIndex && position < endIndex, "record \(position) of \(count)")
    return Record(index, position)
  }

  /// Part of the records, with the same indices.
  @inlinable
  public subscript(bounds: Range<Int>) -> Records {
    precondition(
      bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "records \(bounds)")
    return Records(index, bounds.lowerBound, bounds.upperBound)
  }

  @inlinable
  public func makeIterator() -> Iterator { Iterator(index, startIndex, endIndex) }

  public struct Iterator: IteratorProtocol, Sendable {
    @usableFromInline let index: RecordIndex
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable
    init(_ index: RecordIndex, _ position: Int, _ end: Int) {
      self.index = index
      self.position = position
      self.end = end
    }

    @inlinable
    public mutating func next() -> Record? {
      guard position < end else { return nil }
      defer { position &+= 1 }
      return Record(index, position)
    }
  }
}
