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
  private var places = [Int](repeating: 0, count: 64)

  /// The place in `values` of a pair's own; of a pair that was not there, the value is put in.
  mutating func place(of first: Int, _ second: Int, default value: @autoclosure () -> Value) -> Int
  {
    var place = firstPlace(of: first, second)
    while places[place] != 0 {
      if pairs[places[place] - 1] == (first, second) { return places[place] - 1 }
      place = (place + 1) & (places.count - 1)
    }
    pairs.append((first, second))
    values.append(value())
    places[place] = pairs.count
    if pairs.count * 2 > places.count { grow() }
    return pairs.count - 1
  }

  private mutating func grow() {
    places = [Int](repeating: 0, count: places.count * 2)
    for (number, pair) in pairs.enumerated() {
      var place = firstPlace(of: pair.first, pair.second)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = number + 1
    }
  }

  /// The multiplier is 2⁶⁴ by the golden ratio; the upper bits of a product depend on all of the factor's.
  private func firstPlace(of first: Int, _ second: Int) -> Int {
    let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
    let hash = (UInt64(truncatingIfNeeded: first) &* golden) ^ UInt64(truncatingIfNeeded: second)
    return Int(truncatingIfNeeded: (hash &* golden) >> 32) & (places.count - 1)
  }
}
