import Charts
import FileSystem
import Foundation
import Mustache
import TestSupport
import Testing

@testable import PeilReport

/// What the templates draw of each type of chart, in its edge cases: `Golden/line-chart.svg.txt` and so on.
///
/// `PEIL_UPDATE_GOLDEN=1` writes them anew and still fails; look at the drawings before they are committed.
@Suite struct GoldenChartTests {
  /// Values and names that a chart must bear.
  private static let cases: [(name: String, values: [Double?], names: [String])] = [
    ("usual", [12, 7, 31, 18, 24, 9, 15, 28], names(8)),
    ("one point", [5], names(1)),
    ("all equal", [7, 7, 7, 7, 7, 7, 7, 7], names(8)),
    ("all zero", [0, 0, 0, 0, 0, 0, 0, 0], names(8)),
    ("negative", [-3, 2, -8, 4, 5, -1, 0, 3], names(8)),
    ("gaps", [nil, 4, nil, nil, 5, 6, nil, 7], names(8)),
    ("huge", [1.2e12, 3.4e12, 2.2e12, 9.9e12, 4e12, 5e12, 1e12, 2e12], names(8)),
    ("tiny", [1.5e-7, 2.5e-7, 9e-8, 3e-7, 1e-7, 2e-7, 4e-7, 2e-7], names(8)),
    ("13 platforms", (1...13).map { Double($0 * 7 % 13 + 1) }, names(13)),
    (
      "long names", [12, 7, 31],
      [
        "A platform whose name is longer than any column would like it to be",
        "Donaudampfschifffahrtsgesellschaftskapitän", "<b>\"&\" مرحبا</b>",
      ]
    ),
  ]

  private static func names(_ count: Int) -> [String] { (1...count).map { "Name \($0)" } }

  private typealias Drawing = @Sendable (Plot.Size) -> Plot?
  private static let axis = ValueAxis(.amount, label: { "\($0)" })

  private static let charts: [String: @Sendable ([Double?], [String]) -> Drawing] = [
    "bullet-graph": { values, names in
      let data = data(values)
      return { size in
        BulletGraph(
          name: text(names.first), value: data.first ?? nil, target: data.last ?? nil,
          comparison: data.count > 2 ? data[1] : nil, axis: axis
        ).plot(size)
      }
    },
    "dumbbell": { values, names in
      let data = data(values)
      return { size in
        Dumbbell(
          rows: names.indices.map { index in
            .init(
              text(names[index]), start: data[index], end: data[data.count - 1 - index],
              tone: .series(index + 1), marker: .ofSlot(index + 1))
          }, startName: text("Work"), endName: text("Result"), axis: axis
        ).plot(size)
      }
    },
    "heatmap": { values, names in
      { size in
        Heatmap(
          columns: values.indices.map { TimePosition("\($0)") },
          rows: names.prefix(3).map { .init(text($0), values: data(values)) }
        ).plot(size)
      }
    },
    "interval-dots": { values, names in
      let data = data(values)
      return { size in
        IntervalDots(
          rows: names.indices.map { index in
            let value = values[index] ?? 0
            return .init(
              text(names[index]), estimate: data[index],
              interval: (value - abs(value) / 2)...(value + abs(value) / 2),
              label: text("1 (0 to 2)"),
              tone: .series(index + 1), marker: .ofSlot(index + 1))
          }, references: [Reference(1, label: text("no difference"))], axis: axis
        ).plot(size)
      }
    },
    "line-chart": { values, names in
      { size in
        LineChart(
          positions: positions(values),
          series: [
            .init(text(names.first), tone: .series(1), values: data(values)),
            .init(
              text(names.last), tone: .series(2), marker: .square,
              values: data(values.reversed(), "b")),
          ], axis: axis
        ).plot(size)
      }
    },
    "lorenz-curve": { values, names in
      let known = values.compactMap { $0 }.filter { $0 >= 0 }.sorted(by: >)
      let sum = known.reduce(0, +)
      let points = known.indices.map { index in
        (
          things: Double(index + 1) / Double(known.count),
          sum: known[...index].reduce(0, +) / (sum == 0 ? 1 : sum)
        )
      }
      return { size in
        LorenzCurve(
          points: points, marked: points.first, label: text("20 % of posts"),
          axis: ValueAxis(.share(whole: 1), label: { "\($0)" }), xName: text(names.first),
          yName: text(names.last)
        ).plot(size)
      }
    },
    "ranked-bars": { values, names in
      let data = data(values)
      return { size in
        RankedBars(
          rows: names.indices.map {
            .init(text(names[$0]), value: data[$0], tone: .series($0 + 1))
          }, axis: axis
        ).plot(size)
      }
    },
    "scatter": { values, names in
      { size in
        Scatter(
          items: values.indices.compactMap { index in
            values[index].map {
              .init(
                x: Double(index), y: $0, tone: .series(1),
                name: index < 2 ? text(names[index]) : nil)
            }
          }, xAxis: axis, yAxis: axis, xName: text("across"), yName: text("up"),
          note: text("relation 0.3 (0.1 to 0.5)")
        ).plot(size)
      }
    },
    "small-multiples": { values, names in
      { size in
        SmallMultiples(
          positions: positions(values),
          panels: names.prefix(3).enumerated().map { index, name in
            .init(
              text(name), tone: .series(index + 1), marker: .ofSlot(index + 1),
              values: data(values, "p\(index)."))
          }, axis: axis, showsOthers: true
        ).plot(size)
      }
    },
    "stacked-bars": { values, names in
      { size in
        StackedBars(
          positions: positions(values),
          parts: [
            .init(text(names.first), tone: .series(1)),
            .init(text(names.last), tone: .series(2), hatch: .paid),
          ],
          stacks: zip(data(values), data(values.reversed(), "b")).map { .init(values: [$0, $1]) },
          axis: axis
        ).plot(size)
      }
    },
    "step-rates": { values, names in
      let data = data(values.map { $0.map { min(max($0 / 40, 0), 1) } })
      return { size in
        StepRates(
          steps: names.indices.map { .init(text(names[$0]), rate: data[$0]) }, axis: axis
        ).plot(size)
      }
    },
    "strip-plot": { values, names in
      { size in
        StripPlot(
          groups: names.prefix(3).map { name in
            let known = values.compactMap { $0 }.sorted()
            return .init(
              text(name), values: known,
              median: known.isEmpty ? nil : Datum(known[known.count / 2], key: "m", text: ""),
              label: text("7 (3 to 9)"), named: [.init(0, label: text("Reel"))])
          }, axis: axis
        ).plot(size)
      }
    },
    "survival-curve": { values, names in
      let times = values.compactMap { $0 }.filter { $0 >= 0 }.sorted()
      let steps = times.indices.map {
        (time: times[$0], remaining: 1 - Double($0 + 1) / Double(times.count))
      }
      return { size in
        SurvivalCurve(
          series: [.init(text(names.first), tone: .series(1), steps: steps, censored: [2, 30])],
          timeTexts: { $0.map { "\($0)" } },
          axis: ValueAxis(.share(whole: 1), label: { "\($0)" }), timeName: text(names.last)
        ).plot(size)
      }
    },
    // One drawing whatever the size.
    "sparkline": { values, _ in { $0 == .narrow ? Sparkline(values: data(values)).plot() : nil } },
    "icon-history": { values, _ in
      { size in
        size == .narrow
          ? IconHistory(
            shapes: values.map {
              $0.map { $0 < 5 ? .crossedCircle : $0 < 10 ? .halfDiamond : .tickedSquare } ?? .blank
            }
          ).plot() : nil
      }
    },
  ]

