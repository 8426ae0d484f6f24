public import Diagnostics
public import FileSystem

/// A text file in memory, as UTF-8, with what its encoding was.
///
///     let file = try CSVFile.read(path, shownAs: "exports/posts.csv")
///     let records = Records(of: file)
///     for record in records { print(record.line, record.string(at: 0)) }
///
/// A file is copied by reference; its bytes never change.
public struct CSVFile: Sendable {
  /// As the person would type it; diagnostics show it.
  public let name: String
  /// What the bytes were before they became UTF-8.
  public let encoding: TextEncoding
  /// Nothing in the file declares the encoding and it is not UTF-8: a code page was assumed.
  public let isEncodingAssumed: Bool
  let buffer: FileBytes
  /// Where the text begins: behind the byte order mark.
  let start: Int

  /// Decodes bytes that are in memory already; UTF-8 is not copied.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, UTF-16 with a byte order mark, or a code page (`assuming`).
  ///   - name: For diagnostics.
  ///   - codePage: What text is read as that is neither; by default its letters decide between
  ///     Windows-1252 and Windows-1251.
  /// - Throws: `csv.file-too-large`, `csv.invalid-utf16`, `csv.invalid-utf8`, `csv.nul-byte`.
  public init(
    bytes: FileBytes, name: String, assuming codePage: TextEncoding? = nil,
    limits: Limits = Limits()
  ) throws(Diagnostic) {
    guard bytes.count <= limits.effectiveFileBytes else {
      throw CSVMessages.fileTooLarge(name, limit: limits.effectiveFileBytes)
    }
    try self.init(decoding: bytes, name: name, assuming: codePage)
  }

  /// Decodes bytes that were made in memory; see `init(bytes:name:assuming:limits:)`.
  public init(
    bytes: [UInt8], name: String, assuming codePage: TextEncoding? = nil, limits: Limits = Limits()
  ) throws(Diagnostic) {
    try self.init(bytes: FileBytes(bytes), name: name, assuming: codePage, limits: limits)
  }

  /// Reads a file from disk as one consistent whole.
  ///
  /// - Parameters:
  ///   - path: Followed when it is a symbolic link; the caller decides what may be opened.
  ///   - shownAs: The name for diagnostics; by default `path`.
  ///   - codePage: See `init(bytes:name:assuming:limits:)`.
  /// - Throws: Also `file.changed` when the file was written to while it was read, and what else
  ///   `FileBytes` says of a file.
  public static func read(
    _ path: String, shownAs name: String? = nil, assuming codePage: TextEncoding? = nil,
    limits: Limits = Limits()
  ) throws(Diagnostic) -> CSVFile {
    let bytes = try FileBytes(
      contentsOf: path, shownAs: name, limit: limits.effectiveFileBytes)
    return try CSVFile(
      bytes: bytes, name: name ?? path, assuming: codePage, limits: limits)
  }

  /// How many bytes the text has in UTF-8.
  public var byteCount: Int { buffer.count - start }

  /// Whether there is nothing but a byte order mark.
  public var isEmpty: Bool { byteCount == 0 }

  /// What a person should look at though the text can be used: an encoding that was assumed.
  public var warnings: [Diagnostic] {
    isEncodingAssumed ? [CSVMessages.assumedEncoding(name, encoding)] : []
  }

  /// Gives the text in UTF-8 without its byte order mark.
  public func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try body(text.span)
  }
}

// MARK: Decoding

extension CSVFile {
  fileprivate init(
    decoding read: FileBytes, name: String, assuming codePage: TextEncoding?
  ) throws(Diagnostic) {
    self.name = name
    let declared = TextEncoding.declared(by: read.buffer)
    switch declared?.encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      let encoding = declared?.encoding ?? .utf16LittleEndian
      do {
        buffer = try read.decodedFromUTF16(bigEndian: encoding == .utf16BigEndian)
          .withLineFeeds()
      } catch {
        throw CSVMessages.invalidUTF16(name, line: error.line)
      }
      (self.encoding, isEncodingAssumed, start) = (encoding, false, 0)
      if let nul = UTF8Check(buffer, from: 0).firstNUL {
        throw CSVMessages.nulByte(place(at: nul))
      }
    case .utf8, .windows1252, .windows1251, nil:
      let mark = declared?.markLength ?? 0
      let check = UTF8Check(read, from: mark)
      if let nul = check.firstNUL {
        (buffer, encoding, isEncodingAssumed, start) = (read, .utf8, false, mark)
        throw CSVMessages.nulByte(place(at: nul))
      }
      guard let invalid = check.firstInvalid else {
        (encoding, isEncodingAssumed, start) = (.utf8, false, mark)
        buffer = read.withLineFeeds()
        break
      }
      // Text of a code page holds hardly a sequence that is valid UTF-8 by chance, so a file with
      // more valid than invalid ones is UTF-8 that was cut or damaged.
      if declared != nil || check.multibyteCharacters > check.invalidSequences {
        (buffer, encoding, isEncodingAssumed, start) = (read, .utf8, false, mark)
        throw CSVMessages.invalidUTF8(place(at: invalid))
      }
      encoding = codePage ?? .likelyCodePage(of: read.buffer)
      buffer = read.decoded(fromCodePage: encoding).withLineFeeds()
      (isEncodingAssumed, start) = (true, 0)
    }
  }

  /// The text as the scanner sees it.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: buffer.buffer[start...])
  }

  /// A place for a diagnostic, which shows no more than the fields that it is about: in those beside it a
  /// person may be named.
  ///
  /// - Parameter offset: In the buffer, with its byte order mark.
  func place(at offset: Int, length: Int = 1) -> Place {
    let text = text
    let lower = min(max(0, offset - start), text.count)
    let upper = min(lower + length, text.count)
    func isBorder(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\n") || Dialect.Delimiter(rawValue: byte) != nil
    }
    var first = lower
    while first > 0, !isBorder(text[first - 1]) { first -= 1 }
    var last = upper
    while last < text.count, !isBorder(text[last]) { last += 1 }
    return Place(file: name, bytes: text, range: lower..<lower + length, showing: first..<last)
  }
}

extension Limits {
  /// Offsets are kept in 32 bits.
  var effectiveFileBytes: Int { min(fileBytes, Int(UInt32.max) / 3) }
}
