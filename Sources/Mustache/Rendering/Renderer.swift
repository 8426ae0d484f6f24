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
  let template: CompiledTemplate
  let program: ProgramReference
  let value: PackedValue
  let operations: UnsafePointer<Operation>
  let literals: UnsafePointer<UInt8>
  let accesses: UnsafePointer<Access>
  let steps: UnsafePointer<Int32>
  let nodes: UnsafePointer<Node>
  let texts: UnsafePointer<UInt8>
  /// For each name of the program its key in the value, or -1.
  let keys: [Int32]

  var contexts: UnsafeMutablePointer<Context>
  private var contextCapacity: Int
  var depth = 0
  var returns: [Int] = []
  /// Values that are in no packed value: nothing, no, yes, and a number.
  let constants: UnsafeMutablePointer<Node>
  /// What was printed, if the trace is on.
  var printed: [String] = []
  var runtime: RuntimeTemplates?
  /// Values that filters made and that a section has entered, the innermost last.
  var kept: [KeptValue] = []
  /// Programs around this one.
  let nesting: Int

  struct Context {
    var node: UnsafePointer<Node>
    var first: UnsafePointer<Node>
    var end: UnsafePointer<Node>
    var record: Int32
    var isList: Bool
  }

  /// Programs inside each other use the stack of the thread.
  static var deepest: Int { 64 }

  /// - Returns: The names that were printed, if the trace is on.
  @discardableResult
  static func render(
    _ template: CompiledTemplate, _ value: PackedValue, into output: inout OutputBuffer
  ) throws(Diagnostic) -> [String] {
    guard !value.nodes.isEmpty else { return [] }
    let root = value.nodes.count - 1
    return try render(
      template, template.program, value, into: &output, runtime: nil, nesting: 0
    ) { nodes in
      [
        Context(
          node: nodes + root, first: nodes + root, end: nodes + (root + 1),
          record: template.program.content.rootRecord, isList: false)
      ]
    }
  }

  static func render(
    _ template: CompiledTemplate, _ program: ProgramReference, _ value: PackedValue,
    into output: inout OutputBuffer, runtime: RuntimeTemplates?, nesting: Int,
    contexts: (UnsafePointer<Node>) -> [Context]
  ) throws(Diagnostic) -> [String] {
    return try program.content.operations.withUnsafe { (operations) throws(Diagnostic) in
      try program.content.literals.withUnsafe { (literals) throws(Diagnostic) in
        try program.content.accesses.withUnsafe { (accesses) throws(Diagnostic) in
          try program.content.steps.withUnsafe { (steps) throws(Diagnostic) in
            try value.nodes.withUnsafe { (nodes) throws(Diagnostic) in
              try value.bytes.withUnsafe { (texts) throws(Diagnostic) in
                var renderer = Renderer(
                  template: template, program: program, value: value, operations: operations,
                  literals: literals, accesses: accesses, steps: steps, nodes: nodes, texts: texts,
                  contexts: contexts(nodes), runtime: runtime, nesting: nesting)
                try renderer.run(into: &output)
                return renderer.printed
              }
            }
          }
        }
      }
    }
  }

  private init(
    template: CompiledTemplate, program: ProgramReference, value: PackedValue,
    operations: UnsafePointer<Operation>, literals: UnsafePointer<UInt8>,
    accesses: UnsafePointer<Access>, steps: UnsafePointer<Int32>, nodes: UnsafePointer<Node>,
    texts: UnsafePointer<UInt8>, contexts outer: [Context], runtime: RuntimeTemplates?,
    nesting: Int
  ) {
    self.template = template
    self.program = program
    self.value = value
    self.operations = operations
    self.literals = literals
    self.accesses = accesses
    self.steps = steps
    self.nodes = nodes
    self.texts = texts
    self.runtime = runtime
    self.nesting = nesting
    keys =
      program.content.names.isEmpty ? [] : program.content.names.map { value.keyNames[$0] ?? -1 }
    contextCapacity = outer.count + 32
    contexts = .allocate(capacity: contextCapacity)
    contexts.initialize(from: outer, count: outer.count)
    depth = outer.count - 1
    constants = .allocate(capacity: 4)
    constants.initialize(to: Node(payload: 0, kind: .null))
    (constants + 1).initialize(to: Node(payload: 0, kind: .no))
    (constants + 2).initialize(to: Node(payload: 0, kind: .yes))
    (constants + 3).initialize(to: Node(payload: 0, kind: .integer))
  }

  deinit {
    contexts.deallocate()
    constants.deallocate()
    for value in kept { value.deallocate() }
  }

  private mutating func run(into output: inout OutputBuffer) throws(Diagnostic) {
    let operations = operations
    let literals = literals
    let nodes = nodes
    let texts = texts
    var index = 0
    var cursor = output.base + output.count
    var end = output.base + output.capacity
    let mostBytes = template.limits.outputBytes
    let isStrict = template.missingNames == .error

    while true {
      let operation = operations + index
      let textCount = Int(operation.pointee.textCount)
      if end - cursor < textCount {
        output.count = cursor - output.base
        try makeRoom(for: textCount, in: &output)
        cursor = output.base + output.count
        end = output.base + output.capacity
      }
      copy(literals + Int(operation.pointee.textStart), textCount, to: cursor)
      cursor += textCount
      index += 1

      switch operation.pointee.code {
      case .value:
        let node = find(operation)
        if Trace.isOn { note(operation) }
        let kind = node.pointee.kind
        if kind == .text {
          let count = Int(node.pointee.count)
          if node.pointee.traits.isDisjoint(with: operation.pointee.escapedTraits) {
            if end - cursor < count {
              output.count = cursor - output.base
              try makeRoom(for: count, in: &output)
              cursor = output.base + output.count
              end = output.base + output.capacity
            }
            copy(texts + node.pointee.payload, count, to: cursor)
            cursor += count
            continue
          }
        } else if kind == .null, operation.pointee.escaping != .json {
          if isStrict { try checkIsThere(node, operation) }
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
          try push(first, end: first + count, operation, isList: true)
        case .text where node.pointee.count == 0 && operation.pointee.isEmptyTextFalse:
          index = Int(operation.pointee.target)
          continue
        case .lambda:
          output.count = cursor - output.base
          index = try callSection(node, operation, into: &output)
          cursor = output.base + output.count
          end = output.base + output.capacity
        default:
          try push(node, end: node + 1, operation, isList: false)
        }

      case .endSection, .endFilteredSection:
        let context = contexts + depth
        context.pointee.node += 1
        if context.pointee.node < context.pointee.end {
          index = Int(operation.pointee.target)
          if cursor - output.base > mostBytes {
            throw MustacheMessages.outputTooLarge(limit: mostBytes)
          }
        } else {
          depth -= 1
          if operation.pointee.code == .endFilteredSection { kept.removeLast().deallocate() }
        }

      case .inverted:
        if isTrue(find(operation), operation) { index = Int(operation.pointee.target) }

      case .filteredValue:
        if Trace.isOn { note(operation) }
        output.count = cursor - output.base
        try writeFiltered(operation, into: &output)
        cursor = output.base + output.count
        end = output.base + output.capacity

      case .filteredSection:
        if try !enterFiltered(operation) { index = Int(operation.pointee.target) }

      case .filteredInverted:
        if try isFilteredTrue(operation) { index = Int(operation.pointee.target) }

      case .jump:
        index = Int(operation.pointee.target)

      case .call:
        guard returns.count < template.limits.contextDepth else {
          throw endlessCall(operation)
        }
        returns.append(index)
        index = Int(operation.pointee.target)

      case .include:
        let node = find(operation)
        output.count = cursor - output.base
        try include(node, operation, into: &output)
        cursor = output.base + output.count
        end = output.base + output.capacity

      case .choose:
        index = try choose(find(operation), operation) ?? index

      case .endRoutine:
        index = returns.removeLast()

      case .end:
        output.count = cursor - output.base
        guard output.count <= mostBytes else {
          throw MustacheMessages.outputTooLarge(limit: mostBytes)
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

  // MARK: - Contexts

  func isTrue(
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
  mutating func push(
    _ node: UnsafePointer<Node>, end: UnsafePointer<Node>,
    _ operation: UnsafePointer<Operation>, isList: Bool
  ) throws(Diagnostic) {
    depth += 1
    if depth == contextCapacity { try growContexts(operation) }
    (contexts + depth).initialize(
      to: Context(
        node: node, first: node, end: end, record: operation.pointee.record, isList: isList))
  }

  @inline(never)
  private mutating func growContexts(
    _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) {
    guard contextCapacity < template.limits.contextDepth else {
      throw MustacheMessages.renderedTooDeep(
        at: place(of: operation), limit: template.limits.contextDepth, cycle: calledPartials)
    }
    let capacity = min(contextCapacity * 2, template.limits.contextDepth)
    let larger = UnsafeMutablePointer<Context>.allocate(capacity: capacity)
    larger.update(from: contexts, count: contextCapacity)
    contexts.deallocate()
    contexts = larger
    contextCapacity = capacity
  }

  func place(of operation: UnsafePointer<Operation>) -> Place {
    let use = program.content.uses[Int(operation.pointee.access)]
    return use.source.place(use.range)
  }

  // MARK: - Limits

  @inline(never)
  private func makeRoom(
    for more: Int, in output: inout OutputBuffer
  ) throws(Diagnostic) {
    try checkSize(output.count + more)
    output.reserve(more)
  }

  func checkSize(_ count: Int) throws(Diagnostic) {
    guard count <= template.limits.outputBytes else {
      throw MustacheMessages.outputTooLarge(limit: template.limits.outputBytes)
    }
  }

  private func endlessCall(_ operation: UnsafePointer<Operation>) -> Diagnostic {
    let call = program.content.calls[Int(operation.pointee.access)]
    return MustacheMessages.renderedTooDeep(
      at: call.source.place(call.range), limit: template.limits.contextDepth,
      cycle: calledPartials + [call.name])
  }

  /// Names of the partials whose routines run at this moment, the outermost first.
  private var calledPartials: [String] {
    returns.map { program.content.calls[Int(operations[$0 - 1].access)].name }
  }
}

extension Array {
  /// Its memory during a call; of an empty array a place that must not be read.
  fileprivate func withUnsafe<Result, Failure: Error>(
    _ body: (UnsafePointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var outcome: Swift.Result<Result, Failure>?
    withUnsafeBufferPointer { buffer in
      let start = buffer.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)
      guard let start else { return }
      do throws(Failure) {
        outcome = .success(try body(start))
      } catch {
        outcome = .failure(error)
      }
    }
    guard let outcome else { preconditionFailure("an array has an address") }
    return try outcome.get()
  }
}
