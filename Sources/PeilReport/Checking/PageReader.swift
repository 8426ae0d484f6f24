internal import Calendars
internal import HTMLDialect
internal import LibXML2

/// One page on its way through the parser: what is open, what was seen, what is still owed.
///
/// The parser tells it about tags and text, in the order of the page. All memory is kept from page to
/// page, so that an element costs no allocation. The rules stand in extensions by subject.
///
/// It is a struct that `PageHandler` holds in one place: its many small steps then pay for no
/// exclusivity checks, which took a third of the time when it was a class. A function of it is `mutating` even
/// where it changes nothing: one that is not, and is not inlined, may be given a copy of the whole.
struct PageReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  // MARK: For all pages

  let dialect = DialectTable.shared
  let letters = TextKinds.letters
  /// Of the handler that holds this reader.
  unowned(unsafe) let parser: XMLParser
  var nameTable = NameTable()
  /// Before the first stands what `html` stands in, which is nothing.
  private let openElements: UnsafeMutablePointer<OpenElement>
  /// The innermost open element.
  var top: UnsafeMutablePointer<OpenElement>
  /// Where no more may be opened. While elements are open beyond, it is the innermost.
  let deepest: UnsafeMutablePointer<OpenElement>
  let values: UnsafeMutablePointer<Bytes>
  let numbers: UnsafeMutablePointer<Double>
  let shortNumbers = ShortNumbers()

  // MARK: Of this page

  var page = Bytes(start: nil, count: 0)
  var facts = PageFacts()
  var findings = FindingList()
  /// Elements that are open beyond the allowed depth.
  var surplusDepth = 0
  var elementCount = 0
  /// Comments and the like, of which a page has none.
  private var hasMarkup = false
  /// U+007F to U+009F stand in a text or a value.
  var hasControls = false

  /// Attributes of the tag at hand that keep their grammar; `values` holds them, and `numbers` those
  /// that are numbers.
  var present: UInt64 = 0
  var time: DateTimeSyntax?
  var decoded = ByteArena(capacity: 4096)
  /// Of all pages that are held against the same names.
  var goodValues = ShortValues()
  /// Those that are longer, by the hash of their bytes and their use.
  var goodLongValues = ByteTable()
  var goodKeys = ByteTable()
  /// Texts of times, of all pages with the same names of months.
  var goodTimes = ShortValues()
  private var monthNames: MonthNames?

  /// Text of the whole page but the style sheet, as it was read.
  var text = ByteArena(capacity: 64 * 1024)
  /// That of the style sheet.
  var styles = ByteArena(capacity: 32 * 1024)
  var scratch = ByteArena(capacity: 4096)
  /// The value whose words are looked at.
  var valueText = ByteArena(capacity: 1024)
  var lookup = ByteArena(capacity: 1024)
  /// The last tick that was looked up: its chart, which is one of the ledger, and its text.
  var tick = ByteArena(capacity: 256)
  var ids = ByteTable()
  var idPlaces = PageList<IdPlace>()
  var references = PageList<Reference>()
  var referenceNames = ByteTable()

  var keys = PageKeys()
  /// Lists of the page's attributes and rows.
  var keyLists = PageList<Int32>(capacity: 512)
  /// `data-metric` and `data-mark` of the tag at hand, when they are present.
  var metricKeys = 0..<0
  /// One of the keys of the tag at hand is not in the ledger.
  var hasStrangeKey = false
  var markKeys = 0..<0

  /// Open elements that have a provenance, from the outermost.
  let provenance: UnsafeMutablePointer<Provenance>
  var provenanceCount = 0
  /// What those of them that are times say.
  let times: UnsafeMutablePointer<DateTimeSyntax?>
  var provenanceBytes = ByteArena(capacity: 1024)
  /// Parts of the text that have a provenance of their own inside another.
  var holes = PageList<Range<Int>>()
  /// In the text of the page: those that were held against the ledger.
  var verifiedTexts = PageList<Range<Int>>(capacity: 512)
  var labels: [Label] = []
  var quotes: ByteTable?
  var months: MonthNames.View?
  var daysOfPage: ClosedRange<Day>?

  var names = ClientNames.residueOnly
  var search = NameSearch()
  var hits: [NameHit] = []

  var heading = HeadingState()
  var head = HeadState()
  var landmarks: [Landmark] = []
  var linkTargets: [UInt64: UInt64] = [:]
  var tables = TableStack()
  var linkHash: UInt64 = 0
  var drawing = DrawingState()

  init(parser: XMLParser) {
    self.parser = parser
    openElements = .allocate(capacity: Dialect.maximumDepth + 1) + 1
    top = openElements - 1
    deepest = openElements + (Dialect.maximumDepth - 1)
    values = .allocate(capacity: DialectTable.stride)
    values.initialize(repeating: Bytes(start: nil, count: 0), count: DialectTable.stride)
    numbers = .allocate(capacity: DialectTable.stride)
    numbers.initialize(repeating: 0, count: DialectTable.stride)
    provenance = .allocate(capacity: Dialect.maximumDepth)
    times = .allocate(capacity: Dialect.maximumDepth)
  }

  func deallocate() {
    (openElements - 1).deallocate()
    values.deallocate()
    numbers.deallocate()
    nameTable.deallocate()
    decoded.deallocate()
    goodValues.deallocate()
    goodLongValues.deallocate()
    goodKeys.deallocate()
    shortNumbers.deallocate()
    goodTimes.deallocate()
    text.deallocate()
    styles.deallocate()
    scratch.deallocate()
    valueText.deallocate()
    lookup.deallocate()
    tick.deallocate()
    ids.deallocate()
    idPlaces.deallocate()
    references.deallocate()
    referenceNames.deallocate()
    keys.deallocate()
    keyLists.deallocate()
    provenance.deallocate()
    times.deallocate()
    provenanceBytes.deallocate()
    holes.deallocate()
    verifiedTexts.deallocate()
    drawing.deallocate()
    tables.deallocate()
    search.deallocate()
  }

  /// Forgets the last page and looks at the bytes of this one.
  mutating func begin(_ page: Bytes, facts: PageFacts, file: String) {
    reset(page, facts, file)
    if page.count > facts.usualBytes {
      report(
        .budgetBytes, at: 0..<0,
        "\(page.count) bytes; more than \(facts.usualBytes) are heavy")
    }
    ByteScan(bytes: page).run { report($0, at: $1, $2) }
  }

  /// Says what only the whole page shows.
  mutating func finish(_ outcome: XMLOutcome) {
    if !parser.keepsNames { nameTable.forget() }
    var atEnd = 0
    for byte in page.reversed() {
      guard byte <= 0x20 else { break }
      if byte == 0x0A { atEnd += 1 }
    }
    // One more stands before `html`; any other that is in no text is in a tag.
    let newlines =
      ByteScan.newlines(in: text[0..<text.count]) + ByteScan.newlines(in: styles[0..<styles.count])
    if !outcome.isWellFormed || outcome.newlineCount != newlines + atEnd + 1 {
      ByteScan(bytes: page).checkNewlinesInTags { report($0, at: $1, $2) }
    }
    if hasMarkup || !outcome.isWellFormed {
      ByteScan(bytes: page).checkMarkup { report($0, at: $1, $2) }
    }
    if hasControls || !outcome.isWellFormed || findings.total > 0 {
      ByteScan(bytes: page).checkOtherControls { reportByte($0, at: $1, $2) }
    }
    if !outcome.isWellFormed {
      ByteScan(bytes: page).checkFatalControls { report($0, at: $1, $2) }
    }
    if let problem = outcome.firstProblem {
      report(
        .xmlNotWellFormed, at: problem.offset..<problem.offset,
        "\(problem.message) (libxml2 \(problem.domain)/\(problem.code))")
    } else if !outcome.isWellFormed {
      report(.xmlNotWellFormed, at: 0..<0, "the page could not be read to its end")
    } else {
      finishPage()
    }
    page = Bytes(start: nil, count: 0)
  }

  private mutating func reset(_ page: Bytes, _ facts: PageFacts, _ file: String) {
    self.page = page
    self.facts = facts
    findings.begin(file: file, page: page, severities: facts.severities)
    (surplusDepth, elementCount, hasMarkup, hasControls) = (0, 0, false, false)
    top = openElements - 1
    openElements[-1] = OpenElement(
      element: NameTable.unknown, lastRank: -1, names: NameTable.unknown, flags: [], id: -1,
      tagEnd: 0, textStart: 0, childCount: 0, wordLimit: 0, excluded: 0, seen: 0)
    text.removeAll()
    styles.removeAll()
    ids.removeAll()
    idPlaces.removeAll()
    references.removeAll()
    referenceNames.removeAll()
    keys.begin(facts.figures?.table.view)
    keyLists.removeAll()
    provenanceCount = 0
    provenanceBytes.removeAll()
    tick.removeAll()
    holes.removeAll()
    verifiedTexts.removeAll()
    labels.removeAll(keepingCapacity: true)
    quotes = facts.quotes?.texts.table
    if facts.times?.months !== monthNames {
      monthNames = facts.times?.months
      goodTimes.removeAll()
    }
    months = monthNames?.view
    daysOfPage = facts.times?.days
    heading = HeadingState()
    head = HeadState()
    landmarks.removeAll(keepingCapacity: true)
    linkTargets.removeAll(keepingCapacity: true)
    tables.removeAll()
    drawing.reset(facts.charts)
    resetNames()
  }

  // MARK: - Open elements

  /// The place of the innermost open element, from 1.
  var depth: Int { top - openElements + 1 }

  @inline(__always)
  func open(_ index: Int) -> UnsafeMutablePointer<OpenElement> { openElements + index }

  @inline(__always)
  func isKnown(_ element: UInt8) -> Bool { element != NameTable.unknown }

  /// The element that is open at a depth, as the table names it.
  func element(at index: Int) -> DialectElement? {
    DialectElement(rawValue: openElements[index].element)
  }

  /// `html > body > section#m5`, for findings.
  func path(downTo count: Int) -> String {
    (0..<count).map { index in
      let element = openElements[index]
      let name = element.element == NameTable.unknown ? "?" : dialect.names[Int(element.element)]
      return element.id >= 0 ? "\(name)#\(ids.string(Int(element.id)))" : name
    }.joined(separator: " > ")
  }

  // MARK: - Reporting

  mutating func report(_ rule: CheckRule, at range: Range<Int>, _ message: String) {
    guard findings.takes(rule) else { return }
    findings.add(rule, range, message, path: path(downTo: depth))
  }

  /// Points at bytes of which only their place is known, not what they stand in.
  private mutating func reportByte(_ rule: CheckRule, at range: Range<Int>, _ message: String) {
    if findings.takes(rule) { findings.add(rule, range, message, path: "") }
  }

  /// Points at the tag that was just read, or at one of its attributes.
  mutating func reportTag(_ rule: CheckRule, _ message: String, attribute: String? = nil) {
    guard findings.takes(rule) else { return }
    let end = min(parser.offset, page.count)
    findings.add(
      rule, tagRange(endingAt: end, attribute: attribute), message, path: path(downTo: depth))
  }

  /// Points at the start tag of the innermost open element.
  mutating func reportElement(_ rule: CheckRule, _ message: String) {
    guard findings.takes(rule) else { return }
    findings.add(
      rule, tagRange(endingAt: Int(top.pointee.tagEnd), attribute: nil), message,
      path: path(downTo: depth))
  }

  /// Points at a piece of text shortly before the parser's place, or at the place.
  mutating func reportText(_ rule: CheckRule, _ message: String, needle: Bytes?) {
    guard findings.takes(rule) else { return }
    findings.add(rule, textRange(of: needle), message, path: path(downTo: depth))
  }

  /// Where a piece of the text at hand stands in the page.
  func textRange(of needle: Bytes?) -> Range<Int> {
    let end = min(parser.offset, page.count)
    guard let needle, !needle.isEmpty else { return end..<end }
    if let offset = parser.offset(of: needle), offset + needle.count <= page.count {
      return offset..<(offset + needle.count)
    }
    let start = max(0, Int(depth > 0 ? top.pointee.tagEnd : 0))
    var offset = end - needle.count
    while offset >= start {
      if page[offset..<(offset + needle.count)].elementsEqual(needle) {
        return offset..<(offset + needle.count)
      }
      offset -= 1
    }
    return end..<end
  }

  /// Where the tag is whose `>` or `/>` stands at `end`.
  func tagRange(endingAt end: Int, attribute: String?) -> Range<Int> {
    var start = min(end, page.count) - 1
    while start > 0, page[start] != UInt8(ascii: "<") { start -= 1 }
    start = max(start, 0)
    guard let attribute else { return start..<max(start, min(end, page.count)) }
    let needle = Array(" \(attribute)=\"".utf8)
    var offset = start
    while offset + needle.count <= end {
      if page[offset..<(offset + needle.count)].elementsEqual(needle) {
        let valueStart = offset + needle.count
        let valueEnd = page[valueStart...].firstIndex(of: UInt8(ascii: "\"")) ?? end
        return (offset + 1)..<max(offset + 1, min(valueEnd + 1, page.count))
      }
      offset += 1
    }
    return start..<end
  }

  // MARK: - Values of the tag at hand

  @inline(__always)
  func has(_ attribute: DialectAttribute) -> Bool {
    assert(attribute.rawValue < 64, "no bit for \(attribute.name)")
    return present & (1 &<< UInt64(attribute.rawValue)) != 0
  }

  @inline(__always)
  func value(_ attribute: DialectAttribute) -> Bytes? {
    has(attribute) ? values[Int(attribute.rawValue)] : nil
  }

  func string(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  mutating func found(_ markup: XMLMarkup) {
    switch markup {
    case .doctype(let name, let hasIdentifier):
      if name != "html" || hasIdentifier {
        report(.bytesProlog, at: 0..<0, "document type `\(name)` with an identifier")
      }
    // A scan of the bytes finds their places.
    case .cdata, .comment, .entityDeclaration, .entityReference, .processingInstruction:
      hasMarkup = true
    }
  }
}

