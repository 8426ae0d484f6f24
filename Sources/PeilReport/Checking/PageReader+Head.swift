internal import Glibc
internal import HTMLDialect
internal import LibXML2

/// The head is constant but for title, description and policy: rules of `CHECKING.md` 5.3.
extension PageReader {
  mutating func readRoot() {
    guard let found = value(.lang) else { return }
    if ValueSyntax.starts(found, with: "en") { head.decimalMark = UInt8(ascii: ".") }
    guard let language = facts.language else { return }
    if !ValueSyntax.equals(found, language) {
      reportTag(
        .languagePage, "language `\(string(found))` on a page in `\(language)`", attribute: "lang")
    }
  }

  mutating func readMeta() {
    head.metaCount += 1
    if value(.charset) != nil {
      if head.metaCount != 1 || present != DialectTable.bits(of: [.charset]) {
        reportTag(.headMeta, "`charset` that is not alone in the first `meta`")
      }
      head.found.insert("charset")
      return
    }
    if head.metaCount == 1 { reportTag(.headMeta, "a first `meta` without `charset`") }
    guard let content = value(.content) else {
      reportTag(.headMeta, "`meta` without `charset` and without `content`")
      return
    }
    if value(.httpEquiv) != nil {
      readPolicy(content)
      return
    }
    guard let name = value(.name) else {
      reportTag(.headMeta, "`meta` without `name` and without `http-equiv`")
      return
    }
    let key = string(name)
    if !head.found.insert(key).inserted { reportTag(.headMeta, "a second `meta` named `\(key)`") }
    if let allowed = HeadState.constants[key] {
      if !allowed.contains(where: { ValueSyntax.equals(content, $0) }) {
        reportTag(.headMeta, "`\(excerpt(content))` for `\(key)`; expected `\(allowed[0])`")
      }
    } else if key == "description" {
      checkLabel(content, DialectAttribute.content.rawValue)
    }
  }

  // MARK: - Policy and style sheet

  private mutating func readPolicy(_ content: Bytes) {
    if !head.found.insert("policy").inserted { reportTag(.headPolicy, "a second policy") }
    if head.metaCount != 2 {
      reportTag(.headPolicy, "a policy that does not follow the `charset` at once")
    }
    let start = HeadState.policyStart.utf8.count
    let end = content.count - HeadState.policyEnd.utf8.count
    guard end - start == 44, ValueSyntax.starts(content, with: HeadState.policyStart),
      content.dropFirst(end).elementsEqual(HeadState.policyEnd.utf8)
    else {
      reportTag(.headPolicy, "policy `\(excerpt(content))`", attribute: "content")
      return
    }
    let hash = string(Bytes(rebasing: content[start..<end]))
    head.sheetHash = hash
    if let sheets = facts.sheets, !sheets.contains(where: { $0.hash == hash }) {
      reportTag(.headPolicy, "hash of no known style sheet", attribute: "content")
    }
  }

  mutating func beginStyle() {
    guard let sheets = facts.sheets else { return }
    head.sheet = (sheets.first { $0.hash == head.sheetHash } ?? sheets.first)?.bytes
  }

  /// Compares the next part of the style sheet, which comes in many.
  @inline(never)
  mutating func compareStyle(_ bytes: Bytes) {
    top.pointee.flags.insert(.hasText)
    styles.append(bytes)
    guard let sheet = head.sheet, !head.sheetDiffers else { return }
    let rest = max(0, sheet.count - head.sheetCount)
    let isSame =
      rest >= bytes.count
      && sheet.withUnsafeBytes { known in
        guard let known = known.baseAddress, let found = bytes.baseAddress else { return true }
        return memcmp(known + head.sheetCount, found, bytes.count) == 0
      }
    if !isSame {
      head.sheetDiffers = true
      let same = zip(sheet.suffix(rest), bytes).prefix { $0 == $1 }.count
      reportText(
        .headSheet, "the style sheet is not the one of the theme",
        needle: Bytes(rebasing: bytes[same...]))
    }
    head.sheetCount += bytes.count
  }

  mutating func endStyle() {
    if memchr(styles.base, 0x7F, styles.count) != nil
      || memchr(styles.base, 0xC2, styles.count) != nil
    {
      hasControls = true
    }
    let start = min(Int(top.pointee.tagEnd), page.count)
    let end = min(parser.offset, page.count)
    if let base = page.baseAddress, let found = memchr(base + start, 0x26, end - start) {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      report(.bytesStyle, at: offset..<(offset + 1), "`&` in the style sheet")
    }
    if let sheets = facts.sheets, !head.sheetDiffers,
      !sheets.contains(where: { $0.bytes.count == head.sheetCount })
    {
      reportElement(.headSheet, "the style sheet is cut short")
    }
    head.hasSheet = true
  }

  mutating func finishHead() {
    for name in ["charset", "policy", "referrer", "viewport"] where !head.found.contains(name) {
      let rule = name == "policy" ? CheckRule.headPolicy : .headMeta
      report(rule, at: 0..<0, "no `meta` for `\(name)`")
    }
    if facts.sheets != nil, !head.hasSheet {
      report(.headSheet, at: 0..<0, "the page has no style sheet")
    }
  }
}

/// What the head has shown so far.
struct HeadState {
  var metaCount = 0
  var found: Set<String> = []
  /// Of the page's language; most have the comma.
  var decimalMark = UInt8(ascii: ",")
  var sheetHash: String?
  /// That the page should carry, and how much of it was met.
  var sheet: [UInt8]?
  var sheetCount = 0
  var sheetDiffers = false
  var hasSheet = false

  static let policyStart = "default-src 'none'; style-src 'sha256-"
  static let policyEnd =
    "'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

  /// Values that `meta` may have, by its name; the first is the usual one.
  static let constants: [String: [String]] = [
    "color-scheme": ["light dark", "light", "only light"],
    "referrer": ["no-referrer"],
    "robots": ["noindex", "noindex, nofollow"],
    "viewport": ["width=device-width, initial-scale=1"],
  ]
}
