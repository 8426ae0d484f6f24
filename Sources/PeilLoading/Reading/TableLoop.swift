import CSV
import PeilModel

/// Goes through the records of a table and keeps account of those that are not used.
struct TableLoop: ~Copyable {
  var reader: RecordReader
  private(set) var check: TotalCheck
  /// How many fields every record must have; `nil` where any number will do.
  private let width: Int?
  /// Whether `#` begins a remark.
  private let hasRemarks: Bool
  private(set) var recordCount = 0
  private var reasons = [Int](repeating: 0, count: SkipReason.allCases.count)

  /// - Parameter reader: Before the first record.
  init(_ reader: consuming RecordReader, _ check: TotalCheck, width: Int?, hasRemarks: Bool) {
    self.reader = reader
    self.check = check
    self.width = width
    self.hasRemarks = hasRemarks
  }

  /// Reads all records.
  @inline(__always)
  mutating func forEach(_ read: (inout RecordReader) throws(SkipReason) -> Void) {
    while next() {
      do throws(SkipReason) {
        try read(&reader)
        if check.isNeeded { check.add(reader.cursor.record) }
      } catch {
        skip(error)
      }
    }
  }

  /// Goes to the next record that is to be read.
  @inline(__always)
  mutating func next() -> Bool {
    while reader.cursor.next() {
      if reader.cursor.isBlank { continue }
      recordCount &+= 1
      if let width, reader.cursor.count != width {
        skip(.damaged)
      } else if hasRemarks, reader.cursor.begins(with: UInt8(ascii: "#")) {
        // A mark in quotes is a text like any other.
        skip(.remark)
      } else {
        return true
      }
    }
    return false
  }

  /// Counts the record as one that is not used.
  @inline(never)
  mutating func skip(_ reason: SkipReason) {
    reasons[SkipReason.allCases.firstIndex(of: reason) ?? 0] += 1
    if reason == .total { check.compare(with: reader.cursor.record) }
  }

  var skipped: [SourceFile.Skipped] {
    zip(SkipReason.allCases, reasons).compactMap { reason, count in
      count == 0 ? nil : SourceFile.Skipped(reason, count)
    }
  }
}
