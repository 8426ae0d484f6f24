/// How much of the end of a comment has been read.
enum CommentPart: Hashable {
  /// `<!--`, where `>` ends it already.
  case start
  /// `<!---`
  case startDash
  case inside
  /// `-`
  case dash
  /// `--`
  case dashes
  /// `--!`
  case exclamation
}

/// Where in JSON a place is.
enum JSONPart: Hashable {
  case value
  case string
  /// Behind `\` in a string.
  case escape
}

extension HTMLContext {
  mutating func readComment(_ byte: UInt8, _ part: CommentPart) {
    switch (part, byte) {
    case (.start, UInt8(ascii: ">")), (.startDash, UInt8(ascii: ">")),
      (.dashes, UInt8(ascii: ">")), (.exclamation, UInt8(ascii: ">")):
      state = .text
    case (.start, UInt8(ascii: "-")): state = .comment(.startDash)
    case (.startDash, UInt8(ascii: "-")), (.dash, UInt8(ascii: "-")),
      (.dashes, UInt8(ascii: "-")):
      state = .comment(.dashes)
    case (_, UInt8(ascii: "-")): state = .comment(.dash)
    case (.dashes, UInt8(ascii: "!")): state = .comment(.exclamation)
    default: state = .comment(.inside)
    }
  }

  /// Waits for `</element` and a blank, `/` or `>`.
  mutating func readRawText(_ byte: UInt8, _ matched: Int) throws(HTMLProblem.Rule) {
    if matched == 1, byte == UInt8(ascii: "!"), element.elementsEqual("script".utf8) {
      throw .commentInScript
    }
    if let json { self.json = json.next(byte) }
    if matched == 2 + element.count {
      switch byte {
      case _ where isHTMLBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/"):
        isEndTag = true
        if hasDialect { writtenElement = element }
        endTagName()
        state = .betweenAttributes
        try readBetweenAttributes(byte)
      default: state = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
      }
      return
    }
    let isNext =
      switch matched {
      case 0: byte == UInt8(ascii: "<")
      case 1: byte == UInt8(ascii: "/")
      default: lowercased(byte) == element[matched - 2]
      }
    state = .rawText(matched: isNext ? matched + 1 : byte == UInt8(ascii: "<") ? 1 : 0)
  }

  /// Elements whose content a browser does not read as markup.
  static let rawTextElements: Set<[UInt8]> = Set(
    [
      "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea",
      "title", "xmp",
    ].map { Array($0.utf8) })
}

extension JSONPart {
  fileprivate func next(_ byte: UInt8) -> JSONPart {
    switch (self, byte) {
    case (.value, UInt8(ascii: "\"")): .string
    case (.string, UInt8(ascii: "\"")): .value
    case (.string, UInt8(ascii: "\\")): .escape
    case (.escape, _): .string
    default: self
    }
  }
}
