import Diagnostics

/// Templates that are known only while rendering: of lambdas and of dynamic names.
extension Renderer {
  /// A lambda as a variable: what it returns is rendered, then escaped as one value.
  mutating func callVariable(
    _ node: Node, _ operation: UnsafePointer<Operation>, into output: inout OutputBuffer
  ) throws(Diagnostic) {
    guard let site = site(of: operation) else { return }
    if operation.pointee.escaping == .trusted { throw untrustedMarkup(.lambda, operation) }
    let text = value.lambdas[node.payload].body(nil)
    var result = OutputBuffer(capacity: text.utf8.count)
    let isRaw = operation.pointee.escaping == .none
    try run(
      text, at: site, mode: isRaw && template.mode == .specification ? .specification : .text,
      for: operation, into: &result)
    result.withUnsafeBytes { bytes in
      output.append(bytes, TextTraits(of: bytes), operation.pointee.escaping)
    }
  }

  /// A lambda as a section: it gets the text between the tags, and what it returns takes its place.
  ///
  /// - Returns: The operation behind the section.
  mutating func callSection(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>,
    into output: inout OutputBuffer
  ) throws(Diagnostic) -> Int {
    let after = Int(operation.pointee.target)
    let last = operations + (after - 1)
    let index = last.pointee.code == .jump ? Int(last.pointee.target) : after
    guard let site = site(of: operation) else { return index }
    let section = String(decoding: site.source.bytes[site.body], as: UTF8.self)
    let text = value.lambdas[node.pointee.payload].body(section)
    try run(
      text, at: site, mode: template.mode, delimiters: site.delimiters, for: operation,
      into: &output)
    return index
  }

  /// A dynamic name; one that names no template prints nothing, as the specification says.
  mutating func include(
    _ node: UnsafePointer<Node>, _ operation: UnsafePointer<Operation>,
    into output: inout OutputBuffer
  ) throws(Diagnostic) {
    guard node.pointee.kind == .text, let site = site(of: operation) else { return }
    guard let source = try template.partials(text(of: node)) else {
      if template.mode == .specification { return }
      throw MustacheMessages.missingPartial(text(of: node), at: place(of: operation))
    }
    try run(source, at: site, mode: template.mode, for: operation, into: &output)
  }

  func choose(
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
    for operation: UnsafePointer<Operation>, into output: inout OutputBuffer
  ) throws(Diagnostic) {
    let name = site.source.name
    let suffix = " (lambda)"
    let source = TemplateSource(name: name.hasSuffix(suffix) ? name : name + suffix, text: text)
    try run(
      source, at: site, mode: mode, delimiters: delimiters, for: operation, into: &output)
  }

  private mutating func run(
    _ source: TemplateSource, at site: Site, mode: Template.Mode,
    delimiters: Delimiters = .standard, for operation: UnsafePointer<Operation>,
    into output: inout OutputBuffer
  ) throws(Diagnostic) {
    let runtime = self.runtime ?? RuntimeTemplates(template)
    self.runtime = runtime
    runtime.running.append(source.name)
    defer { runtime.running.removeLast() }
    guard nesting + 1 < Self.deepest else {
      throw MustacheMessages.renderedTooDeep(
        at: place(of: operation), limit: Self.deepest, cycle: runtime.running)
    }
    runtime.expansions += 1
    guard runtime.expansions <= template.limits.lambdaExpansions else {
      throw MustacheMessages.tooManyExpansions(
        at: place(of: operation), limit: template.limits.lambdaExpansions)
    }
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
