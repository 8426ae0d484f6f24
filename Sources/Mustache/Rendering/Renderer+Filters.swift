import Diagnostics

/// A value that a filter made, at a place of its own: what a section enters must not move.
struct KeptValue {
  let node: UnsafeMutablePointer<Node>
  private let text: UnsafeMutablePointer<UInt8>?

  init(_ node: Node) {
    self.node = .allocate(capacity: 1)
    self.node.initialize(to: node)
    text = nil
  }

  /// - Parameter texts: Where the offsets of texts are counted from.
  init(_ text: PaddedText, from texts: UnsafePointer<UInt8>) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: text.bytes.count)
    copy.initialize(from: text.bytes, count: text.bytes.count)
    self.text = copy
    let traits = text.withUnsafeBytes { TextTraits(of: $0) }
    node = .allocate(capacity: 1)
    node.initialize(
      to: Node(
        payload: UnsafeRawPointer(copy) - UnsafeRawPointer(texts),
        count: UInt32(truncatingIfNeeded: text.count), kind: .text, traits: traits))
  }

  func deallocate() {
    node.deallocate()
    text?.deallocate()
  }
}

extension Renderer {
  mutating func writeFiltered(
    _ operation: UnsafePointer<Operation>, into output: inout OutputBuffer
  ) throws(Diagnostic) {
    switch try filtered(operation) {
    case .node(var node): try write(&node, operation, into: &output)
    case .text(let text):
      text.withUnsafeBytes {
        output.append($0, TextTraits(of: $0), operation.pointee.escaping)
      }
      try checkSize(output.count)
    }
  }

  /// - Returns: Whether the value is true; then its context is the innermost.
  mutating func enterFiltered(_ operation: UnsafePointer<Operation>) throws(Diagnostic) -> Bool {
    let value: KeptValue =
      switch try filtered(operation) {
      case .node(let node): KeptValue(node)
      case .text(let text): KeptValue(text, from: texts)
      }
    let node = UnsafePointer(value.node)
    guard isTrue(node, operation) else {
      value.deallocate()
      return false
    }
    kept.append(value)
    if node.pointee.kind == .list {
      let first = nodes + node.pointee.payload
      try push(first, end: first + Int(node.pointee.count), operation, isList: true)
    } else {
      try push(node, end: node + 1, operation, isList: false)
    }
    return true
  }

  mutating func isFilteredTrue(
    _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) -> Bool {
    switch try filtered(operation) {
    case .node(var node): isTrue(&node, operation)
    case .text(let text): text.count > 0 || !operation.pointee.isEmptyTextFalse
    }
  }

  private mutating func filtered(
    _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) -> FilterRunner.Result {
    let access = accesses + Int(operation.pointee.access)
    let result = FilterRunner(nodes: nodes, texts: texts)
      .run(program.content.filters[access.pointee.filters], on: find(access).pointee)
    guard let result else { throw MustacheMessages.filterMismatch(at: place(of: operation)) }
    return result
  }
}
