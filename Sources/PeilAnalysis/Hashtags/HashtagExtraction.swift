/// Finds the hashtags of a text by the rule of twitter-text, which the platforms follow closely.
///
/// A tag is `#` or `＃` and the longest run of letters, marks, digits and a few signs behind it, at least
/// one of them a letter or mark. What stands before and after must not make it a part of something else,
/// and a tag inside an address is none.
///
/// Source: twitter/twitter-text, conformance suite; its 76 cases are a test where they are at hand.
///
/// - Parameter allowsEmoji: Whether emoji count as letters, as on Instagram and TikTok.
/// - Returns: The tags without their sign, in the order of the text, with repeats.
func hashtags(in text: String, allowsEmoji: Bool = false) -> [String] {
  // The signs are `#` and three bytes that begin with 0xEF; most texts end here.
  guard text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == 0xEF }) else { return [] }
  let scalars = Array(text.unicodeScalars)
  guard scalars.contains(where: { $0 == "#" || $0 == "＃" }) else { return [] }
  let addresses = scalars.contains("/") ? addressRanges(in: scalars) : []
  var tags: [String] = []
  var position = 0
  while position < scalars.count {
    guard scalars[position] == "#" || scalars[position] == "＃" else {
      position += 1
      continue
    }
    let start = position + 1
    var end = start
    while end < scalars.count, scalars[end].isTagCharacter(allowsEmoji: allowsEmoji) { end += 1 }
    let run = scalars[start..<end]
    let isTag =
      run.contains { $0.isTagLetter(allowsEmoji: allowsEmoji) }
      && allowsTag(before: position, in: scalars, allowsEmoji: allowsEmoji)
      && allowsTag(after: end, first: start, in: scalars)
      && !addresses.contains { $0.contains(position) }
    if isTag {
      var tag = ""
      tag.unicodeScalars.append(contentsOf: run)
      tags.append(tag)
    }
    position = max(end, position + 1)
  }
  return tags
}

private func allowsTag(
  before position: Int, in scalars: [Unicode.Scalar], allowsEmoji: Bool
) -> Bool {
  guard position > 0 else { return true }
  let before = scalars[position - 1]
  if before == "\u{FE0E}" || before == "\u{FE0F}" { return true }
  return before != "&" && !before.isTagCharacter(allowsEmoji: false)
}

private func allowsTag(after end: Int, first: Int, in scalars: [Unicode.Scalar]) -> Bool {
  if first < scalars.count, scalars[first] == "\u{FE0F}" || scalars[first] == "\u{20E3}" {
    return false
  }
  guard end < scalars.count else { return true }
  if scalars[end] == "#" || scalars[end] == "＃" { return false }
  return
    !(scalars[end] == ":" && end + 2 < scalars.count && scalars[end + 1] == "/"
    && scalars[end + 2] == "/")
}

/// Where addresses stand: from a scheme, or from a name with a dot and a path, to the next blank.
private func addressRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  while start < scalars.count {
    guard !scalars[start].properties.isWhitespace else {
      start += 1
      continue
    }
    var end = start
    while end < scalars.count, !scalars[end].properties.isWhitespace { end += 1 }
    if let address = addressStart(in: scalars[start..<end]) { ranges.append(address..<end) }
    start = end
  }
  return ranges
}

private func addressStart(in word: ArraySlice<Unicode.Scalar>) -> Int? {
  // `https://…` anywhere in the word.
  for index in word.indices.dropLast(2)
  where word[index] == ":" && word[index + 1] == "/" && word[index + 2] == "/" {
    var start = index
    while start > word.startIndex, word[start - 1].properties.isAlphabetic { start -= 1 }
    return start < index ? start : nil
  }
  // `example.com/…`: letters, a dot, at least two letters, a slash.
  guard let slash = word.firstIndex(of: "/"),
    let dot = word[..<slash].lastIndex(of: "."), dot > word.startIndex, slash - dot > 2,
    word[(dot + 1)..<slash].allSatisfy(\.properties.isAlphabetic)
  else { return nil }
  var start = dot
  while start > word.startIndex,
    word[start - 1].isASCII
      && (word[start - 1].properties.isAlphabetic || word[start - 1].properties.numericType != nil
        || word[start - 1] == "-" || word[start - 1] == ".")
  {
    start -= 1
  }
  return start < dot ? start : nil
}

extension Unicode.Scalar {
  fileprivate func isTagLetter(allowsEmoji: Bool) -> Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      value != 0xFE0F && value != 0xFE0E && value != 0x20E3
    default:
      allowsEmoji && properties.isEmojiPresentation
    }
  }

  fileprivate func isTagCharacter(allowsEmoji: Bool) -> Bool {
    if isTagLetter(allowsEmoji: allowsEmoji) { return true }
    if isASCII { return ("0"..."9").contains(self) || self == "_" }
    if properties.generalCategory == .decimalNumber { return true }
    switch value {
    case 0x200C, 0x200D, 0xA67E, 0x05BE, 0x05F3, 0x05F4, 0xFF5E, 0x301C, 0x309B, 0x309C,
      0x30A0, 0x30FB, 0x3003, 0x0F0B, 0x0F0C, 0x00B7:
      return true
    default:
      return false
    }
  }
}
