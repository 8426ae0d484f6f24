/// A piece of a file as a person finds it: name, line and column, and the line itself to show.
public struct Place: Hashable, Sendable {
  /// As the person would type it: relative to where the command was run, or `<stdin>`.
  public let file: String
  /// Counted from 1; `nil` when the whole file is meant.
  public let line: Int?
  /// In characters, counted from 1; `nil` when the whole line is meant.
  public let column: Int?
  /// The text around, to print under the message; `nil` where the file is not shown.
  public let excerpt: Excerpt?

  /// One line of a file, cut where it is long, with the part that is meant.
  public struct Excerpt: Hashable, Sendable {
    /// Without its line end; tabs are spaces, and other control characters are replaced.
    public let text: String
    /// Characters of `text` before the part that is meant.
    public let offset: Int
    /// Characters that are meant; at least 1, so that the end of a line can be shown too.
    public let length: Int
  }

  /// The whole file, a whole line, or a position that is known already.
  ///
  /// - Parameters:
  ///   - line: From 1.
  ///   - column: In characters, from 1.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = nil
  }

  /// Counts line and column in the bytes of a file, so call it only when there is an error to show.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, in UTF-8. Invalid bytes are shown as U+FFFD.
  ///   - range: What is meant, in bytes. It is cut to the file and to its first line; an empty range
  ///     is a place between two characters.
  ///   - shown: What may be shown of the line, in bytes, and of it no e-mail address: for text about people
  ///     who never asked to stand in a log. Default: the whole line.
  public init(
    file: String, bytes: some RandomAccessCollection<UInt8>, range: Range<Int>,
    showing shown: Range<Int>? = nil
  ) {
    let found =
      bytes.withContiguousStorageIfAvailable { Self.look($0, range, shown) }
      ?? Array(bytes).withUnsafeBufferPointer { Self.look($0, range, shown) }
    self.file = file
    (line, column, excerpt) = found
  }

  /// A part of a line that was found before: for a reader who needs the places of many parts.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, in UTF-8.
  ///   - range: What is meant, in bytes; it begins in the line.
  ///   - line: From 1.
  ///   - lineStart: Where the line begins in the bytes.
  public init(file: String, bytes: [UInt8], range: Range<Int>, line: Int, from lineStart: Int) {
    self.file = file
    self.line = line
    (column, excerpt) = bytes.withUnsafeBufferPointer {
      Self.look($0, range, nil, inLineFrom: lineStart)
    }
  }

  private static func look(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ shown: Range<Int>?
  ) -> (line: Int, column: Int, excerpt: Excerpt) {
    let lower = min(max(range.lowerBound, 0), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<lower where bytes[index] == newline {
      line += 1
      lineStart = index + 1
    }
    let found = look(bytes, range, shown, inLineFrom: lineStart)
    return (line, found.column, found.excerpt)
  }

  /// A file may have a hundred megabytes, and one line of as many: of it is copied what is shown.
  private static func look(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ shown: Range<Int>?,
    inLineFrom lineStart: Int
  ) -> (column: Int, excerpt: Excerpt) {
    let lower = min(max(range.lowerBound, lineStart), bytes.count)
    let upper = min(max(range.upperBound, lower), bytes.count)
    var lineEnd = lower
    while lineEnd < bytes.count, bytes[lineEnd] != newline { lineEnd += 1 }
    if lineEnd > lower, bytes[lineEnd - 1] == carriageReturn { lineEnd -= 1 }

    // Sizes of a line that is longer than anybody reads are good enough in code points.
    let before = bytes[lineStart..<lower]
    let column =
      before.count < Excerpt.mostBytes
      ? String(decoding: before, as: UTF8.self).count : before.count { $0 & 0xC0 != 0x80 }
    let end = max(lower, min(upper, lineEnd))
    let first = max(
      min(max(shown?.lowerBound ?? lineStart, lineStart), lower), lower - Excerpt.mostBytes)
    let last = min(max(min(shown?.upperBound ?? lineEnd, lineEnd), end), end + Excerpt.mostBytes)
    let meant = min(end, lower + Excerpt.mostBytes)
    var text = Array(bytes[first..<max(last, end)].prefix(3 * Excerpt.mostBytes))
    if shown != nil { text = maskingAddresses(text) }
    func part(_ range: Range<Int>) -> String {
      let range = range.clamped(to: first..<first + text.count)
      return String(
        decoding: text[range.lowerBound - first..<range.upperBound - first], as: UTF8.self)
    }
    return (
      column + 1,
      Excerpt(
        before: (first > lineStart ? "…" : "") + part(first..<lower), meant: part(lower..<meant),
        after: part(end..<last) + (last < lineEnd ? "…" : ""))
    )
  }

  /// Puts an `x` for each letter of an e-mail address, so that a caret below still stands right.
  private static func maskingAddresses(_ text: [UInt8]) -> [UInt8] {
    var masked = text
    func isPart(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"): true
      default: byte >= 0x80
      }
    }
    for sign in text.indices where text[sign] == UInt8(ascii: "@") {
      let name = text[..<sign].suffix(while: isPart)
      let domain = text[(sign + 1)...].prefix(while: isPart)
      guard !name.isEmpty, domain.contains(UInt8(ascii: ".")) else { continue }
      for index in name.startIndex..<domain.endIndex where text[index] < 0x80 {
        if text[index] != UInt8(ascii: "@") { masked[index] = UInt8(ascii: "x") }
      }
    }
    return masked
  }
}

extension Place.Excerpt {
  /// More than any of the parts below takes.
  fileprivate static let mostBytes = 8 << 10

  /// What is shown of a line at the most, in characters: a caption can be one line of thousands.
  private static let before = 72
  private static let meant = 60
  private static let after = 40

  fileprivate init(before: String, meant: String, after: String) {
    let cutBefore = before.count > Self.before
    let shownBefore = (cutBefore ? "…" : "") + before.suffix(Self.before)
    let shownMeant = meant.prefix(Self.meant) + (meant.count > Self.meant ? "…" : "")
    let shownAfter = after.prefix(Self.after) + (after.count > Self.after ? "…" : "")
    let offset = Self.printable(shownBefore)
    let length = Self.printable(String(shownMeant))
    self.text = offset + length + Self.printable(String(shownAfter))
    self.offset = offset.count
    self.length = max(1, length.count)
  }

  /// Keeps a hostile file from moving the cursor, hiding text or changing its direction.
  private static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\t": result += " "
      case .control, .lineSeparator, .paragraphSeparator, .surrogate: result += "\u{FFFD}"
      case .format where scalar != "\u{200D}" && scalar != "\u{200C}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension ArraySlice {
  fileprivate func suffix(while isPart: (Element) -> Bool) -> ArraySlice {
    var start = endIndex
    while start > startIndex, isPart(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
