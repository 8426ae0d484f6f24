public import Diagnostics

/// Writes a packed value from front to back, the fields of a record in the order of its shape.
///
///     var builder = ValueBuilder()
///     builder.beginRecord()
///     builder.text("Bakkerij De Zon")
///     builder.beginList()
///     builder.number(3)
///     builder.endList()
///     builder.endRecord()
///     let value = try builder.finish()
///
/// One `begin` without its `end`, or a second value at the top, is a mistake of the caller and stops
/// the program in `finish`.
public struct ValueBuilder: ~Copyable {
  private var nodes: [Node] = []
  private var bytes: [UInt8] = []
  private var keys: [Int32] = []
  private var keyNames: [String: Int32] = [:]
  private var namesOfKeys: [String] = []
  private var lambdas: [Lambda] = []

  /// Finished values whose list or record is still open.
  private var pending: [Node] = []
  private var pendingKeys: [Int32] = []
  private var open: [Container] = []
  private var isTooLarge = false

  private struct Container {
    var kind: Node.Kind
    var firstPending: Int
    var firstKey: Int
  }

  /// - Parameter capacity: Bytes of text expected, to save growing.
  public init(capacity: Int = 1024) {
    bytes.reserveCapacity(capacity + PackedValue.slack)
    nodes.reserveCapacity(capacity / 8)
  }

  public mutating func beginRecord() { begin(.record) }
  public mutating func endRecord() { end(.record) }
  public mutating func beginList() { begin(.list) }
  public mutating func endList() { end(.list) }

  /// Starts a record for the shape `json`: each of its values follows its `key`.
  public mutating func beginObject() { begin(.object) }

  /// Names the next value of an object; a key may stand once in an object.
  public mutating func key(_ name: String) {
    if let known = keyNames[name] {
      pendingKeys.append(known)
    } else {
      let id = Int32(truncatingIfNeeded: keyNames.count)
      keyNames[name] = id
      namesOfKeys.append(name)
      pendingKeys.append(id)
    }
  }

  public mutating func endObject() { end(.object) }

  public mutating func null() { pending.append(Node(payload: 0, kind: .null)) }

  public mutating func flag(_ value: Bool) {
    pending.append(Node(payload: 0, kind: value ? .yes : .no))
  }

  public mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { appendText(UnsafeRawBufferPointer($0), .text) }
  }

  /// - Parameter utf8: Invalid UTF-8 is repaired with U+FFFD.
  public mutating func text(utf8: some Sequence<UInt8>) {
    let isText: Void? = utf8.withContiguousStorageIfAvailable { buffer in
      appendChecked(UnsafeRawBufferPointer(buffer))
    }
    if isText == nil { Array(utf8).withUnsafeBytes { appendChecked($0) } }
  }

  public mutating func markup(_ value: Markup) {
    value.bytes.withUnsafeBytes { appendText($0, .markup) }
  }

  public mutating func number(_ value: Int) {
    pending.append(Node(payload: value, kind: .integer))
  }

  /// A fraction that is not finite becomes `null`.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    pending.append(Node(payload: Int(bitPattern: UInt(value.bitPattern)), kind: .decimal))
  }

  public mutating func number(_ value: Number) {
    switch value {
    case .integer(let integer): number(integer)
    case .decimal(let decimal): number(decimal)
    }
  }

  public mutating func date(_ value: CalendarDate) {
    let payload = value.year << 16 | value.month << 8 | value.day
    pending.append(Node(payload: payload, kind: .date))
  }

  public mutating func lambda(_ value: Lambda) {
    pending.append(Node(payload: lambdas.count, kind: .lambda))
    lambdas.append(value)
  }

  /// - Throws: When a text, list or record has 2³² bytes or parts.
  public consuming func finish() throws(Diagnostic) -> PackedValue {
    precondition(open.isEmpty, "\(open.count) lists or records were not ended")
    precondition(pending.count == 1, "a packed value is one value, found \(pending.count)")
    if isTooLarge { throw MustacheMessages.valueTooLarge() }
    nodes.append(contentsOf: pending)
    bytes.append(contentsOf: PackedValue.padding)
    return PackedValue(
      nodes: nodes, bytes: bytes, keys: keys, keyNames: keyNames, namesOfKeys: namesOfKeys,
      lambdas: lambdas)
  }

  // MARK: -

  private mutating func begin(_ kind: Node.Kind) {
    open.append(Container(kind: kind, firstPending: pending.count, firstKey: pendingKeys.count))
  }

  private mutating func end(_ kind: Node.Kind) {
    guard let container = open.popLast(), container.kind == kind else {
      preconditionFailure("`end` of a \(kind) does not match its `begin`")
    }
    let count = pending.count - container.firstPending
    if count > UInt32.max { isTooLarge = true }
    if kind == .object { beginFields(of: container) }
    let first = nodes.count
    // By index: a slice would share the array, which would then be copied whole for each record.
    for index in container.firstPending..<pending.count { nodes.append(pending[index]) }
    pending.removeLast(count)
    pending.append(
      Node(payload: first, count: UInt32(truncatingIfNeeded: count), kind: kind))
  }

  /// Puts fields in the ascending order of their keys, so that a lookup can halve its way.
  private mutating func beginFields(of container: Container) {
    let fieldKeys = Array(pendingKeys[container.firstKey...])
    precondition(
      fieldKeys.count == pending.count - container.firstPending, "each value of an object has a key"
    )
    let order = fieldKeys.indices.sorted { fieldKeys[$0] < fieldKeys[$1] }
    let sortedKeys = order.map { fieldKeys[$0] }
    let sorted = order.map { pending[container.firstPending + $0] }
    for (offset, node) in sorted.enumerated() { pending[container.firstPending + offset] = node }
    nodes.append(Node(payload: keys.count, kind: .keys))
    keys.append(contentsOf: sortedKeys)
    pendingKeys.removeLast(fieldKeys.count)
  }

  private mutating func appendChecked(_ utf8: UnsafeRawBufferPointer) {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      appendText(utf8, .text)
    } else {
      text(String(decoding: utf8, as: UTF8.self))
    }
  }

  private mutating func appendText(_ utf8: UnsafeRawBufferPointer, _ kind: Node.Kind) {
    if utf8.count > UInt32.max { isTooLarge = true }
    let node = Node(
      payload: bytes.count, count: UInt32(truncatingIfNeeded: utf8.count), kind: kind,
      traits: kind == .text ? TextTraits(of: utf8) : [])
    bytes.append(contentsOf: utf8)
    pending.append(node)
  }
}
