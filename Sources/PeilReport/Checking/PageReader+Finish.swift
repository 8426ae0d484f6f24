internal import HTMLDialect

/// What can be said when the whole page is read.
extension PageReader {
  mutating func finishPage() {
    finishReferences()
    finishHead()
    finishLandmarks()
    finishDrawings()
    if heading.mainCount == 0 { report(.headingCount, at: 0..<0, "no `h1`") }
    for label in labels where !verifiedTexts.contains(label.hash) {
      let name = dialect.attributeNames[Int(label.attribute)]
      report(
        .labelUntraceable, at: tagRange(endingAt: label.tagEnd, attribute: name),
        "number in `\(name)`: `\(label.text)` is no text that was checked")
    }
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

  private mutating func finishReferences() {
    for reference in references {
      let name = dialect.attributeNames[Int(reference.attribute)]
      guard let id = idIndex(ofReference: reference.name) else {
        report(
          .idUnresolved, at: tagRange(endingAt: reference.tagEnd, attribute: name),
          "`\(referenceNames.string(reference.name))` is no id of this page")
        continue
      }
      if reference.attribute == DialectAttribute.headers.rawValue {
        let target = idPlaces[id]
        if target.element != DialectElement.th.rawValue || target.table != reference.table {
          report(
            .tableHeaders, at: tagRange(endingAt: reference.tagEnd, attribute: name),
            "`\(referenceNames.string(reference.name))` is no header cell of the same table")
        }
      }
    }
  }

  /// The id that a reference names.
  func idIndex(ofReference index: Int) -> Int? {
    ids.index(of: referenceNames[index])
  }
}
