/// Applies filters to a value while rendering.
struct FilterRunner {
  let nodes: UnsafePointer<Node>
  let texts: UnsafePointer<UInt8>

  enum Result {
    case node(Node)
    case text(PaddedText)

    static func text(_ bytes: some Collection<UInt8>) -> Result { .text(PaddedText(bytes)) }
  }

  /// - Returns: `nil` for a value that a filter does not take: only in schemaless data.
  func run(_ filters: [Filter], on node: Node) -> Result? {
    var result = Result.node(node)
    for filter in filters {
      guard case .node(let node) = result else { return nil }
      // Nothing stays nothing.
      if node.kind == .null { return result }
      guard let next = run(filter, on: node) else { return nil }
      result = next
    }
    return result
  }

  private func run(_ filter: Filter, on node: Node) -> Result? {
    switch filter {
    case .number(let decimals, let language):
      guard var digits = digits(of: node) else { return nil }
      if let decimals { digits.round(to: decimals) }
      return .text(digits.text(in: language).utf8)
    case .percent(let decimals, let language):
      guard var digits = digits(of: node) else { return nil }
      digits.multiplyBy100()
      digits.round(to: decimals)
      return .text((digits.text(in: language) + language.percentMark).utf8)
    case .date(let parts, let language):
      guard let date = date(of: node) else { return nil }
      return .text(DatePattern.text(of: date, parts, language))
    case .count:
      guard node.kind == .list else { return nil }
      return .node(Node(payload: Int(node.count), kind: .integer))
    case .first(let count): return part(of: node, count, isFirst: true)
    case .last(let count): return part(of: node, count, isFirst: false)
    case .join(let separator): return join(node, separator)
    }
  }

  private func digits(of node: Node) -> DecimalDigits? {
    switch node.kind {
    case .integer: DecimalDigits(node.payload)
    case .decimal: DecimalDigits(Double(bitPattern: UInt64(UInt(bitPattern: node.payload))))
    default: nil
    }
  }

  private func date(of node: Node) -> CalendarDate? {
    switch node.kind {
    case .date:
      CalendarDate(
        year: node.payload >> 16, month: node.payload >> 8 & 0xFF, day: node.payload & 0xFF)
    case .text: CalendarDate(iso: text(of: node))
    default: nil
    }
  }

  private func part(of node: Node, _ count: Int?, isFirst: Bool) -> Result? {
    guard node.kind == .list else { return nil }
    let length = Int(node.count)
    guard let count else {
      if length == 0 { return .node(Node(payload: 0, kind: .null)) }
      return .node(nodes[node.payload + (isFirst ? 0 : length - 1)])
    }
    let kept = min(count, length)
    var result = node
    result.count = UInt32(truncatingIfNeeded: kept)
    if !isFirst { result.payload += length - kept }
    return .node(result)
  }

  private func join(_ node: Node, _ separator: [UInt8]) -> Result? {
    guard node.kind == .list else { return nil }
    var output = OutputBuffer(capacity: 256)
    for index in 0..<Int(node.count) {
      if index > 0 { output.append(contentsOf: separator) }
      let item = nodes[node.payload + index]
      switch item.kind {
      case .text: output.append(contentsOf: text(of: item))
      case .integer: output.append(integer: item.payload)
      case .decimal:
        output.append(decimal: Double(bitPattern: UInt64(UInt(bitPattern: item.payload))))
      case .null: break
      default: return nil
      }
    }
    return .text(output.bytes)
  }

  private func text(of node: Node) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: texts + node.payload, count: Int(node.count))
  }
}

/// A text with `PackedValue.slack` bytes behind it, as all texts have that are escaped.
struct PaddedText {
  let bytes: [UInt8]

  var count: Int { bytes.count - PackedValue.slack }

  init(_ text: some Collection<UInt8>) {
    bytes = Array(text) + PackedValue.padding
  }

  /// Without the padding.
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
  }
}
