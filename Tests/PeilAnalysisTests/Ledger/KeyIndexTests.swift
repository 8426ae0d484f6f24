import Testing

@testable import PeilAnalysis

@Suite struct KeyIndexTests {
  /// Short ones, ones of eight and sixteen bytes, long ones that differ only in one place, and ones beyond ASCII.
  private static let keys =
    (0..<2000).map { FigureKey("post.\($0)", "reach") }
    + ["", "a", "month.2026-10", "m1.2026-w44.followers", "m1.2026-w45.followers", "é", "e"]

  @Test(arguments: [0, 100, 3000])
  func `finds every key at the place of its figure, and no other`(_ reserved: Int) {
    var index = KeyIndex(reserving: reserved)
    var figures: [Figure] = []
    for key in Self.keys {
      #expect(index.place(of: key, among: figures) == nil)
      figures.append(Figure(key, .unknown(.notYet), definition: .constant))
      let isNew = index.insert(key, ofLast: figures)
      #expect(isNew)
    }
    for (place, key) in Self.keys.enumerated() {
      #expect(index.place(of: key, among: figures) == place)
    }
    for key in ["post.2000.reach", "post.1.reac", "post.1.reach.low", "b"] as [FigureKey] {
      #expect(index.place(of: key, among: figures) == nil)
    }
  }

  @Test func `does not take a key twice`() {
    var index = KeyIndex()
    var figures: [Figure] = []
    let areNew = (0..<2).map { _ in
      figures.append(Figure("m1.weeks", .unknown(.notYet), definition: .constant))
      return index.insert("m1.weeks", ofLast: figures)
    }
    #expect(areNew == [true, false])
    #expect(index.place(of: "m1.weeks", among: figures) == 0)
  }
}
