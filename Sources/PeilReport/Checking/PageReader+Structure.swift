internal import HTMLDialect

/// Headings, landmarks, sections, links and figures: what a reader finds the way by.
extension PageReader {
  // MARK: - Headings and sections

  mutating func beginHeading(_ element: UInt8) {
    let level = Int(element - DialectElement.h1.rawValue) + 1
    if level == 1 {
      top.pointee.wordLimit = HeadingState.wordLimit
      top.pointee.flags.insert(.isLimited)
      heading.mainCount += 1
      if heading.mainCount == 2 { reportElement(.headingCount, "a second `h1`") }
    } else if level > heading.level + 1 {
      reportElement(
        .headingSkip,
        "`h\(level)` after \(heading.level == 0 ? "no heading" : "`h\(heading.level)`")")
    }
    heading.level = level
    var index = depth - 2
    while index >= 0 {
      let ancestor = open(index)
      if ElementSet.sectioning.contains(element: ancestor.pointee.element) {
        ancestor.pointee.flags.insert(.hasHeading)
        break
      }
      index -= 1
    }
  }

  /// Tells the section around about its content: only paragraphs may come before its heading.
  mutating func noteContent(_ element: UInt8) {
    guard !ElementSet.headings.contains(element: element) else { return }
    let section = top - 1
    if section.pointee.flags.contains(.hasHeading) {
      section.pointee.flags.insert(.hasBody)
      section.pointee.flags.remove(.awaitsHeading)
    } else if !HeadingState.mayLead.contains(element: element),
      !section.pointee.flags.contains(.hadContentFirst)
    {
      section.pointee.flags.formUnion([.hadContentFirst, .hasBody])
      section.pointee.flags.remove(.awaitsHeading)
      reportElement(
        .sectionHeading, "`\(dialect.names[Int(element)])` before the heading of its section")
    }
  }

  mutating func endSection(_ element: UInt8) {
    let flags = top.pointee.flags
    if !flags.contains(.hasHeading) {
      if !flags.contains(.hadContentFirst) {
        reportElement(.sectionHeading, "`\(dialect.names[Int(element)])` without a heading")
      }
    } else if !flags.contains(.hasBody) {
      reportElement(
        .sectionEmpty, "`\(dialect.names[Int(element)])` with nothing but its heading")
    }
  }

  // MARK: - Landmarks

  mutating func beginLandmark(_ element: UInt8) {
    guard let element = DialectElement(rawValue: element) else { return }
    switch element {
    case .header, .footer: guard top[-1].element == DialectElement.body.rawValue else { return }
    case .section: guard top.pointee.flags.contains(.isNamed) else { return }
    case .nav, .aside: break
    default: return
    }
    var landmark = Landmark(element: element, tagEnd: Int(top.pointee.tagEnd))
    if let label = value(.ariaLabel) { landmark.label = normalHash(label) }
    if let names = value(.ariaLabelledby) { landmark.labelledBy = referenceNames.index(of: names) }
    landmarks.append(landmark)
  }

  /// Two landmarks of one kind must be told apart by their names.
  mutating func finishLandmarks() {
    var seen: Set<[UInt64]> = []
    for landmark in landmarks {
      var name = landmark.label ?? 0
      if let index = landmark.labelledBy, let id = idIndex(ofReference: index) {
        name = normalHash(text[idPlaces[id].text])
      }
      if !seen.insert([UInt64(landmark.element.rawValue), name]).inserted {
        report(
          .landmarkUnnamed, at: tagRange(endingAt: landmark.tagEnd, attribute: nil),
          "a second `\(landmark.element.name)` with the same name or none")
      }
    }
  }

  // MARK: - Links

