import Testing

@testable import PeilAnalysis

@Suite struct PairTableTests {
  @Test func `finds every pair by its numbers in their order, with its own value`() {
    var table = PairTable<Int>()
    let pairs = (0..<60).flatMap { first in (0..<60).map { (first, $0 * $0) } }
    let places = pairs.enumerated().map { number, pair in
      table.place(of: pair.0, pair.1, default: number)
    }
    #expect(places == Array(pairs.indices))
    for (number, pair) in pairs.enumerated() {
      let place = table.place(of: pair.0, pair.1, default: -1)
      #expect(table.values[place] == number)
      #expect(table.pairs[place] == pair)
      #expect(table.place(of: pair.0, pair.1) == place)
    }
    #expect(table.values.count == pairs.count)
    #expect(table.place(of: 60, 0) == nil)
  }

  @Test func `keeps what is changed`() {
    var table = PairTable<Int>()
    for _ in 0..<3 {
      let place = table.place(of: 7, 5, default: 0)
      table.values[place] += 1
    }
    #expect(table.values == [3])
  }
}
