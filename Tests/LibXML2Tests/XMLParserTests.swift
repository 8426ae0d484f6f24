import LibXML2
import Testing

@Suite struct XMLParserTests {
  @Test func `tells elements, attributes and text in the order of the document`() {
    let recorder = Recorder("<a x=\"1&amp;2\"><b/>t&lt;é</a>")
    #expect(recorder.isWellFormed)
    #expect(recorder.events == ["<a x=1&2>", "<b/>", "</>", "t", "<", "é", "</>"])
  }

  @Test(
    arguments: [
      ("an undeclared prefix", "<a><x:b/></a>", 3, 201),
      ("an end tag too few", "<a><b></a>", 1, 76),
      ("a bare ampersand", "<a>A & B</a>", 1, 68),
      ("an unknown entity", "<a>&nbsp;</a>", 1, 26),
      ("invalid UTF-8", "<a>\u{FF}</a>", 1, 9),
      ("nothing", "", 1, 4),
      ("text after the end", "<a/>b", 1, 5),
      ("a cut file", "<a><b>", 1, 77),
    ] as [(String, String, Int, Int)])
  func `gives the first problem with libxml2's own number`(
    _ name: String, text: String, domain: Int, code: Int
  ) throws {
    // U+00FF stands for the byte FF, which no Swift string can hold.
    let bytes = Array(text.utf8).split(separator: [0xC3, 0xBF], omittingEmptySubsequences: false)
      .joined(separator: [0xFF])
    let recorder = Recorder(Array(bytes))
    #expect(!recorder.isWellFormed)
    if text.isEmpty { return }
    let problem = try #require(recorder.problem)
    #expect(problem.domain == domain)
    #expect(problem.code == code)
    #expect(!problem.message.contains("\n"))
  }

  @Test func `a document after a failed one is read as if nothing had been`() {
    let recorder = Recorder("<a xmlns:p=\"urn:x\"><p:b>")
    #expect(!recorder.isWellFormed)
    recorder.read(Array("<a><p:b/></a>".utf8))
    #expect(recorder.problem?.code == 201)
    recorder.read(Array("<a/>".utf8))
    #expect(recorder.isWellFormed)
  }

  @Test func `an entity bomb ends at once`() {
    let levels = (1...9).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
    }
    let recorder = Recorder(
      "<!DOCTYPE a [<!ENTITY e0 \"boom\">\(levels.joined())]><a>&e9;</a>")
    #expect(!recorder.isWellFormed)
    #expect(recorder.events.count < 20)
  }

  @Test func `a reference to a file is not followed`() {
    let recorder = Recorder(
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>")
    #expect(!recorder.isWellFormed)
    #expect(!recorder.events.contains { $0.hasPrefix("t") })
  }

  @Test func `comments, instructions and sections are told apart from text`() {
    let recorder = Recorder("<!DOCTYPE a><a><!-- c --><?p i?><![CDATA[x]]></a>")
    #expect(
      recorder.events == [
        "doctype a", "<a>", "comment", "processingInstruction", "cdata", "x", "</>",
      ])
  }

  @Test func `knows where it stands`() {
    let filler = String(repeating: "é<b/>", count: 5000)
    let recorder = Recorder("<a>\(filler)<c/></a>")
    #expect(recorder.offsets.last == "<a>\(filler)<c".utf8.count)
    #expect(recorder.ends == recorder.offsets)
  }

  @Test(
    arguments: [
      ("<a/>", 0), ("<a>\n</a>", 1), ("<a\nb=\"c\"\n>é\n</a\n>\n", 5), ("<a b=\"\n\n\"/>\n", 3),
      ("<!DOCTYPE a>\n<a>é\n<b\n/>\r\n</a>", 4),
    ])
  func `counts new lines wherever they stand`(_ text: String, count: Int) {
    #expect(Recorder(text).newlineCount == count)
  }

  @Test(arguments: [257, 100_000])
  func `depth has a limit`(_ depth: Int) {
    #expect(!Recorder(String(repeating: "<a>", count: depth)).isWellFormed)
  }
}

/// Writes down what it is told.
private final class Recorder: XMLHandler {
  private(set) var events: [String] = []
  private(set) var offsets: [Int] = []
  private(set) var ends: [Int] = []
  private(set) var newlineCount = 0
  private(set) var isWellFormed = false
  private(set) var problem: XMLProblem?
  private let parser = XMLParser()

  convenience init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) { read(bytes) }

  func read(_ bytes: [UInt8]) {
    let outcome = bytes.withUnsafeBufferPointer { parser.parse($0, telling: self) }
    isWellFormed = outcome.isWellFormed
    problem = outcome.firstProblem
    newlineCount = outcome.newlineCount
  }

  func startElement(_ tag: XMLStartTag) {
    var text = "<\(tag.name.string)"
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index) else { continue }
      text += " \(attribute.name.string)=\(attribute.string)"
    }
    events.append(text + (tag.isEmptyElement ? "/>" : ">"))
    offsets.append(parser.offset)
    ends.append(tag.end)
  }

  func endElement() { events.append("</>") }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    events.append(String(decoding: text, as: UTF8.self))
  }

  func found(_ markup: XMLMarkup) {
    if case .doctype(let name, _) = markup {
      events.append("doctype \(name)")
    } else {
      events.append("\(markup)")
    }
  }
}
