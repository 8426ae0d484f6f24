/// Where each key of a ledger stands among its figures.
///
/// An open table of places: a key's hash says where to look, and its neighbours are looked at until a place is free.
/// The standard library's dictionary would hold every key once more, and takes three times as long to hash one.
struct KeyIndex: Sendable {
  /// At least half of them are free.
  private var slots: [Slot]

  private struct Slot {
    /// Of the figure, and one more; 0 where none is.
    var place: UInt32
    /// The upper half of its key's hash: keys are seldom compared that are not the same.
    var hash: UInt32
  }

  /// - Parameter keys: About how many there will be.
  init(reserving keys: Int = 0) {
    var size = 16
    while size < keys * 2 { size *= 2 }
    slots = Self.free(size)
  }

  /// The place of the figure with a key; `nil` when none has it.
  func place(of key: FigureKey, among figures: [Figure]) -> Int? {
    let slot = slots[slot(of: key, Self.hash(key), among: figures)]
    return slot.place > 0 ? Int(slot.place) - 1 : nil
  }

  /// Takes in the key of the last figure.
  ///
  /// - Returns: Whether none has had it yet.
  mutating func insert(_ key: FigureKey, ofLast figures: [Figure]) -> Bool {
    let hash = Self.hash(key)
    let slot = slot(of: key, hash, among: figures)
    guard slots[slot].place == 0 else { return false }
    slots[slot] = Slot(place: UInt32(figures.count), hash: Self.upperHalf(of: hash))
    if figures.count * 2 > slots.count { grow(figures) }
    return true
  }

  /// Where a key is, or would be put.
  private func slot(of key: FigureKey, _ hash: UInt64, among figures: [Figure]) -> Int {
    let upperHalf = Self.upperHalf(of: hash)
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot].place != 0,
        slots[slot].hash != upperHalf || figures[Int(slots[slot].place) - 1].key != key
      {
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
  }

  private mutating func grow(_ figures: [Figure]) {
    slots = Self.free(slots.count * 2)
    for place in figures.indices {
      let hash = Self.hash(figures[place].key)
      slots[slot(of: figures[place].key, hash, among: figures)] =
        Slot(place: UInt32(place + 1), hash: Self.upperHalf(of: hash))
    }
  }

  private static func free(_ count: Int) -> [Slot] {
    [Slot](repeating: Slot(place: 0, hash: 0), count: count)
  }

  private static func hash(_ key: FigureKey) -> UInt64 { key.text.withBytes { $0.quickHash } }

  private static func upperHalf(of hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32)
  }
}
