internal import CByteMasks

/// Texts as bytes, each with a number of its own, found without making a `String`.
///
/// Its memory is its owner's to give back, so that copies cost nothing: a page reader fills and empties
/// its tables for every page, and `FrozenTable` owns one that never changes.
struct ByteTable {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private struct Entry {
    var hash: UInt64
    var start: UInt32
    var count: UInt32
  }

  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity: Int
  private var entries: UnsafeMutablePointer<Entry>
  private(set) var count = 0
  private var entryCapacity: Int
  /// Index into `entries` plus 1; 0 is free. A power of two, at least twice the entries.
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int

  /// - Parameter capacity: Texts that are taken without more memory; a power of two.
  init(capacity: Int = 32) {
    byteCapacity = capacity * 16
    bytes = .allocate(capacity: byteCapacity)
    entryCapacity = capacity
    entries = .allocate(capacity: capacity)
    slots = .allocate(capacity: capacity * 2)
    slots.initialize(repeating: 0, count: capacity * 2)
    mask = capacity * 2 - 1
  }

  func deallocate() {
    bytes.deallocate()
    entries.deallocate()
    slots.deallocate()
  }

  /// The number of a text, from 0 in the order of insertion.
  @inline(__always)
  func index(of text: Bytes) -> Int? {
    let found = find(text, hashOfBytes(text))
    return found >= 0 ? found : nil
  }

  /// The same, for who has the hash of the text already.
  @inline(__always)
  func index(of text: Bytes, _ hash: UInt64) -> Int? {
    let found = find(text, hash)
    return found >= 0 ? found : nil
  }

  @inline(__always)
  func contains(_ text: Bytes, _ hash: UInt64) -> Bool { find(text, hash) >= 0 }

  /// The same, for a text of another table.
  @inline(__always)
  func index(of other: Int, in table: ByteTable) -> Int? {
    let found = find(table[other], table.entries[other].hash)
    return found >= 0 ? found : nil
  }

  func contains(_ text: Bytes) -> Bool { find(text, hashOfBytes(text)) >= 0 }

  /// - Returns: The number of the text, and whether it was not there before.
  mutating func insert(_ text: Bytes) -> (index: Int, isNew: Bool) {
    insert(text, hashOfBytes(text))
  }

  mutating func insert(_ text: Bytes, _ hash: UInt64) -> (index: Int, isNew: Bool) {
    let found = find(text, hash)
    if found >= 0 { return (found, false) }
    if count == entryCapacity { grow() }
    if byteCount + text.count > byteCapacity { growBytes(by: text.count) }
    if let source = text.baseAddress {
      (bytes + byteCount).update(from: source, count: text.count)
    }
    (entries + count).initialize(
      to: Entry(hash: hash, start: UInt32(byteCount), count: UInt32(text.count)))
    byteCount += text.count
    place(count)
    count += 1
    return (count - 1, true)
  }

  subscript(index: Int) -> Bytes {
    precondition(index >= 0 && index < count, "no text \(index)")
    return Bytes(start: bytes + Int(entries[index].start), count: Int(entries[index].count))
  }

  func string(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  mutating func removeAll() {
    guard count > 0 else { return }
    (count, byteCount) = (0, 0)
    slots.update(repeating: 0, count: mask + 1)
  }

  @inline(__always)
  private func find(_ text: Bytes, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(slots[slot]) - 1
      if index < 0 { return -1 }
      let entry = entries + index
      if entry.pointee.hash == hash, Int(entry.pointee.count) == text.count {
        guard let other = text.baseAddress else { return index }
        if areSameBytes(bytes + Int(entry.pointee.start), other, text.count) { return index }
      }
      slot = (slot &+ 1) & mask
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    entryCapacity *= 2
    slots.deallocate()
    slots = .allocate(capacity: entryCapacity * 2)
    slots.initialize(repeating: 0, count: entryCapacity * 2)
    mask = entryCapacity * 2 - 1
    for index in 0..<count { place(index) }
  }

  private mutating func growBytes(by needed: Int) {
    byteCapacity = max(byteCapacity * 2, byteCount + needed)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
    larger.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = larger
  }

  private func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index + 1)
  }
}

/// A table that is made once and read by many.
final class FrozenTable: @unchecked Sendable {
  // Filled in `init` only.
  let table: ByteTable

  init(_ texts: some Sequence<String>) {
    var table = ByteTable()
    for text in texts {
      var text = text
      text.withUTF8 { _ = table.insert($0) }
    }
    self.table = table
  }

  deinit { table.deallocate() }
}

/// A hash of bytes for tables inside one run; equal hashes are always compared letter by letter, or
/// guard nothing but a warning.
///
/// Two words at a time are multiplied, and the halves of the product folded together.
@inline(__always)
func hashOfBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var state = UInt64(truncatingIfNeeded: bytes.count)
  guard let base = bytes.baseAddress else { return mixed(state, 0) }
  let raw = UnsafeRawPointer(base)
  guard bytes.count >= 16 else {
    guard bytes.count >= 8 else { return mixed(state, wordOfBytes(base, bytes.count)) }
    let last = raw.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self)
    return mixed(state ^ raw.loadUnaligned(as: UInt64.self), last)
  }
  var index = 0
  while index &+ 16 < bytes.count {
    state = mixed(
      state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self),
      raw.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self))
    index &+= 16
  }
  // The last sixteen bytes, some of them for the second time.
  index = bytes.count &- 16
  return mixed(
    state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self),
    raw.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self))
}

@inline(__always)
private func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
  let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xC4CE_B9FE_1A85_EC53)
  return product.high ^ product.low
}

/// Whether as many bytes are the same at two places.
@inline(__always)
func areSameBytes(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  guard count >= 16 else {
    return count >= 8 ? haveSameEnds(a, b, count) : areSameFewBytes(a, b, count)
  }
  var index = 0
  while index &+ 32 < count {
    if !byte_same_16(a + index, b + index) { return false }
    index &+= 16
  }
  return byte_same_ends(a + index, b + index, count &- index)
}

/// Apart, so that nothing of it is made ready where texts are longer.
@inline(never)
private func areSameFewBytes(
  _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int
) -> Bool {
  wordOfBytes(a, count) == wordOfBytes(b, count)
}

/// The same for 8 to 16 bytes.
@inline(__always)
private func haveSameEnds(
  _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int
) -> Bool {
  let (a, b) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
  return a.loadUnaligned(as: UInt64.self) == b.loadUnaligned(as: UInt64.self)
    && a.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      == b.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
}

/// At most eight bytes as one word, zeros after them.
@inline(__always)
func wordOfBytes(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
  let raw = UnsafeRawPointer(bytes)
  if count >= 4 {
    let low = UInt64(raw.loadUnaligned(as: UInt32.self))
    let high = UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    return low | high &<< UInt64(8 &* (count &- 4))
  }
  guard count > 0 else { return 0 }
  let first = UInt64(bytes[0])
  let middle = UInt64(bytes[count &>> 1]) &<< UInt64(8 &* (count &>> 1))
  let last = UInt64(bytes[count &- 1]) &<< UInt64(8 &* (count &- 1))
  return first | middle | last
}

/// The same for at most eight letters of ASCII.
func wordOfLetters(_ letters: String) -> UInt64 {
  letters.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
}
