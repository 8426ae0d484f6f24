package import Diagnostics
import Glibc

/// What is proven of a style sheet once a theme, and not on every page: that browsers read all of it, that
/// nothing is loaded, and that the colours of each pair can be told apart.
struct SheetProof {
  private let text: String
  private let file: String

  init(_ bytes: [UInt8], file: String) {
    text = String(decoding: bytes, as: UTF8.self)
    self.file = file
  }

  /// Everything that is wrong, in the order of the checks.
  var problems: [Diagnostic] { structure + colours }

  // MARK: - Structure

  /// A brace too many ends a browser's reading somewhere; a page forbids `<` and `&` in its sheet.
  private var structure: [Diagnostic] {
    var problems: [Diagnostic] = []
    var depth = 0
    var quote: Character?
    for letter in text {
      if let open = quote {
        if letter == open { quote = nil }
        continue
      }
      switch letter {
      case "\"", "'": quote = letter
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth < 0 { return [.sheetBraces(in: file)] }
      case "<", "&": problems.append(.sheetLetter("\(letter)", in: file))
      default: break
      }
    }
    if depth != 0 || quote != nil { problems.append(.sheetBraces(in: file)) }
    // A hatch of the page itself and a font in the sheet are no loading.
    let loads = text.replacing("url(#", with: "").replacing("url(\"data:font/", with: "")
    for word in ["@import", "url(", "expression(", "javascript:"] where loads.contains(word) {
      problems.append(.sheetLoads(word, in: file))
    }
    return problems
  }

  // MARK: - Colours

  /// Two colours of which one stands on the other.
  struct Pair: Hashable {
    let front: String
    let back: String
    /// WCAG 2.2: 4.5 for text (1.4.3), 3 for marks, borders and focus (1.4.11).
    let least: Double
  }

  /// Every pair that the delivered style sheets put on each other.
  static let pairs: [Pair] = {
    let grounds = ["page", "surface"]
    let texts = ["ink", "ink-2", "axis", "link", "link-visited", "good", "bad", "brand-text"]
    let marks = ["s1", "s2", "s3", "s4", "s5", "s6", "prev", "focus"]
    let verdicts = ["refuted", "holds", "mixed", "too-little", "not-testable"]
    return grounds.flatMap { ground in
      texts.map { Pair(front: $0, back: ground, least: 4.5) }
        + marks.map { Pair(front: $0, back: ground, least: 3) }
    }
      + verdicts.flatMap { verdict in
        [
          Pair(front: "\(verdict)-text", back: "\(verdict)-fill", least: 4.5),
          Pair(front: "\(verdict)-border", back: "surface", least: 3),
        ]
      } + [Pair(front: "button-text", back: "button", least: 4.5)]
  }()

  private var colours: [Diagnostic] {
    let light = tokens(of: text[...])
    let start = text.firstRange(of: "prefers-color-scheme: dark) {")
    let changes = start.map { tokens(of: text[$0.upperBound...]) } ?? [:]
    var schemes = [("light", light)]
    if !changes.isEmpty { schemes.append(("dark", light.merging(changes) { $1 })) }
    return schemes.flatMap { scheme, tokens in
      Self.pairs.compactMap { pair in
        guard let front = tokens[pair.front], let back = tokens[pair.back] else { return nil }
        let contrast = Self.contrast(front, back)
        guard contrast < pair.least else { return nil }
        return .lowContrast(pair, scheme: scheme, found: contrast, in: file)
      }
    }
  }

  /// Custom properties that are colours of six digits, in the first block for the root.
  private func tokens(of text: Substring) -> [String: UInt32] {
    guard let found = text.firstRange(of: ":root {") else { return [:] }
    var tokens: [String: UInt32] = [:]
    for declaration in text[found.upperBound...].prefix(while: { $0 != "}" }).split(separator: ";")
    {
      let parts = declaration.split(separator: ":")
      guard parts.count == 2, let dashes = parts[0].firstRange(of: "--"),
        let hash = parts[1].firstIndex(of: "#")
      else { continue }
      let digits = parts[1][parts[1].index(after: hash)...]
      guard digits.count == 6, let colour = UInt32(digits, radix: 16) else { continue }
      tokens[String(parts[0][dashes.upperBound...])] = colour
    }
    return tokens
  }

  /// From 1 for two alike to 21 for black on white.
  ///
  /// Source: WCAG 2.2, definitions of *contrast ratio* and *relative luminance*.
  static func contrast(_ a: UInt32, _ b: UInt32) -> Double {
    let (lighter, darker) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)
  }

  private static func luminance(_ colour: UInt32) -> Double {
    let channels = [16, 8, 0].map { shift in
      let value = Double(colour >> UInt32(shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}

extension Theme {
  /// What is wrong with the style sheets of every language; each problem once.
  package var sheetProblems: [Diagnostic] {
    var told: Set<Diagnostic> = []
    return languages.compactMap { edition($0) }.flatMap { edition in
      [
        ("styles/ of the report", edition.sheet), ("styles/ of the site", edition.siteSheet),
        ("styles/ of the sales copy", edition.proposalSheet),
      ].flatMap { name, sheet in SheetProof(sheet.bytes, file: name).problems }
    }.filter { told.insert($0).inserted }
  }
}
