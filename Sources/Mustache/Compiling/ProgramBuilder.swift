/// Puts operations behind each other; text waits for the operation that follows it.
struct ProgramBuilder {
  private(set) var program = Program()
  private var textStart = 0
  private var nameIDs: [String: Int32] = [:]

  /// - Parameter tables: Names and records that are known already keep their numbers.
  init(extending tables: ProgramTables = ProgramTables()) {
    program.names = tables.names
    program.recordFields = tables.recordFields
    for (id, name) in tables.names.enumerated() { nameIDs[name] = Int32(truncatingIfNeeded: id) }
  }

  var count: Int { program.operations.count }

  /// Operations, and names that were read without becoming one.
  var size: Int { max(program.operations.count, program.accesses.count) }

  var textCount: Int { program.literals.count }

  mutating func append(text: some Collection<UInt8>) {
    program.literals.append(contentsOf: text)
  }

  /// - Returns: The index of the operation, to set its target later.
  @discardableResult
  mutating func append(_ operation: Operation) -> Int {
    var operation = operation
    operation.textStart = UInt32(truncatingIfNeeded: textStart)
    operation.textCount = UInt32(truncatingIfNeeded: program.literals.count - textStart)
    textStart = program.literals.count
    program.operations.append(operation)
    return program.operations.count - 1
  }

  /// Makes an operation go to the one that is appended next; text before it is written by neither.
  mutating func setTargetToNext(of index: Int) {
    program.operations[index].target = UInt32(truncatingIfNeeded: count)
  }

  mutating func append(
    _ access: Access, slots: [Int], tail: [String], use: NameUse
  ) -> UInt32 {
    var access = access
    let start = program.steps.count
    program.steps.append(contentsOf: slots.map { Int32(truncatingIfNeeded: $0) })
    access.slots = start..<program.steps.count
    for name in tail { program.steps.append(id(of: name)) }
    access.tail = access.slots.upperBound..<program.steps.count
    program.accesses.append(access)
    program.uses.append(use)
    return UInt32(truncatingIfNeeded: program.accesses.count - 1)
  }

  mutating func append(_ site: Site, to access: UInt32) {
    program.accesses[Int(access)].site = program.sites.count
    program.sites.append(site)
  }

  mutating func append(_ filters: [Filter], to access: UInt32) {
    program.accesses[Int(access)].filters = program.filters.count
    program.filters.append(filters)
  }

  mutating func append(choices: [(name: [UInt8], start: Int)]) -> Int {
    program.choices.append(choices)
    return program.choices.count - 1
  }

  mutating func setChoices(_ choices: [(name: [UInt8], start: Int)], at index: Int) {
    program.choices[index] = choices
  }

  mutating func append(
    call name: String, in source: TemplateSource, _ range: Range<Int>
  ) -> Int {
    program.calls.append((name, source, range))
    var operation = Operation(code: .call)
    operation.access = UInt32(truncatingIfNeeded: program.calls.count - 1)
    return append(operation)
  }

  mutating func id(of name: String) -> Int32 {
    if let known = nameIDs[name] { return known }
    let id = Int32(truncatingIfNeeded: program.names.count)
    nameIDs[name] = id
    program.names.append(name)
    return id
  }

  mutating func append(recordFields: [Int32: Int]) -> Int32 {
    program.recordFields.append(recordFields)
    return Int32(truncatingIfNeeded: program.recordFields.count - 1)
  }

  mutating func setTarget(of index: Int, to target: Int) {
    program.operations[index].target = UInt32(truncatingIfNeeded: target)
  }

  mutating func setRootRecord(_ record: Int32) {
    program.rootRecord = record
  }

  consuming func finish() -> Program {
    program.literals.append(contentsOf: repeatElement(0, count: PackedValue.slack))
    return program
  }
}
