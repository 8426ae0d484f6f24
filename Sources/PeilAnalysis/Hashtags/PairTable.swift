/// A value for each of some pairs of numbers, found again by them.
///
/// An open table, as ``WordTable`` is: the standard library's takes ten times as long to hash two small numbers, and
/// every pair of hashtags of every post is looked up.
struct PairTable<Value> {
  /// In the order in which they came.
  private(set) var pairs: [(first: Int, second: Int)] = []
  /// Of each of `pairs`.
  var values: [Value] = []
  /// One more than the place of the pair, and 0 where a place is free; at least half are.
  private var places = [Int](repeating: 0, count: 512)

  /// The place in `values` of a pair's own; `nil` of a pair that was not put in.
  func place(of first: Int, _ second: Int) -> Int? {
    let known = places[slot(of: first, second)]
    return known > 0 ? known - 1 : nil
  }

  /// The same; of a pair that was not there, the value is put in.
  mutating func place(of first: Int, _ second: Int, default value: @autoclosure () -> Value) -> Int
  {
    let slot = slot(of: first, second)
    if places[slot] > 0 { return places[slot] - 1 }
    pairs.append((first, second))
    values.append(value())
    places[slot] = pairs.count
    if pairs.count * 2 > places.count { grow() }
    return pairs.count - 1
  }

  /// Where a pair is, or would be put.
  private func slot(of first: Int, _ second: Int) -> Int {
    var slot = firstSlot(of: first, second)
    while places[slot] != 0, pairs[places[slot] - 1] != (first, second) {
      slot = (slot + 1) & (places.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    places = [Int](repeating: 0, count: places.count * 2)
    for (number, pair) in pairs.enumerated() {
      places[slot(of: pair.first, pair.second)] = number + 1
    }
  }

  /// The multiplier is 2⁶⁴ by the golden ratio; the upper bits of a product depend on all of the factor's.
  private func firstSlot(of first: Int, _ second: Int) -> Int {
    let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
    let hash = (UInt64(truncatingIfNeeded: first) &* golden) ^ UInt64(truncatingIfNeeded: second)
    return Int(truncatingIfNeeded: (hash &* golden) >> 32) & (places.count - 1)
  }
}
