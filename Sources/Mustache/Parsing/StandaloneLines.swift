/// A template as lines: what stays of its text, and how its tags stand on their lines.
///
/// A line that holds nothing but one tag which prints nothing, or only tags of inheritance, is
/// standalone: the line itself disappears. What its blanks in front mean depends on the tag.
struct LineItem {
  enum Content {
    case text(Range<Int>)
    case tag(Tag)
  }

  var content: Content
  /// Nothing of its line is printed before it, so the indentation of a partial goes before it.
  var startsLine: Bool
  /// For a tag: alone on its line.
  var isStandalone = false
  /// For the first tag of a standalone line: the blanks before it.
  var indentation: Range<Int> = 0..<0
}

extension LineItem {
  /// - Complexity: Linear in the length of the template.
  static func items(of tokens: [Token], in source: [UInt8]) -> [LineItem] {
    var result: [LineItem] = []
    result.reserveCapacity(tokens.count)
    var line: [Token] = []
    for token in tokens {
      guard case .text(let range) = token else {
        line.append(token)
        continue
      }
      var start = range.lowerBound
      while start < range.upperBound {
        let newline = source[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
        let end = newline.map { $0 + 1 } ?? range.upperBound
        // Lines without a tag stay together in one piece.
        line.append(.text(start..<end))
        if newline != nil {
          append(line, in: source, to: &result)
          line.removeAll(keepingCapacity: true)
        }
        start = end
      }
    }
    append(line, in: source, to: &result)
    return result
  }

  private static func append(
    _ line: [Token], in source: [UInt8], to items: inout [LineItem]
  ) {
    if isStandalone(line, in: source) {
      appendStandalone(line, to: &items)
      return
    }
    let blockIndentation = indentationOfLoneBlock(line, in: source)
    var startsLine = true
    for (index, token) in line.enumerated() {
      switch token {
      case .text(let range):
        if index == 0, blockIndentation != nil { continue }
        if startsLine, let last = items.last, case .text(let earlier) = last.content,
          earlier.upperBound == range.lowerBound
        {
          items[items.count - 1].content = .text(earlier.lowerBound..<range.upperBound)
        } else {
          items.append(LineItem(content: .text(range), startsLine: startsLine))
        }
      case .tag(let tag):
        // A comment prints nothing: what follows it still starts the line.
        if tag.kind == .comment || tag.kind == .delimiters {
          items.append(LineItem(content: .tag(tag), startsLine: false))
          continue
        }
        var item = LineItem(content: .tag(tag), startsLine: startsLine)
        if tag.kind == .block, let blockIndentation { item.indentation = blockIndentation }
        items.append(item)
      }
      startsLine = false
    }
  }

  private static func appendStandalone(_ line: [Token], to items: inout [LineItem]) {
    var indentation: Range<Int>?
    for token in line {
      switch token {
      case .text(let range):
        if indentation == nil { indentation = range }
      case .tag(let tag):
        var item = LineItem(content: .tag(tag), startsLine: false, isStandalone: true)
        item.indentation = indentation ?? 0..<0
        indentation = 0..<0
        items.append(item)
      }
    }
  }

  private static func isStandalone(_ line: [Token], in source: [UInt8]) -> Bool {
    var tags = 0
    var inheritance = 0
    for token in line {
      switch token {
      case .text(let range):
        guard source[range].allSatisfy(isBlank) else { return false }
      case .tag(let tag):
        switch tag.kind {
        case .variable, .unescaped: return false
        case .parent, .block: inheritance += 1
        case .close where tag.endsInheritance: inheritance += 1
        default: break
        }
        tags += 1
      }
    }
    guard tags > 0, tags == 1 || tags == inheritance else { return false }
    return !isLoneBlock(line)
  }

  /// `{{$block}}{{/block}}` alone on a line is the place of an argument, and the line stays: its
  /// blanks indent each line of the argument.
  private static func indentationOfLoneBlock(
    _ line: [Token], in source: [UInt8]
  ) -> Range<Int>? {
    guard isLoneBlock(line), case .text(let range)? = line.first,
      source[range].allSatisfy(isBlank)
    else { return nil }
    return range
  }

  private static func isLoneBlock(_ line: [Token]) -> Bool {
    let tags = line.compactMap { token -> Tag? in
      if case .tag(let tag) = token { return tag }
      return nil
    }
    return tags.count == 2 && tags[0].kind == .block && tags[1].kind == .close
  }
}
