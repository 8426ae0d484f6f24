internal import HTMLDialect

/// What can be said when the whole page is read.
extension PageReader {
  mutating func finishPage() {
    finishReferences()
    finishHead()
    finishLandmarks()
    finishDrawings()
    if heading.mainCount == 0 { report(.headingCount, at: 0..<0, "no `h1`") }
    finishLabels()
    for key in facts.figures?.table.required ?? [] where !keys.states[key].contains(.isShown) {
      report(.numberMissing, at: 0..<0, "the page does not show `\(keys.string(key))`")
    }
    if elementCount > Self.usualElements {
      report(
        .budgetElements, at: 0..<0,
        "\(elementCount) elements; more than \(Self.usualElements) are slow"
      )
    }
  }

  /// Of a page that a phone shows without delay.
  private static let usualElements = 12_000

  /// A label must repeat a text that was held against the ledger.
  private mutating func finishLabels() {
    guard !labels.isEmpty else { return }
    // A bit for the ends of each label passes over nearly all texts.
    let ends = labels.reduce(into: UInt64(0)) { $0 |= $1.ends }
    var owed = Set(labels.map(\.hash))
    for index in 0..<verifiedTexts.count where !owed.isEmpty {
      let shown = text[verifiedTexts[index]]
      if ends & Label.ends(of: shown) != 0 { owed.remove(normalHash(shown)) }
    }
    for label in labels where owed.contains(label.hash) {
      let name = dialect.attributeNames[Int(label.attribute)]
      let place = tagRange(endingAt: label.tagEnd, attribute: name)
      report(
        .labelUntraceable, at: place,
        "number in `\(excerpt(Bytes(rebasing: page[place])))` is in no text that was checked")
    }
  }

  private mutating func finishReferences() {
    let targets = (0..<referenceNames.count).map { ids.index(of: referenceNames[$0]) }
    for reference in references.all {
      let name = dialect.attributeNames[Int(reference.attribute)]
      guard let id = targets[Int(reference.name)] else {
        report(
          .idUnresolved, at: tagRange(endingAt: Int(reference.tagEnd), attribute: name),
          "`\(referenceNames.string(Int(reference.name)))` is no id of this page")
        continue
      }
      guard reference.attribute == DialectAttribute.headers.rawValue else { continue }
      let target = idPlaces[id]
      if target.element != DialectElement.th.rawValue || target.table != Int(reference.table) {
        report(
          .tableHeaders, at: tagRange(endingAt: Int(reference.tagEnd), attribute: name),
          "`\(referenceNames.string(Int(reference.name)))` is no header cell of the same table")
      }
    }
  }

  /// The id that a reference names.
  mutating func idIndex(ofReference index: Int) -> Int? {
    ids.index(of: referenceNames[index])
  }
}
