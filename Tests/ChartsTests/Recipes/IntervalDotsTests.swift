import Charts
import Testing

@Suite struct IntervalDotsTests {
  private func chart(
    _ rows: [(Double?, ClosedRange<Double>?)], kind: ValueAxis.Kind = .ratio,
    references: [Reference] = []
  ) -> IntervalDots {
    IntervalDots(
      rows: rows.enumerated().map { index, row in
        .init(
          ChartText("a name of some length \(index)"), estimate: data([row.0])[0],
          interval: row.1, label: ChartText("1.42 (1.1 to 1.9)", keys: ["e", "l", "u"]),
          tone: .series(index + 1))
      }, references: references, axis: ValueAxis(kind, label: { "\($0)" }))
  }

  @Test func `is nothing without an estimate that the axis can show`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([(nil, 1...2), (.nan, nil)]).plot(.wide) == nil)
    #expect(chart([(0, nil), (-1, nil)]).plot(.wide) == nil)
  }

  @Test func `twice and half lie equally far from one`() throws {
    let plot = try #require(
      chart(
        [(2, 1.5...3), (0.5, nil)], references: [Reference(1, label: ChartText("same"))]
      ).plot(.wide))
    let one = try #require(plot.rules.first { $0.kind == .reference }).x1.value
    #expect((plot.points[0].x.value - one - (one - plot.points[1].x.value)).magnitude <= 0.2)
    #expect(plot.intervals.count == 1)
  }

  @Test func `words of near references do not overlap and stand above the frame`() throws {
    let plot = try #require(
      chart(
        [(1.4, 0.9...2)],
        references: [
          Reference(1, label: ChartText("same for both")),
          Reference(0.9, label: ChartText("holds below"), kind: .threshold),
          Reference(1.1, label: ChartText("refuted above"), kind: .threshold),
        ]
      ).plot(.wide))
    let words = plot.labels.filter { $0.style == .note }
    #expect(words.count == 3)
    for (index, word) in words.enumerated() {
      #expect(word.y.value < plot.frame.top)
      for other in words.dropFirst(index + 1) where other.y == word.y {
        let (left, right) = word.x < other.x ? (word, other) : (other, word)
        #expect(left.x.value + textWidth(of: left.text, size: 12.5) <= right.x.value)
      }
    }
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks lie on the plot`(_ size: Plot.Size) throws {
    for (kind, rows) in [
      (.ratio, [(1, nil)]), (.ratio, [(1e6, 1e-6...1e9)]), (.amount, [(-3, -9 ... -1), (4, nil)]),
      (.amount, [(0, 0...0)]), (.logarithmic, [(5, 0.1...5000)]),
    ] as [(ValueAxis.Kind, [(Double?, ClosedRange<Double>?)])] {
      let references = [Reference(1, label: ChartText("a reference with a good many words in it"))]
      expectMarksInside(try #require(chart(rows, kind: kind, references: references).plot(size)))
    }
  }
}
