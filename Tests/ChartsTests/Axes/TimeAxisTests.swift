import Testing

@testable import Charts

@Suite struct TimeAxisTests {
  private let weeks = (36...48).map {
    TimePosition("wk \($0)", group: $0 < 40 ? "september" : $0 < 44 ? "oktober" : "november")
  }

  @Test func `labels every second or fourth week with the newest among them`() {
    let wide = TimeAxis(
      positions: weeks, scale: PositionScale(count: 13, start: 40, end: 600))
    #expect(
      wide.ticks(baseline: 0, limit: 13, within: 0...720).map(\.text)
        == ["wk 36", "wk 38", "wk 40", "wk 42", "wk 44", "wk 46", "wk 48"])
    let narrow = TimeAxis(
      positions: weeks, scale: PositionScale(count: 13, start: 40, end: 294))
    #expect(
      narrow.ticks(baseline: 0, limit: 4, within: 0...300).map(\.text)
        == ["wk 36", "wk 40", "wk 44", "wk 48"])
  }

  @Test func `names a month under its first label only`() {
    let axis = TimeAxis(
      positions: weeks, scale: PositionScale(count: 13, start: 40, end: 600))
    #expect(
      axis.ticks(baseline: 0, limit: 13, within: 0...720).map { $0.group?.text }
        == ["september", nil, "oktober", nil, "november", nil, nil])
  }

  @Test func `a group that would touch the one before is left out`() {
    let positions = ["a", "b", "c"].map { TimePosition($0, group: "a long name of \($0)") }
    let axis = TimeAxis(
      positions: positions, scale: PositionScale(count: 3, start: 0, end: 150))
    #expect(axis.ticks(baseline: 0, limit: 13, within: 0...300).compactMap(\.group).count == 1)
  }

  @Test(arguments: [0, 1, 2, 53, 500])
  func `any number of positions has labels that keep apart`(_ count: Int) {
    let positions = (0..<count).map { TimePosition("wk \($0)") }
    let axis = TimeAxis(
      positions: positions, scale: PositionScale(count: count, start: 0, end: 600))
    let ticks = axis.ticks(baseline: 0, limit: 13, within: 0...600)
    #expect(ticks.isEmpty == (count == 0))
    #expect(ticks.last?.value == (count == 0 ? nil : Double(count - 1)))
    for (left, right) in zip(ticks, ticks.dropFirst()) {
      let room = right.x.value - left.x.value
      #expect(room >= textWidth(of: left.text, size: 12.5) + 7.9)
    }
  }
}
