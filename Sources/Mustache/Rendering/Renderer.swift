import Diagnostics

/// Runs a program over a packed value.
///
/// The idea: one loop over flat operations. Each first copies its text, then reads a value with an
/// index or two and writes it. Contexts are pointers to nodes on a stack of their own, so the loop
/// neither allocates nor counts references. What is rare (lookups by name, escaping that is more
/// than five characters, errors) is in functions of its own, outside of the loop.
///
/// All indices in the program were made by the compiler and are not checked again. Those in the
/// value's nodes were made by `ValueBuilder`; that a node is the record which the program expects is
/// checked each time, because a caller may give a template a value of another shape.
struct Renderer<Trace: RenderingTrace>: ~Copyable {
  private let program: Program
  private let limits: Limits
  private let operations: UnsafePointer<Operation>
  private let literals: UnsafePointer<UInt8>
  private let nodes: UnsafePointer<Node>
  private let texts: UnsafePointer<UInt8>
  private let value: PackedValue
  /// For each name of the program its key in the value, or -1.
  private let keys: [Int32]

  private var contexts: UnsafeMutablePointer<Context>
  private var contextCapacity: Int
  private var depth = 0
  private var returns: [Int] = []
  /// Values that are in no packed value: nothing, no, yes, and a number.
  private let constants: UnsafeMutablePointer<Node>
  private(set) var accesses: [UInt32] = []

  struct Context {
    var node: UnsafePointer<Node>
    var first: UnsafePointer<Node>
    var end: UnsafePointer<Node>
    var record: Int32
  }

  /// What was printed, if the trace is on.
  struct Result {
    var accesses: [UInt32]
  }

  @discardableResult
  static func render(
    _ program: Program, _ value: PackedValue, _ limits: Limits, into output: inout OutputBuffer
  ) throws(Diagnostic) -> Result {
    let failure: Swift.Result<Result, Diagnostic> = program.operations.withUnsafeBufferPointer {
      operations in
      program.literals.withUnsafeBufferPointer { literals in
        value.nodes.withUnsafeBufferPointer { nodes in
          value.bytes.withUnsafeBufferPointer { texts in
            guard let operations = operations.baseAddress, let literals = literals.baseAddress,
              let nodes = nodes.baseAddress, let texts = texts.baseAddress
            else { return .success(Result(accesses: [])) }
            do throws(Diagnostic) {
              var renderer = Renderer(
                program: program, limits: limits, operations: operations, literals: literals,
                nodes: nodes, texts: texts, value: value)
              try renderer.run(into: &output)
              return .success(Result(accesses: renderer.accesses))
            } catch {
              return .failure(error)
            }
          }
        }
      }
    }
    return try failure.get()
  }

  private init(
    program: Program, limits: Limits, operations: UnsafePointer<Operation>,
    literals: UnsafePointer<UInt8>, nodes: UnsafePointer<Node>, texts: UnsafePointer<UInt8>,
    value: PackedValue
  ) {
    self.program = program
    self.limits = limits
    self.operations = operations
    self.literals = literals
    self.nodes = nodes
    self.texts = texts
    self.value = value
    keys = program.names.map { value.keyNames[$0] ?? -1 }
    contextCapacity = min(64, limits.contextDepth)
    contexts = .allocate(capacity: contextCapacity)
    constants = .allocate(capacity: 4)
    constants.initialize(to: Node(payload: 0, kind: .null))
    (constants + 1).initialize(to: Node(payload: 0, kind: .no))
    (constants + 2).initialize(to: Node(payload: 0, kind: .yes))
    (constants + 3).initialize(to: Node(payload: 0, kind: .integer))
    let root = nodes + (value.nodes.count - 1)
    contexts.initialize(
      to: Context(node: root, first: root, end: root + 1, record: program.rootRecord))
  }

  deinit {
    contexts.deallocate()
    constants.deallocate()
  }

