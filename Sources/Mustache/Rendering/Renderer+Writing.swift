import Diagnostics

/// How values that are not copied as they are get into the output.
extension Renderer {
  /// Only a name that was not found is the renderer's own nothing; a `null` of the data is another.
  @inline(never)
  func checkIsThere(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) {
    let use = program.content.uses[Int(operation.pointee.access)]
    guard node == UnsafePointer(constants), use.shape == .json else { return }
    throw MustacheMessages.missingName(use.path, at: place(of: operation))
  }

  mutating func note(_ operation: UnsafePointer<Operation>) {
    printed.append(program.content.uses[Int(operation.pointee.access)].path)
  }

  @inline(never)
  mutating func write(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>,
    into output: inout OutputBuffer
  ) throws(Diagnostic) {
    let node = node.pointee
    if operation.pointee.escaping == .json {
      let use = program.content.uses[Int(operation.pointee.access)]
      PackedJSON(nodes: nodes, texts: texts, value: value).write(node, use.shape, into: &output)
      return try checkSize(output.count)
    }
    switch node.kind {
    case .null: break
    case .text:
      // Only a value without a shape can come here with text where markup was asked for.
      if operation.pointee.escaping == .trusted { throw untrustedMarkup(.text, operation) }
      let text = UnsafeRawBufferPointer(start: texts + node.payload, count: Int(node.count))
      output.append(text, node.traits, operation.pointee.escaping)
    case .markup:
      let text = UnsafeRawBufferPointer(start: texts + node.payload, count: Int(node.count))
      // Where no markup was asked for, it is text like any other.
      let isRaw = operation.pointee.escaping == .trusted
      output.append(text, TextTraits(of: text), isRaw ? .none : operation.pointee.escaping)
    case .integer: output.append(integer: node.payload)
    case .decimal:
      output.append(decimal: Double(bitPattern: UInt64(UInt(bitPattern: node.payload))))
    case .no: output.append(contentsOf: "false".utf8)
    case .yes: output.append(contentsOf: "true".utf8)
    case .date: output.append(date: node.payload)
    case .lambda: try callVariable(node, operation, into: &output)
    case .list, .record, .object, .keys:
      if template.mode == .specification { return }
      let use = program.content.uses[Int(operation.pointee.access)]
      throw MustacheMessages.notPrintable(
        use.path, node.kind == .list ? .list(.json) : .record(RecordShape("object")),
        at: place(of: operation))
    }
    try checkSize(output.count)
  }

  func untrustedMarkup(
    _ shape: Shape, _ operation: UnsafePointer<Operation>
  ) -> Diagnostic {
    let path = program.content.uses[Int(operation.pointee.access)].path
    return MustacheMessages.untrustedMarkup(path, shape, at: place(of: operation))
  }
}
