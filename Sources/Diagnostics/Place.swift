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
  public init(file: String, bytes: some RandomAccessCollection<UInt8>, range: Range<Int>) {
    let bytes = Array(bytes)
    let lower = min(max(range.lowerBound, 0), bytes.count)
    let upper = min(max(range.upperBound, lower), bytes.count)

    var line = 1
    var lineStart = 0
    for index in 0..<lower where bytes[index] == newline {
      line += 1
      lineStart = index + 1
    }
    var lineEnd = lower
    while lineEnd < bytes.count, bytes[lineEnd] != newline { lineEnd += 1 }
    if lineEnd > lower, bytes[lineEnd - 1] == carriageReturn { lineEnd -= 1 }

    let before = String(decoding: bytes[lineStart..<lower], as: UTF8.self)
    let meant = String(decoding: bytes[lower..<max(lower, min(upper, lineEnd))], as: UTF8.self)
    let after = String(
      decoding: bytes[max(lower, min(upper, lineEnd))..<max(lower, lineEnd)], as: UTF8.self)
    self.file = file
    self.line = line
    self.column = before.count + 1
    self.excerpt = Excerpt(before: before, meant: meant, after: after)
  }
}

extension Place.Excerpt {
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

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