/// An element whose end tag has not come.
struct OpenElement {
  /// `NameTable.unknown` for a name outside the dialect: nothing is said about its content.
  var element: UInt8
  var lastRank: Int8
  /// Under which its children's names are looked up: the element, or one of the two unknown ones.
  var names: UInt8
  var flags: Flags
  /// Index into the ids of the page, or -1.
  var id: Int32
  /// Where the start tag ends, in bytes of the page.
  var tagEnd: Int32
  /// Where its text begins in the text of the page.
  var textStart: Int32
  var childCount: Int32
  /// How many words its text may have; 0 for any number.
  var wordLimit: Int32
  /// Of the sets of elements that may not stand in it at any depth.
  var excluded: UInt32
  /// Children that were there, of those that are counted or ranked.
  var seen: UInt128

  struct Flags: OptionSet {
    var rawValue: UInt32
    static let isSVG = Flags(rawValue: 1)
    /// Text that is more than white space, or a picture with a text.
    static let hasText = Flags(rawValue: 1 << 1)
    static let hasHeading = Flags(rawValue: 1 << 2)
    /// Content other than headings and paragraphs before its heading; reported once.
    static let hadContentFirst = Flags(rawValue: 1 << 3)
    static let isHidden = Flags(rawValue: 1 << 4)
    /// A child that must be first or last stood elsewhere; fine while nothing follows.
    static let needsEnd = Flags(rawValue: 1 << 5)
    static let isQuote = Flags(rawValue: 1 << 6)
    static let hasProvenance = Flags(rawValue: 1 << 7)
    static let hasFigureContent = Flags(rawValue: 1 << 8)
    static let hasChart = Flags(rawValue: 1 << 9)
    static let hasTableOrLink = Flags(rawValue: 1 << 10)
    static let isNamed = Flags(rawValue: 1 << 11)
    static let isTransformed = Flags(rawValue: 1 << 12)
    static let hasBody = Flags(rawValue: 1 << 13)
    static let isRoleImage = Flags(rawValue: 1 << 14)
    /// Shown in a colour that says good or bad.
    static let isColoured = Flags(rawValue: 1 << 15)
    /// `section` and `article` of which nothing but paragraphs and headings was seen.
    static let awaitsHeading = Flags(rawValue: 1 << 16)
    static let hasId = Flags(rawValue: 1 << 17)
    static let isLimited = Flags(rawValue: 1 << 18)
    /// Passed on from parent to child.
    static let inherited: Flags = [.isSVG, .isHidden, .isQuote, .isTransformed]
    /// What makes the end of an element more than an end, besides a provenance.
    static let owing: Flags = [.isColoured, .hasId, .isLimited]
  }
}
