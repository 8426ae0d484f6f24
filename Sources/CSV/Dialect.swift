/// How the records of one file are written.
public struct Dialect: Hashable, Sendable {
  public enum Delimiter: UInt8, CaseIterable, Hashable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  public var delimiter: Delimiter
  /// A first line `sep=;` says so, in the way of Excel; it is not data.
  public var isDeclared: Bool

  public init(delimiter: Delimiter, isDeclared: Bool = false) {
    self.delimiter = delimiter
    self.isDeclared = isDeclared
  }

  /// Obeys a `sep=` line, else takes the delimiter under which most records fit the one before them.
  ///
  /// The first line does not decide: it is often a title. Records with one field say nothing; where
  /// two delimiters fit equally many, the one with more fields wins, then tab, semicolon, comma. A file
  /// in which nothing is divided has commas.
  public init(of file: CSVFile) {
    if let declared = SeparatorLine(of: file) {
      self.init(delimiter: declared.delimiter, isDeclared: true)
      return
    }
    // Most files show it in their first kilobytes; a header of a hundred long names does not.
    for sample in [4 << 10, 64 << 10, Int.max] {
      let best = [Delimiter.tab, .semicolon, .comma]
        .map { (delimiter: $0, fit: Fit(of: file, $0, sample: sample)) }
        .reduce(nil as (delimiter: Delimiter, fit: Fit)?) { best, next in
          guard let best else { return next }
          return next.fit > best.fit ? next : best
        }
      guard let best else { break }
      if best.fit.records > 1 || sample >= file.byteCount {
        self.init(delimiter: best.fit.fields > 1 ? best.delimiter : .comma)
        return
      }
    }
    self.init(delimiter: .comma)
  }
}

/// The line `sep=;` at the beginning of a file, with its line end.
struct SeparatorLine {
  let delimiter: Dialect.Delimiter
  /// Where the records begin, in the buffer.
  let end: Int

  init?(of file: CSVFile) {
    let text = file.text
    let start = "sep=".utf8
    guard text.count > start.count,
      zip(text, start).allSatisfy({ $0 | 0x20 == $1 | 0x20 }),
      let delimiter = Dialect.Delimiter(rawValue: text[start.count])
    else { return nil }
    var end = start.count + 1
    if end < text.count, text[end] == UInt8(ascii: "\r") { end += 1 }
    if end < text.count {
      guard text[end] == UInt8(ascii: "\n") else { return nil }
      end += 1
    }
    self.delimiter = delimiter
    self.end = file.start + end
  }
}

/// How well the beginning of a file reads with one delimiter.
private struct Fit: Comparable {
  /// Records of two fields or more that have as many as the record before or after them.
  var records = 0
  /// The most fields of such a record, or of any record where there is none.
  var fields = 0

  /// - Parameter sample: Bytes to look at; the record that they cut is left out.
  init(of file: CSVFile, _ delimiter: Dialect.Delimiter, sample: Int) {
    let length = min(sample, file.byteCount)
    let start = UnsafeBufferPointer(rebasing: file.text.prefix(length))
    guard start.place(of: delimiter.rawValue) != nil else { return }
    let records = Records(
      of: file, Dialect(delimiter: delimiter), limits: Limits(), bytes: length)
    let whole = length < file.byteCount ? records.dropLast() : records[...]
    var widest = 0
    var last = 0
    var isCounted = false
    for record in whole {
      let count = record.count
      widest = max(widest, count)
      if count > 1, count == last {
        self.records += isCounted ? 1 : 2
        isCounted = true
        fields = max(fields, count)
      } else {
        isCounted = false
      }
      last = count
    }
    if self.records == 0 { fields = widest }
  }

  static func < (a: Fit, b: Fit) -> Bool {
    (a.records, a.fields) < (b.records, b.fields)
  }
}