  mutating func beginLink() {
    guard let href = value(.href) else { return }
    linkHash = hashOfBytes(href)
    if value(.target) != nil,
      value(.rel).map({ string($0).contains("noopener") || string($0).contains("noreferrer") })
        != true
    {
      reportTag(.linkWindow, "a link to a new window without `rel=\"noopener\"`")
    }
    if hasHiddenAncestor {
      reportTag(.ariaHiddenLink, "a link in a part that screen readers skip")
    }
    // A value that begins so was found to be a fragment.
    switch href.first == UInt8(ascii: "#") ? .fragment : LinkSyntax(href) {
    case .secure, .mail, .phone:
      if let links = facts.links, !links.texts.table.contains(href) {
        reportTag(
          .linkUntraceable, "address `\(excerpt(href))` is not in the ledger", attribute: "href")
      }
    case .relative:
      if facts.standsAlone {
        reportTag(
          .linkRelative, "relative address `\(excerpt(href))` in a page that is sent around",
          attribute: "href")
      }
    case .fragment:
      markFigure(.hasTableOrLink)
    case nil: break
    }
  }

  private var hasHiddenAncestor: Bool { top.pointee.flags.contains(.isHidden) }

  mutating func endLink() {
    let shown = text[Int(top.pointee.textStart)..<text.count]
    let isNamed = top.pointee.flags.contains(.isNamed)
    if !top.pointee.flags.contains(.hasText), !isNamed {
      reportElement(.linkText, "a link without text")
      return
    }
    guard !isNamed, !ValueSyntax.isBlank(shown) else { return }
    if shown.count <= 12 {
      let words = PageFacts.TextSet.normal(string(shown)).lowercased()
      if HeadingState.emptyWords.contains(words) {
        reportElement(.linkText, "link text `\(words)` does not say where it goes")
      }
    }
    let hash = normalHash(shown)
    if let other = linkTargets.updateValue(linkHash, forKey: hash), other != linkHash {
      reportElement(.linkAmbiguous, "`\(excerpt(shown))` leads to two addresses")
    }
  }

  // MARK: - Figures

  mutating func beginFigure() {
    if value(.ariaLabel) == nil, value(.ariaLabelledby) == nil {
      // A caption names it too; known at the end.
      top.pointee.flags.remove(.isNamed)
    }
  }

  mutating func endFigure() {
    // A table behind the figure is not the chart's, unless it names it.
    drawing.figureChart = -1
    let flags = top.pointee.flags
    let hasCaption = ElementSet(rawValue: top.pointee.seen).contains(.figcaption)
    if !flags.contains(.isNamed), !hasCaption {
      reportElement(.figureUnnamed, "`figure` without a name and without a caption")
    }
    if !flags.contains(.hasFigureContent) {
      reportElement(.figureEmpty, "`figure` without a picture, a table or a quotation")
    }
    if flags.contains(.hasChart), !flags.contains(.hasTableOrLink) {
      reportElement(.chartTable, "a chart without a table and without a link to one")
    }
  }

  /// Tells the figure around about something in it.
  @discardableResult
  mutating func markFigure(_ flag: OpenElement.Flags) -> Bool {
    var index = depth - 1
    while index >= 0 {
      if open(index).pointee.element == DialectElement.figure.rawValue {
        open(index).pointee.flags.insert(flag)
        return true
      }
      index -= 1
    }
    return false
  }
}

/// Headings so far.
struct HeadingState {
  var level = 0
  var mainCount = 0
  var tableCount = 0

  /// Of the headline.
  static let wordLimit: Int32 = 16

  /// What may stand before the heading of a section: the belief and its badge are paragraphs.
  static let mayLead = ElementSet(.header, .p)

  /// Link texts that say nothing out of context, in the languages of reports.
  static let emptyWords: Set<String> = [
    "click here", "hier", "here", "klik hier", "lees meer", "link", "meer", "more", "read more",
  ]
}

/// A region that screen readers list.
struct Landmark {
  var element: DialectElement
  var tagEnd: Int
  var label: UInt64?
  /// Index into the page's names of references.
  var labelledBy: Int?
}

extension ElementSet {
  /// For the number of an element that may be unknown.
  @inline(__always)
  func contains(element: UInt8) -> Bool {
    element != NameTable.unknown && rawValue & (UInt128(1) << UInt128(element)) != 0
  }
}
