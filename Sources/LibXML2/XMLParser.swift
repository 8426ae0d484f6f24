internal import CLibXML2

/// libxml2's SAX2 parser for XML in memory: no tree, no files, no network, no entities of a document.
///
///     let parser = XMLParser()
///     let outcome = bytes.withUnsafeBufferPointer { parser.parse($0, telling: reader) }
///     guard outcome.isWellFormed else { … outcome.firstProblem … }
///
/// One parser reads many documents one after the other and keeps its names from one to the next. It
/// is for one task: make it where it is used and do not pass it on.
///
/// The limits of libxml2 hold: 256 elements inside each other, 10 MB a text or value, 50,000 bytes a
/// name. Documents with entity declarations end in a problem instead of growing.
public final class XMLParser {
  private let encoding: Encoding
  /// Of the document at hand. Behind a pointer, because the callbacks come back in while `parse` runs.
  private let state: UnsafeMutablePointer<State>

  private struct State {
    var context: xmlParserCtxtPtr?
    var firstProblem: XMLProblem?
    var reachedEnd = false
    var newlineCount = 0
  }

  /// What the callbacks of one document come back to. Its handler is a constant, so that telling it
  /// something takes no reference count, which would cost as much as libxml2 spends on a short tag.
  private final class Listener {
    let handler: any XMLHandler
    let state: UnsafeMutablePointer<State>

    init(_ handler: any XMLHandler, _ state: UnsafeMutablePointer<State>) {
      self.handler = handler
      self.state = state
    }
  }

  public enum Encoding: Sendable {
    /// UTF-8, whatever the document says.
    case utf8
    /// What the document's declaration or its first bytes say.
    case declared
  }

  public init(encoding: Encoding = .utf8) {
    self.encoding = encoding
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    xmlFreeParserCtxt(state.pointee.context)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Reads one document from start to end and tells the handler about it.
  ///
  /// After a fatal problem the handler hears nothing more of this document.
  public func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, telling handler: any XMLHandler
  ) -> XMLOutcome {
    state.pointee.firstProblem = nil
    state.pointee.reachedEnd = false
    state.pointee.newlineCount = 0
    guard let context = readyContext(), bytes.count <= Int(Int32.max) else {
      return XMLOutcome(firstProblem: nil, isWellFormed: false, newlineCount: 0)
    }
    let listener = Listener(handler, state)
    context.pointee.userData = Unmanaged.passUnretained(listener).toOpaque()
    withExtendedLifetime(listener) {
      bytes.withMemoryRebound(to: CChar.self) { memory in
        _ = xmlCtxtReadMemory(
          context, memory.baseAddress, Int32(memory.count), nil,
          encoding == .utf8 ? "UTF-8" : nil, Int32(XML_PARSE_NONET.rawValue))
      }
    }
    context.pointee.userData = nil
    let isWellFormed =
      state.pointee.firstProblem == nil && state.pointee.reachedEnd
      && context.pointee.wellFormed != 0
      && context.pointee.nsWellFormed != 0 && context.pointee.errNo == 0
      && context.pointee.disableSAX == 0
    if isWellFormed {
      // Gives back the copies of the document, which would stay until the next one.
      xmlCtxtReset(context)
    } else {
      // A context that failed may carry namespaces over to the next document (CVE-2022-2309).
      xmlFreeParserCtxt(context)
      state.pointee.context = nil
    }
    return XMLOutcome(
      firstProblem: state.pointee.firstProblem, isWellFormed: isWellFormed,
      newlineCount: state.pointee.newlineCount)
  }

  /// Where the parser stands, in bytes from the start of the input: in `startElement` at the `>` or
  /// `/>` of the tag, in `endElement` after the name. For use inside the handler's calls.
  public var offset: Int { Self.offset(in: state.pointee.context) }

