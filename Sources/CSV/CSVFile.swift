public import Diagnostics

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
  let buffer: FileBuffer
  /// Where the text begins: behind the byte order mark.
  let start: Int

  /// Decodes bytes that are in memory already, such as a file out of an archive.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, UTF-16 with a byte order mark, or a code page (`assuming`).
  ///   - name: For diagnostics.
  ///   - codePage: What text is read as that is neither; by default its letters decide between
  ///     Windows-1252 and Windows-1251.
  /// - Throws: `csv.file-too-large`, `csv.invalid-utf16`, `csv.invalid-utf8`, `csv.nul-byte`.
  public init(
    bytes: [UInt8], name: String, assuming codePage: TextEncoding? = nil, limits: Limits = Limits()
  ) throws(Diagnostic) {
    guard bytes.count <= limits.effectiveFileBytes else {
      throw CSVMessages.fileTooLarge(name, limit: limits.effectiveFileBytes)
    }
    let buffer = FileBuffer(capacity: bytes.count) { output in
      output.update(fromContentsOf: bytes)
    }
    try self.init(buffer: buffer, name: name, assuming: codePage)
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
  init(buffer read: FileBuffer, name: String, assuming codePage: TextEncoding?) throws(Diagnostic) {
    self.name = name
    let declared = TextEncoding.declared(by: read.bytes)
    switch declared?.encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      let encoding = declared?.encoding ?? .utf16LittleEndian
      do {
        buffer = try read.decodedFromUTF16(bigEndian: encoding == .utf16BigEndian)
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
        (buffer, encoding, isEncodingAssumed, start) = (read, .utf8, false, mark)
        break
      }
      // Text of a code page holds hardly a sequence that is valid UTF-8 by chance, so a file with
      // more valid than invalid ones is UTF-8 that was cut or damaged.
      if declared != nil || check.multibyteCharacters > check.invalidSequences {
        (buffer, encoding, isEncodingAssumed, start) = (read, .utf8, false, mark)
        throw CSVMessages.invalidUTF8(place(at: invalid))
      }
      encoding = codePage ?? .likelyCodePage(of: read.bytes)
      buffer = read.decoded(fromCodePage: encoding)
      (isEncodingAssumed, start) = (true, 0)
    }
    buffer.endLinesWithLineFeed()
  }

  /// The text as the scanner sees it.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: buffer.bytes[start...])
  }

  /// - Parameter offset: In the buffer, with its byte order mark.
  func place(at offset: Int, length: Int = 1) -> Place {
    let lower = max(0, offset - start)
    return Place(file: name, bytes: text, range: lower..<lower + length)
  }
}

extension Limits {
  /// Offsets are kept in 32 bits.
  var effectiveFileBytes: Int { min(fileBytes, Int(UInt32.max) / 3) }
}
