/// The keys that a page names, as numbers: those of the ledger first, then what is in none.
///
/// Each key is looked at once a page, however many cells, marks and labels carry it.
struct PageKeys {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private(set) var ledger: FigureTable.View?
  private var others = ByteTable()
  private var ledgerCount = 0
  /// Of all keys, by number.
  private(set) var states: UnsafeMutablePointer<KeyState>
  /// The last picture in which each key had a mark, or what else it was last met in.
  private(set) var stamps: UnsafeMutablePointer<Int32>
  private var capacity = 256

  init() {
    states = .allocate(capacity: capacity)
    stamps = .allocate(capacity: capacity)
  }

  func deallocate() {
    others.deallocate()
    states.deallocate()
    stamps.deallocate()
  }

  mutating func begin(_ ledger: FigureTable.View?) {
    self.ledger = ledger
    ledgerCount = ledger?.keys.count ?? 0
    others.removeAll()
    if ledgerCount > capacity { grow(to: ledgerCount * 2, keeping: 0) }
    states.update(repeating: [], count: ledgerCount)
    stamps.update(repeating: 0, count: ledgerCount)
  }

  var count: Int { ledgerCount + others.count }

  func isInLedger(_ number: Int) -> Bool { number < ledgerCount }

  @inline(__always)
  mutating func number(of key: Bytes, _ hash: UInt64) -> Int {
    if let number = ledger?.keys.index(of: key, hash) { return number }
    return insert(key, hash)
  }

  /// Of a text in another table.
  mutating func number(of index: Int, in table: ByteTable) -> Int {
    if let number = ledger?.keys.index(of: index, in: table) { return number }
    return insert(table[index], hashOfBytes(table[index]))
  }

  private mutating func insert(_ key: Bytes, _ hash: UInt64) -> Int {
    let (index, isNew) = others.insert(key, hash)
    let number = ledgerCount + index
    if isNew {
      if number >= capacity { grow(to: capacity * 2, keeping: number) }
      (states[number], stamps[number]) = ([], 0)
    }
    return number
  }

  func string(_ number: Int) -> String {
    if let ledger, number < ledgerCount { return ledger.keys.string(number) }
    return others.string(number - ledgerCount)
  }

  private mutating func grow(to size: Int, keeping count: Int) {
    let moreStates = UnsafeMutablePointer<KeyState>.allocate(capacity: size)
    let moreStamps = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    moreStates.update(from: states, count: count)
    moreStamps.update(from: stamps, count: count)
    states.deallocate()
    stamps.deallocate()
    (states, stamps, capacity) = (moreStates, moreStamps, size)
  }
}

/// What is known of a key.
struct KeyState: OptionSet {
  var rawValue: UInt8
  /// The page shows its number.
  static let isShown = KeyState(rawValue: 1)
  /// Its letters were looked at: they keep the grammar and hold no name.
  static let isRead = KeyState(rawValue: 1 << 1)
}
