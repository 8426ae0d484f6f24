/// Texts as bytes, each with a number of its own, found without making a `String`.
///
/// Made once for what is known before a page is read (keys, quoted texts, links), or filled and
/// emptied for every page (ids); emptying keeps the memory.
struct ByteTable: Sendable {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Index into `entries` plus 1; 0 is free. The count is a power of two.
  private var slots = [Int32](repeating: 0, count: 64)

  init() {}

  init(_ texts: some Sequence<String>) {
    for text in texts {
      var text = text
      text.withUTF8 { _ = insert($0) }
    }
  }

  var count: Int { entries.count }

  /// The number of a text, from 0 in the order of insertion.
  func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = hashOfBytes(text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, matches(entries[index], text) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool { index(of: text) != nil }

  /// - Returns: The number of the text, and whether it was not there before.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
    if let index = index(of: text) { return (index, false) }
    let hash = hashOfBytes(text)
    entries.append(Entry(hash: hash, start: bytes.count, count: text.count))
    bytes.append(contentsOf: text)
    if entries.count * 2 > slots.count { grow() } else { place(entries.count - 1) }
    return (entries.count - 1, true)
  }

  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[entries[index].start..<(entries[index].start + entries[index].count)]
  }

  func string(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  mutating func removeAll() {
    guard !entries.isEmpty else { return }
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for index in entries.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index + 1)
  }

  private func matches(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry.count == text.count else { return false }
    for offset in 0..<entry.count where bytes[entry.start + offset] != text[offset] { return false }
    return true
  }
}

/// A hash of bytes for tables inside one run; equal hashes are always compared letter by letter, or
/// guard nothing but a warning.
@inline(__always)
func hashOfBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
  var index = 0
  if let base = bytes.baseAddress {
    while index + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index += 8
    }
  }
  var rest: UInt64 = 0
  while index < bytes.count {
    rest = rest << 8 | UInt64(bytes[index])
    index += 1
  }
  hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
  return hash ^ hash >> 29
}
