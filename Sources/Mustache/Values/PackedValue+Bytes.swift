extension PackedValue {
  /// The value as bytes: equal for values that a template cannot tell apart, and for no others.
  ///
  /// For hashing what a page was made from. Not a format to keep: it changes with the program.
  public var canonicalBytes: [UInt8] {
    var canonical: [UInt8] = []
    canonical.reserveCapacity(nodes.count * 6 + bytes.count)
    for node in nodes {
      canonical.append(node.kind.rawValue)
      withUnsafeBytes(of: node.count.littleEndian) { canonical += $0 }
      switch node.kind {
      case .text, .markup:
        canonical += bytes[node.payload..<node.payload + Int(node.count)]
      case .integer, .decimal, .date:
        withUnsafeBytes(of: node.payload.littleEndian) { canonical += $0 }
      case .null, .no, .yes, .list, .record, .object, .keys, .lambda: break
      }
    }
    for name in namesOfKeys { canonical += name.utf8 }
    return canonical
  }
}
