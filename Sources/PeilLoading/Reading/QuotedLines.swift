import CSV

/// A table of which a spreadsheet put every line into one field, quotes and all.
///
/// The text of the fields is the file as it was: captions with line breaks come together again, because
/// each of their lines is a record here.
struct QuotedLines {
  private let records: Records

  /// - Returns: `nil` when the first record is no such line.
  init?(_ records: Records) {
    guard let first = records.first(where: { !$0.isBlank }), first.count == 1,
      first.isQuoted(at: 0),
      let line = try? CSVFile(bytes: Array(first.string(at: 0).utf8), name: ""),
      Records(of: line).first.map({ $0.count > 3 }) == true
    else { return nil }
    self.records = records
  }

  /// The file as it was before.
  var text: [UInt8] {
    var text: [UInt8] = []
    for record in records {
      if record.count == 1 {
        text += record.string(at: 0).utf8
      } else {
        // A line of a caption with commas, which the spreadsheet left as it was.
        record.withWrittenBytes { bytes in
          for index in bytes.indices { text.append(bytes[index]) }
        }
      }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}