  private mutating func run(into output: inout OutputBuffer) throws(Diagnostic) {
    let operations = operations
    let literals = literals
    let nodes = nodes
    let texts = texts
    var index = 0
    var cursor = output.base + output.count
    var end = output.base + output.capacity

    while true {
      let operation = operations + index
      let textCount = Int(operation.pointee.textCount)
      if end - cursor < textCount {
        output.count = cursor - output.base
        output.reserve(textCount)
        cursor = output.base + output.count
        end = output.base + output.capacity
      }
      copy(literals + Int(operation.pointee.textStart), textCount, to: cursor)
      cursor += textCount
      index += 1

      switch operation.pointee.code {
      case .value:
        let node = find(operation)
        if Trace.isOn { accesses.append(operation.pointee.access) }
        let kind = node.pointee.kind
        if kind == .text {
          let count = Int(node.pointee.count)
          if node.pointee.traits.isDisjoint(with: operation.pointee.escapedTraits) {
            if end - cursor < count {
              output.count = cursor - output.base
              output.reserve(count)
              cursor = output.base + output.count
              end = output.base + output.capacity
            }
            copy(texts + node.pointee.payload, count, to: cursor)
            cursor += count
            continue
          }
        } else if kind == .null {
          continue
        }
        output.count = cursor - output.base
        try write(node, operation, into: &output)
        cursor = output.base + output.count
        end = output.base + output.capacity

      case .section:
        let node = find(operation)
        switch node.pointee.kind {
        case .null, .no:
          index = Int(operation.pointee.target)
          continue
        case .list:
          let count = Int(node.pointee.count)
          if count == 0 {
            index = Int(operation.pointee.target)
            continue
          }
          let first = nodes + node.pointee.payload
          try push(first, end: first + count, operation)
        case .text where node.pointee.count == 0 && operation.pointee.isEmptyTextFalse:
          index = Int(operation.pointee.target)
          continue
        default:
          try push(node, end: node + 1, operation)
        }

      case .endSection:
        let context = contexts + depth
        context.pointee.node += 1
        if context.pointee.node < context.pointee.end {
          index = Int(operation.pointee.target)
          if cursor - output.base > limits.outputBytes {
            throw MustacheMessages.outputTooLarge(limit: limits.outputBytes)
          }
        } else {
          depth -= 1
        }

      case .inverted:
        if isTrue(find(operation), operation) { index = Int(operation.pointee.target) }

      case .jump:
        index = Int(operation.pointee.target)

      case .call:
        guard returns.count < limits.contextDepth else {
          throw MustacheMessages.renderedTooDeep(at: nil, limit: limits.contextDepth)
        }
        returns.append(index)
        index = Int(operation.pointee.target)

      case .endRoutine:
        index = returns.removeLast()

      case .end:
        output.count = cursor - output.base
        guard output.count <= limits.outputBytes else {
          throw MustacheMessages.outputTooLarge(limit: limits.outputBytes)
        }
        return
      }
    }
  }

  /// Copies in two steps of 16 bytes where that suffices: both sides have room behind their end.
  @inline(__always)
  private func copy(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) {
    let source = UnsafeRawPointer(source)
    let target = UnsafeMutableRawPointer(target)
    if count <= 32 {
      let first = source.loadUnaligned(as: SIMD2<UInt64>.self)
      let second = (source + 16).loadUnaligned(as: SIMD2<UInt64>.self)
      target.storeBytes(of: first, as: SIMD2<UInt64>.self)
      (target + 16).storeBytes(of: second, as: SIMD2<UInt64>.self)
    } else {
      target.copyMemory(from: source, byteCount: count)
    }
  }

  // MARK: - Finding

  /// The value of an operation's name; nothing is a value of kind `null`.
  @inline(__always)
  private mutating func find(_ operation: UnsafePointer<Operation>) -> UnsafePointer<Node> {
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
    return find(program.accesses[Int(operation.pointee.access)])
  }

