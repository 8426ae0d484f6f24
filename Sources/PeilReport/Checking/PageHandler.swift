internal import LibXML2

/// Stands between the parser, which talks to an object, and the reader, which is a value.
///
/// No step of the reader is under way while the parser runs: it begins a page, is told about it call
/// by call, and ends it.
final class PageHandler: XMLHandler {
  private let reader: UnsafeMutablePointer<PageReader>
  private let parser = XMLParser()

  init() {
    reader = .allocate(capacity: 1)
    reader.initialize(to: PageReader(parser: parser))
  }

  deinit {
    reader.pointee.deallocate()
    reader.deinitialize(count: 1)
    reader.deallocate()
  }

  /// Reads one page and gives what is wrong with it.
  func read(
    _ page: UnsafeBufferPointer<UInt8>, facts: PageFacts, file: String
  ) -> FindingList {
    reader.pointee.begin(page, facts: facts, file: file)
    let outcome = parser.parse(page, telling: self)
    reader.pointee.finish(outcome)
    return reader.pointee.findings
  }

  func startElement(_ tag: XMLStartTag) { reader.pointee.startElement(tag) }

  func endElement() { reader.pointee.endElement() }

  func characters(_ text: UnsafeBufferPointer<UInt8>) { reader.pointee.characters(text) }

  func found(_ markup: XMLMarkup) { reader.pointee.found(markup) }
}