  private static func offset(in context: xmlParserCtxtPtr?) -> Int {
    guard let input = context?.pointee.input else { return 0 }
    return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Where a text that was handed over stands in the input, in bytes from its start.
  ///
  /// - Returns: `nil` for a text that libxml2 has copied, as it does with characters beyond ASCII.
  ///   Then the parser's own place is at the end of the text, else at its start.
  public func offset(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let input = state.pointee.context?.pointee.input?.pointee, let start = text.baseAddress,
      let base = input.base, let end = input.end, start >= base, start < end
    else { return nil }
    return Int(input.consumed) + (start - base)
  }

  /// Whether names of earlier documents are still the same addresses; `false` after a failed parse.
  public var keepsNames: Bool { state.pointee.context != nil }

  // MARK: - Context

  private func readyContext() -> xmlParserCtxtPtr? {
    if let context = state.pointee.context { return context }
    _ = Self.startUp
    guard let made = xmlNewParserCtxt(), let sax = made.pointee.sax else { return nil }
    sax.initialize(to: xmlSAXHandler())
    sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    setElementCallbacks(sax)
    setMarkupCallbacks(sax)
    state.pointee.context = made
    return made
  }

  /// libxml2 sets up its globals here, once, before a second thread can touch it.
  private static let startUp: Void = xmlInitParser()

  private func setElementCallbacks(_ sax: UnsafeMutablePointer<xmlSAXHandler>) {
    sax.pointee.startElementNs = {
      data, name, prefix, uri, declarationCount, declarations, attributeCount, _, attributes in
      guard let data, let name else { return }
      Unmanaged<Listener>.fromOpaque(data)._withUnsafeGuaranteedRef { listener in
        guard let input = listener.state.pointee.context?.pointee.input, let end = input.pointee.cur
        else { return }
        listener.handler.startElement(
          XMLStartTag(
            name: XMLName(address: name), prefix: prefix.map(XMLName.init),
            uri: uri.map(XMLName.init), declarationCount: Int(declarationCount),
            attributeCount: Int(attributeCount),
            isEmptyElement: end.pointee == UInt8(ascii: "/"),
            end: Int(input.pointee.consumed) &+ (end - input.pointee.base),
            declarations: declarations,
            attributes: attributes.map {
              UnsafeRawPointer($0).assumingMemoryBound(to: XMLAttribute.Fields.self)
            }))
      }
    }
    sax.pointee.endElementNs = { data, _, _, _ in
      guard let data else { return }
      Unmanaged<Listener>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.handler.endElement() }
    }
    let characters: charactersSAXFunc = { data, text, count in
      guard let data, let text else { return }
      Unmanaged<Listener>.fromOpaque(data)._withUnsafeGuaranteedRef {
        $0.handler.characters(UnsafeBufferPointer(start: text, count: Int(count)))
      }
    }
    sax.pointee.characters = characters
    sax.pointee.ignorableWhitespace = characters
    sax.pointee.endDocument = { data in
      guard let data else { return }
      Unmanaged<Listener>.fromOpaque(data)._withUnsafeGuaranteedRef {
        $0.state.pointee.reachedEnd = true
        let line = $0.state.pointee.context?.pointee.input?.pointee.line ?? 1
        $0.state.pointee.newlineCount = Int(line) - 1
      }
    }
  }

  private func setMarkupCallbacks(_ sax: UnsafeMutablePointer<xmlSAXHandler>) {
    sax.pointee.comment = { data, _ in XMLParser.tell(data, .comment) }
    sax.pointee.processingInstruction = { data, _, _ in
      XMLParser.tell(data, .processingInstruction)
    }
    sax.pointee.reference = { data, _ in XMLParser.tell(data, .entityReference) }
    sax.pointee.entityDecl = { data, _, _, _, _, _ in XMLParser.tell(data, .entityDeclaration) }
    sax.pointee.internalSubset = { data, name, external, system in
      XMLParser.tell(
        data,
        .doctype(
          name: name.map { String(cString: $0) } ?? "",
          hasIdentifier: external != nil || system != nil))
    }
    sax.pointee.cdataBlock = { data, text, count in
      XMLParser.tell(data, .cdata)
      guard let data, let text else { return }
      Unmanaged<Listener>.fromOpaque(data)._withUnsafeGuaranteedRef {
        $0.handler.characters(UnsafeBufferPointer(start: text, count: Int(count)))
      }
    }
    sax.pointee.serror = { data, error in
      guard let data, let error else { return }
      Unmanaged<Listener>.fromOpaque(data)._withUnsafeGuaranteedRef {
        XMLParser.note(error.pointee, in: $0.state)
      }
    }
  }

  private static func tell(_ data: UnsafeMutableRawPointer?, _ markup: XMLMarkup) {
    guard let data else { return }
    Unmanaged<Listener>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.handler.found(markup) }
  }

  /// Copies the first message at once: its strings die with the next.
  private static func note(_ error: xmlError, in state: UnsafeMutablePointer<State>) {
    guard state.pointee.firstProblem == nil else { return }
    let message = (error.message.map { String(cString: $0) } ?? "")
      .split(whereSeparator: \.isNewline).joined(separator: "; ")
    state.pointee.firstProblem = XMLProblem(
      domain: Int(error.domain), code: Int(error.code), message: message,
      offset: offset(in: state.pointee.context))
  }
}