  @inline(never)
  private mutating func find(_ access: Access) -> UnsafePointer<Node> {
    var node: UnsafePointer<Node>
    switch access.start {
    case .context(let up): node = contexts[depth - up].node
    case .search(let name, let isAnchored): node = search(name, isAnchored)
    case .position(let position): return find(position)
    }
    for slot in access.slots {
      guard node.pointee.kind == .record, slot < Int(node.pointee.count) else {
        return UnsafePointer(constants)
      }
      node = nodes + (node.pointee.payload + slot)
    }
    for name in access.tail { node = field(name, of: node) ?? UnsafePointer(constants) }
    return node
  }

  private func search(_ name: Int32, _ isAnchored: Bool) -> UnsafePointer<Node> {
    var level = depth
    while level >= 0 {
      let context = contexts + level
      if let found = field(name, of: context.pointee.node) { return found }
      if context.pointee.record >= 0, context.pointee.node.pointee.kind == .record,
        let slot = program.recordFields[Int(context.pointee.record)][name],
        slot < Int(context.pointee.node.pointee.count)
      {
        return nodes + (context.pointee.node.pointee.payload + slot)
      }
      if isAnchored { break }
      level -= 1
    }
    return UnsafePointer(constants)
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

  private func find(_ position: LoopPosition) -> UnsafePointer<Node> {
    let context = contexts[depth]
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

  private func isTrue(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>
  ) -> Bool {
    switch node.pointee.kind {
    case .null, .no: false
    case .list: node.pointee.count > 0
    case .text: node.pointee.count > 0 || !operation.pointee.isEmptyTextFalse
    default: true
    }
  }

  @inline(__always)
  private mutating func push(
    _ node: UnsafePointer<Node>, end: UnsafePointer<Node>,
    _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) {
    depth += 1
    if depth == contextCapacity { try growContexts(operation) }
    (contexts + depth).initialize(
      to: Context(node: node, first: node, end: end, record: operation.pointee.record))
  }

  @inline(never)
  private mutating func growContexts(
    _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) {
    guard contextCapacity < limits.contextDepth else {
      throw MustacheMessages.renderedTooDeep(at: place(of: operation), limit: limits.contextDepth)
    }
    let capacity = min(contextCapacity * 2, limits.contextDepth)
    let larger = UnsafeMutablePointer<Context>.allocate(capacity: capacity)
    larger.update(from: contexts, count: contextCapacity)
    contexts.deallocate()
    contexts = larger
    contextCapacity = capacity
  }

  private func place(of operation: UnsafePointer<Operation>) -> Place {
    let access = program.accesses[Int(operation.pointee.access)]
    return access.source.place(access.range)
  }

  // MARK: - Writing

  @inline(never)
  private func write(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>,
    into output: inout OutputBuffer
  ) throws(Diagnostic) {
    let node = node.pointee
    switch node.kind {
    case .null: break
    case .text:
      let text = UnsafeRawBufferPointer(start: texts + node.payload, count: Int(node.count))
      output.append(text, node.traits, operation.pointee.escaping)
    case .markup:
      output.append(
        contentsOf: UnsafeRawBufferPointer(start: texts + node.payload, count: Int(node.count)))
    case .integer: output.append(integer: node.payload)
    case .decimal:
      output.append(decimal: Double(bitPattern: UInt64(UInt(bitPattern: node.payload))))
    case .no: output.append(contentsOf: "false".utf8)
    case .yes: output.append(contentsOf: "true".utf8)
    case .date: output.append(date: node.payload)
    case .list, .record, .object, .keys, .lambda: break
    }
  }
}

/// Whether a rendering notes what it prints; decided when the program is built, not in the loop.
protocol RenderingTrace {
  static var isOn: Bool { get }
}

enum Silence: RenderingTrace {
  static var isOn: Bool { false }
}

enum Recording: RenderingTrace {
  static var isOn: Bool { true }
}
