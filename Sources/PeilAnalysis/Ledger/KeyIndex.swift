/// Where each key of a ledger stands among its figures.
///
/// An open table of places: a key's hash says where to look, and its neighbours are looked at until a place is free.
/// The standard library's dictionary would hold every key once more, and takes three times as long to hash one.
struct KeyIndex: Sendable {
  /// One more than the figure's, and 0 where a place is free; at least half are.
  private var places: [Int32]

  /// - Parameter keys: About how many there will be.
  init(reserving keys: Int = 0) {
    var size = 16
    while size < keys * 2 { size *= 2 }
    places = [Int32](repeating: 0, count: size)
  }

  /// The place of the figure with a key; `nil` when none has it.
  func place(of key: FigureKey, among figures: [Figure]) -> Int? {
    let found = Int(places[slot(of: key, among: figures)])
    return found > 0 ? found - 1 : nil
  }

  /// Takes in the key of the last figure.
  ///
  /// - Returns: Whether none has had it yet.
  mutating func insert(_ key: FigureKey, ofLast figures: [Figure]) -> Bool {
    let slot = slot(of: key, among: figures)
    guard places[slot] == 0 else { return false }
    places[slot] = Int32(figures.count)
    if figures.count * 2 > places.count { grow(figures) }
    return true
  }

  /// Where a key is, or would be put.
  private func slot(of key: FigureKey, among figures: [Figure]) -> Int {
    var slot = Self.hash(key) & (places.count - 1)
    while places[slot] != 0, figures[Int(places[slot]) - 1].key != key {
      slot = (slot + 1) & (places.count - 1)
    }
    return slot
  }

  private mutating func grow(_ figures: [Figure]) {
    places = [Int32](repeating: 0, count: places.count * 2)
    for place in figures.indices {
      places[slot(of: figures[place].key, among: figures)] = Int32(place + 1)
    }
  }

  private static func hash(_ key: FigureKey) -> Int {
    key.text.withBytes { Int(truncatingIfNeeded: $0.quickHash) }
  }
}
