/// How the value of a name is reached.
extension Renderer {
  /// The value of an operation's name; nothing is a value of kind `null`.
  @inline(__always)
  mutating func find(_ operation: UnsafePointer<Operation>) -> UnsafePointer<Node> {
    let slot = Int(operation.pointee.slot)
    let context = contexts + (depth - Int(operation.pointee.up))
    if operation.pointee.slot < Operation.current {
      let record = context.pointee.node
      guard record.pointee.kind == .record, slot < Int(record.pointee.count) else {
        return UnsafePointer(constants)
      }
      return nodes + (record.pointee.payload + slot)
    }
    if operation.pointee.slot == Operation.current { return context.pointee.node }
    return find(accesses + Int(operation.pointee.access))
  }

  mutating func find(_ access: UnsafePointer<Access>) -> UnsafePointer<Node> {
    var node: UnsafePointer<Node>
    switch access.pointee.start {
    case .context: node = contexts[depth - access.pointee.up].node
    case .search: node = search(access.pointee.name)
    case .anchoredSearch:
      node = field(access.pointee.name, of: contexts + depth) ?? UnsafePointer(constants)
    case .position(let position): return find(position)
    }
    for index in access.pointee.slots {
      let slot = Int(steps[index])
      guard node.pointee.kind == .record, slot < Int(node.pointee.count) else {
        return UnsafePointer(constants)
      }
      node = nodes + (node.pointee.payload + slot)
    }
    for index in access.pointee.tail {
      guard let next = field(steps[index], of: node) else { return UnsafePointer(constants) }
      node = next
    }
    return node
  }

  private func search(_ name: Int32) -> UnsafePointer<Node> {
    var level = depth
    while level >= 0 {
      if let found = field(name, of: contexts + level) { return found }
      level -= 1
    }
    return UnsafePointer(constants)
  }

  /// What a context has under a name, be it an object or a record.
  private func field(
    _ name: Int32, of context: UnsafeMutablePointer<Context>
  ) -> UnsafePointer<Node>? {
    let node = context.pointee.node
    guard context.pointee.record >= 0, node.pointee.kind == .record else {
      return field(name, of: node)
    }
    let records = runtime?.recordFields ?? program.content.recordFields
    guard let slot = records[Int(context.pointee.record)][name], slot < Int(node.pointee.count)
    else { return nil }
    return nodes + (node.pointee.payload + slot)
  }

  /// A field of an object by its name.
  private func field(_ name: Int32, of node: UnsafePointer<Node>) -> UnsafePointer<Node>? {
    guard node.pointee.kind == .object else { return nil }
    let key = keys[Int(name)]
    guard key >= 0 else { return nil }
    let first = nodes[node.pointee.payload - 1].payload
    var lower = 0
    var upper = Int(node.pointee.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if value.keys[first + middle] < key { lower = middle + 1 } else { upper = middle }
    }
    guard lower < Int(node.pointee.count), value.keys[first + lower] == key else { return nil }
    return nodes + (node.pointee.payload + lower)
  }

  /// Of the innermost list.
  private func find(_ position: LoopPosition) -> UnsafePointer<Node> {
    var level = depth
    while level > 0, !contexts[level].isList { level -= 1 }
    let context = contexts[level]
    let isTrue: Bool
    switch position {
    case .index:
      constants[3].payload = context.node - context.first + 1
      return UnsafePointer(constants + 3)
    case .first: isTrue = context.node == context.first
    case .last: isTrue = context.node + 1 == context.end
    case .odd: isTrue = (context.node - context.first) & 1 == 0
    }
    return UnsafePointer(constants + (isTrue ? 2 : 1))
  }
}
