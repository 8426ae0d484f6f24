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
  private let template: CompiledTemplate
  private let program: ProgramReference
  private let value: PackedValue
  private let operations: UnsafePointer<Operation>
  private let literals: UnsafePointer<UInt8>
  private let accesses: UnsafePointer<Access>
  private let steps: UnsafePointer<Int32>
  private let nodes: UnsafePointer<Node>
  private let texts: UnsafePointer<UInt8>
  /// For each name of the program its key in the value, or -1.
  private let keys: [Int32]

  private var contexts: UnsafeMutablePointer<Context>
  private var contextCapacity: Int
  private var depth = 0
  private var returns: [Int] = []
  /// Values that are in no packed value: nothing, no, yes, and a number.
  private let constants: UnsafeMutablePointer<Node>
  /// What was printed, if the trace is on.
  private var printed: [String] = []
  private var runtime: RuntimeTemplates?
  private var temporaries: [UnsafeMutablePointer<Node>] = []
  /// Programs around this one.
  private let nesting: Int

  struct Context {
    var node: UnsafePointer<Node>
    var first: UnsafePointer<Node>
    var end: UnsafePointer<Node>
    var record: Int32
    var isList: Bool
  }

  /// Programs inside each other use the stack of the thread.
  private static var deepest: Int { 64 }

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

  private static func render(
    _ template: CompiledTemplate, _ program: ProgramReference, _ value: PackedValue,
    into output: inout OutputBuffer, runtime: RuntimeTemplates?, nesting: Int,
    contexts: (UnsafePointer<Node>) -> [Context]
  ) throws(Diagnostic) -> [String] {
    guard nesting < deepest else {
      throw MustacheMessages.renderedTooDeep(at: nil, limit: deepest)
    }
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
    for node in temporaries { node.deallocate() }
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
        if Trace.isOn { note(operation) }
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

      case .endSection:
        let context = contexts + depth
        context.pointee.node += 1
        if context.pointee.node < context.pointee.end {
          index = Int(operation.pointee.target)
          if cursor - output.base > mostBytes {
            throw MustacheMessages.outputTooLarge(limit: mostBytes)
          }
        } else {
          depth -= 1
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
        let node = try filtered(operation)
        if !isTrue(node, operation) {
          index = Int(operation.pointee.target)
        } else if node.pointee.kind == .list {
          let first = nodes + node.pointee.payload
          try push(first, end: first + Int(node.pointee.count), operation, isList: true)
        } else {
          try push(node, end: node + 1, operation, isList: false)
        }

      case .filteredInverted:
        if isTrue(try filtered(operation), operation) { index = Int(operation.pointee.target) }

      case .jump:
        index = Int(operation.pointee.target)

      case .call:
        guard returns.count < template.limits.contextDepth else {
          throw MustacheMessages.renderedTooDeep(at: nil, limit: template.limits.contextDepth)
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
    return find(accesses + Int(operation.pointee.access))
  }

  private mutating func find(_ access: UnsafePointer<Access>) -> UnsafePointer<Node> {
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
        at: place(of: operation), limit: template.limits.contextDepth)
    }
    let capacity = min(contextCapacity * 2, template.limits.contextDepth)
    let larger = UnsafeMutablePointer<Context>.allocate(capacity: capacity)
    larger.update(from: contexts, count: contextCapacity)
    contexts.deallocate()
    contexts = larger
    contextCapacity = capacity
  }

  private func place(of operation: UnsafePointer<Operation>) -> Place {
    let use = program.content.uses[Int(operation.pointee.access)]
    return use.source.place(use.range)
  }

  // MARK: - Writing

  /// Only a name that was not found is the renderer's own nothing; a `null` of the data is another.
  @inline(never)
  private func checkIsThere(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) {
    let use = program.content.uses[Int(operation.pointee.access)]
    guard node == UnsafePointer(constants), use.shape == .json else { return }
    throw MustacheMessages.missingName(use.path, at: place(of: operation))
  }

  private mutating func note(_ operation: UnsafePointer<Operation>) {
    printed.append(program.content.uses[Int(operation.pointee.access)].path)
  }

  @inline(never)
  private mutating func write(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>,
    into output: inout OutputBuffer
  ) throws(Diagnostic) {
    let node = node.pointee
    if operation.pointee.escaping == .json {
      let use = program.content.uses[Int(operation.pointee.access)]
      PackedJSON(nodes: nodes, texts: texts, value: value).write(node, use.shape, into: &output)
      return
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
  }

  private func untrustedMarkup(
    _ shape: Shape, _ operation: UnsafePointer<Operation>
  ) -> Diagnostic {
    let path = program.content.uses[Int(operation.pointee.access)].path
    return MustacheMessages.untrustedMarkup(path, shape, at: place(of: operation))
  }

  // MARK: - Filters

  private mutating func runFilters(
    _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) -> FilterRunner.Result {
    let access = accesses + Int(operation.pointee.access)
    let result = FilterRunner(nodes: nodes, texts: texts)
      .run(program.content.filters[access.pointee.filters], on: find(access).pointee)
    if case .mismatch = result { throw MustacheMessages.filterMismatch(at: place(of: operation)) }
    return result
  }

  private mutating func writeFiltered(
    _ operation: UnsafePointer<Operation>, into output: inout OutputBuffer
  ) throws(Diagnostic) {
    switch try runFilters(operation) {
    case .node(var node): try write(&node, operation, into: &output)
    case .text(let text):
      text.withUnsafeBytes {
        output.append($0, TextTraits(of: $0), operation.pointee.escaping)
      }
    case .mismatch: break
    }
  }

  /// What a section enters must stay where it is until the rendering ends.
  private mutating func filtered(
    _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) -> UnsafePointer<Node> {
    let kept = UnsafeMutablePointer<Node>.allocate(capacity: 1)
    temporaries.append(kept)
    switch try runFilters(operation) {
    case .node(let node): kept.initialize(to: node)
    case .text, .mismatch: kept.initialize(to: Node(payload: 0, kind: .yes))
    }
    return UnsafePointer(kept)
  }

  // MARK: - Templates that are known only now

  /// A lambda as a variable: what it returns is rendered, then escaped as one value.
  private mutating func callVariable(
    _ node: Node, _ operation: UnsafePointer<Operation>, into output: inout OutputBuffer
  ) throws(Diagnostic) {
    guard let site = site(of: operation) else { return }
    if operation.pointee.escaping == .trusted { throw untrustedMarkup(.lambda, operation) }
    let text = value.lambdas[node.payload].body(nil)
    var result = OutputBuffer(capacity: text.utf8.count)
    let isRaw = operation.pointee.escaping == .none
    try run(
      text, at: site, mode: isRaw && template.mode == .specification ? .specification : .text,
      into: &result)
    result.withUnsafeBytes { bytes in
      output.append(bytes, TextTraits(of: bytes), operation.pointee.escaping)
    }
  }

  /// A lambda as a section: it gets the text between the tags, and what it returns takes its place.
  ///
  /// - Returns: The operation behind the section.
  private mutating func callSection(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>,
    into output: inout OutputBuffer
  ) throws(Diagnostic) -> Int {
    let after = Int(operation.pointee.target)
    let last = operations + (after - 1)
    let index = last.pointee.code == .jump ? Int(last.pointee.target) : after
    guard let site = site(of: operation) else { return index }
    let section = String(decoding: site.source.bytes[site.body], as: UTF8.self)
    let text = value.lambdas[node.pointee.payload].body(section)
    try run(text, at: site, mode: template.mode, delimiters: site.delimiters, into: &output)
    return index
  }

  /// A dynamic name; one that names no template prints nothing, as the specification says.
  private mutating func include(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>,
    into output: inout OutputBuffer
  ) throws(Diagnostic) {
    guard node.pointee.kind == .text, let site = site(of: operation) else { return }
    guard let source = template.partials(text(of: node)) else {
      if template.mode == .specification { return }
      throw MustacheMessages.missingPartial(text(of: node), at: place(of: operation))
    }
    try run(source, at: site, mode: template.mode, into: &output)
  }

  private func choose(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>
  ) throws(Diagnostic) -> Int? {
    guard node.pointee.kind == .text else { return nil }
    let name = UnsafeBufferPointer(
      start: texts + node.pointee.payload, count: Int(node.pointee.count))
    let choices = program.content.choices[Int(operation.pointee.target)]
    for choice in choices where choice.name.elementsEqual(name) { return choice.start }
    throw MustacheMessages.missingPartial(text(of: node), at: place(of: operation))
  }

  private mutating func run(
    _ text: String, at site: Site, mode: Template.Mode, delimiters: Delimiters = .standard,
    into output: inout OutputBuffer
  ) throws(Diagnostic) {
    let source = TemplateSource(name: "\(site.source.name) (lambda)", text: text)
    try run(source, at: site, mode: mode, delimiters: delimiters, into: &output)
  }

  private mutating func run(
    _ source: TemplateSource, at site: Site, mode: Template.Mode,
    delimiters: Delimiters = .standard, into output: inout OutputBuffer
  ) throws(Diagnostic) {
    let runtime = self.runtime ?? RuntimeTemplates(template)
    self.runtime = runtime
    let program = try runtime.program(for: source, at: site, mode: mode, delimiters: delimiters)
    let contexts = Array(UnsafeBufferPointer(start: contexts, count: depth + 1))
    printed += try Self.render(
      template, program, value, into: &output, runtime: runtime, nesting: nesting + 1
    ) { _ in contexts }
  }

  private func site(of operation: UnsafePointer<Operation>) -> Site? {
    let site = accesses[Int(operation.pointee.access)].site
    return site >= 0 ? program.content.sites[site] : nil
  }

  private func text(of node: UnsafePointer<Node>) -> String {
    String(
      decoding: UnsafeBufferPointer(
        start: texts + node.pointee.payload, count: Int(node.pointee.count)), as: UTF8.self)
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
