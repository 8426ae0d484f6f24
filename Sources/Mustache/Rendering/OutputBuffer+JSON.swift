extension OutputBuffer {
  mutating func append(jsonText text: UnsafeRawBufferPointer) {
    append(contentsOf: CollectionOfOne(UInt8(ascii: "\"")))
    appendJSONCharacters(text)
    append(contentsOf: CollectionOfOne(UInt8(ascii: "\"")))
  }

  /// Besides JSON's own characters, all that could end a script or a line of one is escaped, and what
  /// HTML does not allow becomes U+FFFD.
  mutating func appendJSONCharacters(_ text: UnsafeRawBufferPointer) {
    var rest = text[...]
    while let byte = rest.first {
      if let length = forbiddenSequenceLength(at: rest) {
        append(contentsOf: "\u{FFFD}".utf8)
        rest = rest.dropFirst(length)
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\n"): append(contentsOf: "\\n".utf8)
      case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"),
        UInt8(ascii: "<"), UInt8(ascii: ">"):
        let hex: StaticString = "0123456789ABCDEF"
        append(contentsOf: "\\u00".utf8)
        append(contentsOf: [hex.utf8Start[Int(byte >> 4)], hex.utf8Start[Int(byte & 15)]])
      // U+2028 and U+2029 end a line of a script.
      case 0xE2 where rest.starts(with: "\u{2028}".utf8):
        append(contentsOf: "\\u2028".utf8)
        rest = rest.dropFirst(2)
      case 0xE2 where rest.starts(with: "\u{2029}".utf8):
        append(contentsOf: "\\u2029".utf8)
        rest = rest.dropFirst(2)
      default: append(contentsOf: CollectionOfOne(byte))
      }
      rest = rest.dropFirst()
    }
  }
}

/// Writes a part of a packed value as JSON.
struct PackedJSON {
  let nodes: UnsafePointer<Node>
  let texts: UnsafePointer<UInt8>
  let value: PackedValue

  /// - Parameter shape: Has the names of a record's fields.
  func write(_ node: Node, _ shape: Shape, into output: inout OutputBuffer) {
    switch node.kind {
    case .null, .lambda, .keys: output.append(contentsOf: "null".utf8)
    case .no: output.append(contentsOf: "false".utf8)
    case .yes: output.append(contentsOf: "true".utf8)
    case .text, .markup:
      output.append(
        jsonText: UnsafeRawBufferPointer(start: texts + node.payload, count: Int(node.count)))
    case .integer: output.append(integer: node.payload)
    case .decimal:
      output.append(decimal: Double(bitPattern: UInt64(UInt(bitPattern: node.payload))))
    case .date:
      output.append(contentsOf: "\"".utf8)
      output.append(date: node.payload)
      output.append(contentsOf: "\"".utf8)
    case .list:
      let item: Shape = if case .list(let item) = shape.unwrapped { item } else { .json }
      output.append(contentsOf: "[".utf8)
      for index in 0..<Int(node.count) {
        if index > 0 { output.append(contentsOf: ",".utf8) }
        write(nodes[node.payload + index], item, into: &output)
      }
      output.append(contentsOf: "]".utf8)
    case .record:
      guard case .record(let record) = shape.unwrapped else { return }
      write(node, zip(record.fields.map(\.name), record.fields.map(\.shape)), into: &output)
    case .object:
      let first = nodes[node.payload - 1].payload
      let keys = value.keys[first..<first + Int(node.count)]
      write(node, keys.map { (value.namesOfKeys[Int($0)], .json) }, into: &output)
    }
  }

  private func write(
    _ node: Node, _ fields: some Sequence<(String, Shape)>, into output: inout OutputBuffer
  ) {
    output.append(contentsOf: "{".utf8)
    for (index, field) in fields.enumerated() where index < Int(node.count) {
      if index > 0 { output.append(contentsOf: ",".utf8) }
      var name = field.0
      name.withUTF8 { output.append(jsonText: UnsafeRawBufferPointer($0)) }
      output.append(contentsOf: ":".utf8)
      write(nodes[node.payload + index], field.1, into: &output)
    }
    output.append(contentsOf: "}".utf8)
  }
}