  private static func data(_ values: [Double?], _ prefix: String = "k") -> [Datum?] {
    values.enumerated().map { index, value in
      value.map { Datum($0, key: "\(prefix)\(index)", text: "\($0)") }
    }
  }

  private static func positions(_ values: [Double?]) -> [TimePosition] {
    values.indices.map { TimePosition("\($0 + 1)", group: $0 < 4 ? "2025" : "2026") }
  }

  private static func text(_ text: String?) -> ChartText { ChartText(text ?? "") }

  @Test(arguments: charts.keys.sorted())
  func `is drawn as it was`(_ type: String) throws {
    let folder = Folder(Project.templates)
    let template = try ThemeFiles([folder]).template(
      "charts/plot.mustache", shape: PlotView.view.shape, mode: .html(dialect: true))
    let chart = try #require(Self.charts[type])
    var drawn = ""
    for (name, values, names) in Self.cases {
      // The narrow one is harder; the wide one shows its own layout in two of the cases.
      for size in ["usual", "long names"].contains(name) ? Plot.Size.allCases : [.narrow] {
        drawn += "<!-- \(name), \(size.rawValue) -->\n"
        guard let plot = chart(values, names)(size) else {
          drawn += "nothing\n"
          continue
        }
        let view = PlotView(
          id: "c-m1-1-\(size.rawValue)", chart: "c-m1-1", labelledBy: "f",
          description: SentenceView(text: name), plot: plot)
        drawn += String(decoding: try template.rendered(PlotView.view.packed(view)), as: UTF8.self)
      }
    }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(type).svg.txt")
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["PEIL_UPDATE_GOLDEN"] != nil, drawn != expected {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try drawn.write(to: file, atomically: true, encoding: .utf8)
    }
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    let pairs = zip(lines(drawn), lines(expected ?? "")).enumerated()
    let difference = pairs.first { $1.0 != $1.1 }
    #expect(
      drawn == expected,
      "line \((difference?.offset ?? 0) + 1): \(difference.map { "\($1.0) and not \($1.1)" } ?? "the length")"
    )
  }
}
