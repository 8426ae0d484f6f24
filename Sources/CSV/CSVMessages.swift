import Diagnostics

/// Everything that this target can say is wrong with a file.
enum CSVMessages {
  /// A file that Excel saved in an 8-bit code page.
  static func assumedEncoding(_ file: String, _ encoding: TextEncoding) -> Diagnostic {
    Diagnostic(
      .warning, "csv.assumed-encoding",
      "the file is not UTF-8 and does not say what it is: read as \(encoding.rawValue)",
      at: Place(file: file),
      help: "drop the downloaded file in the folder as it is, without opening it in Excel")
  }

  /// A file of 2 GB.
  static func fileTooLarge(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "csv.file-too-large", "a file has at most \(size(limit))", at: Place(file: file),
      help: "export a shorter period")
  }

  /// A UTF-16 file that was cut in the middle of a character.
  static func invalidUTF16(_ file: String, line: Int) -> Diagnostic {
    Diagnostic(
      .error, "csv.invalid-utf16", "the text has half a character: it is not valid UTF-16",
      at: Place(file: file, line: line), help: "download the file again")
  }

  /// A UTF-8 file that was cut in the middle of a character.
  static func invalidUTF8(_ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "csv.invalid-utf8", "the text is damaged: it is not valid UTF-8", at: place,
      label: "invalid byte", help: "download the file again")
  }

  /// A picture with the name `posts.csv`, or UTF-16 that lost its byte order mark.
  static func nulByte(_ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "csv.nul-byte", "a text file has no NUL bytes: this one is binary or damaged",
      at: place, label: "NUL byte", help: "download the file again as CSV")
  }

  /// `a,b "c" d,e`
  static func quoteInField(_ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "csv.quote-in-field", "a field that holds a quote begins with a quote", at: place,
      label: "quote inside a field", help: "put the whole field in quotes and double those inside")
  }

  /// A record of 100 MB.
  static func recordTooLong(_ place: Place, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "csv.record-too-long", "a record has at most \(size(limit))", at: place,
      label: "the record begins here")
  }

  /// `"a" b,c`
  static func textAfterQuote(_ place: Place, opened: Place) -> Diagnostic {
    Diagnostic(
      .error, "csv.text-after-quote", "a delimiter or the end of the line follows a closing quote",
      at: place, label: "found after the closing quote",
      notes: [
        Diagnostic.Note(
          "the quote that it closes was opened here", at: opened, label: "open quote")
      ],
      help: "double the quotes inside a field: `\"\"`")
  }

  /// A million columns.
  static func tooManyFields(_ place: Place, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "csv.too-many-fields", "a record has at most \(limit) fields", at: place,
      label: "the record begins here")
  }

  /// A file of delimiters only.
  static func tooManyFieldsInFile(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "csv.too-many-fields-in-file", "a file has at most \(limit) fields",
      at: Place(file: file), help: "export a shorter period")
  }

  /// `"a,b` and no further quote.
  static func unclosedQuote(_ opened: Place) -> Diagnostic {
    Diagnostic(
      .error, "csv.unclosed-quote", "a quoted field ends with a quote: the file ends before",
      at: opened, label: "open quote", help: "the file may have been cut: download it again")
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }
}
