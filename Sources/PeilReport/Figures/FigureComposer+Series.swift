import Calendars
import Charts
import PeilAnalysis
import PeilModel

// Charts over time: T1 and T12 of the catalogue, and T3.
extension FigureComposer {
  /// Lines below each other on one time axis, never two axes in one frame.
  func lines(_ panels: [Exhibit.Panel]) -> Drawing? {
    guard let first = panels.first, !first.points.isEmpty else { return nil }
    let positions = weeks(first.points.map(\.time))
    let chart = SmallMultiples(
      positions: positions,
      panels: panels.enumerated().map { index, panel in
        SmallMultiples.Panel(
          text(panel.title), tone: .series(index + 1), marker: .ofSlot(index + 1),
          values: panel.points.map { datum($0.value) },
          readouts: panel.points.count <= Self.mostReadouts ? panel.points.map { readout($0) } : [],
          axis: axis(like: knownKey(panel)))
      }, axis: axis(like: nil), isStacked: true)
    let heads =
      [column("week", isNumeric: false)]
      + panels.map { TableView.Column(text: writer.sentence($0.title), isNumeric: true) }
    let rows = first.points.indices.map { row in
      TableView.Row(
        header: header(time: first.points[row].time),
        cells: panels.enumerated().map { cell($1.points[row].value, under: heads[$0 + 1]) })
    }
    return Drawing(
      plot: { chart.plot($0) }, description: describe(panels),
      table: TableView(caption: SentenceView(text: ""), columns: heads, rows: rows))
  }

  /// Beyond this many positions the hit areas would outweigh the chart; the table has every value.
  private static let mostReadouts = 26

  /// A unit for the axis: that of the first value that is known.
  private func knownKey(_ panel: Exhibit.Panel) -> FigureKey? {
    panel.points.map(\.value).first { findings.ledger.number($0) != nil }
  }

  private func readout(_ point: Exhibit.Point) -> ChartText {
    let time = writer.figure(point.time)
    let value = writer.figure(point.value)
    return ChartText("\(time.text): \(value.text)", keys: [time.key, value.key])
  }

  /// Weeks with their month under the first of each.
  private func weeks(_ times: [FigureKey]) -> [TimePosition] {
    times.map { key in
      switch findings.ledger[key]?.measurement.known {
      case .day(let day):
        TimePosition(
          String(day.dayOfMonth), group: writer.locale.shortMonthName(day.monthOfYear))
      case .coarse(.week(let week)):
        TimePosition(String(week), group: writer.word("columns.week"))
      default: TimePosition(writer.figure(key).text)
      }
    }
  }

  private func describe(_ panels: [Exhibit.Panel]) -> SentenceView {
    guard let points = panels.first?.points, let first = points.first, let last = points.last else {
      return SentenceView(text: "")
    }
    var statements = [
      Statement(
        "descriptions.lines-panels",
        ["first": .figure(first.time), "last": .figure(last.time)])
    ]
    for panel in panels {
      let known = panel.points.compactMap { point in
        findings.ledger.number(point.value).map { (point.value, $0) }
      }
      guard let start = known.first, let end = known.last,
        let lowest = known.min(by: { $0.1 < $1.1 }), let highest = known.max(by: { $0.1 < $1.1 })
      else { continue }
      statements.append(
        Statement(
          "descriptions.lines-panel",
          [
            "measure": .statement(panel.title), "start": .figure(start.0), "end": .figure(end.0),
            "lowest": .figure(lowest.0), "highest": .figure(highest.0),
          ]))
    }
    return writer.joined(statements + [Statement("descriptions.table-below")])
  }

  // MARK: - Stacks

  func stacked(_ stacks: [Exhibit.Stack], count: FigureKey) -> Drawing? {
    guard let first = stacks.first, let last = stacks.last else { return nil }
    let isSingle = first.parts.count == 1
    let chart = StackedBars(
      positions: stacks.map { months($0.label) },
      parts: first.parts.enumerated().map { index, part in
        StackedBars.Part(
          text(.phrase("parts.\(part.name)")), tone: .series(index + 1),
          hatch: part.name == "paid" || part.name == "advertising" ? .paid : nil)
      },
      stacks: stacks.map { stack in
        StackedBars.Stack(
          values: stack.parts.map { datum($0.value) },
          total: total(stack.whole), readout: isSingle ? sum(stack) : readout(stack))
      }, axis: axis(like: first.whole))
    // A phone has one line to read and no room above a bar: the total, under the finger.
    var phone = chart
    for (index, stack) in stacks.enumerated() {
      phone.stacks[index].total = nil
      phone.stacks[index].readout = sum(stack)
    }
    let heads =
      [column("month", isNumeric: false)]
      + first.parts.map { column($0.name == "hours" ? "work" : $0.name) }
      + (isSingle ? [] : [column("total")])
    let rows = stacks.map { stack in
      TableView.Row(
        header: stackHeader(stack),
        cells: zip(
          stack.parts.map(\.value) + (isSingle ? [] : [stack.total]), heads.dropFirst()
        ).map { cell($0, under: $1) })
    }
    return Drawing(
      plot: { [phone] size in (size == .wide ? chart : phone).plot(size) },
      description: writer.joined([
        Statement(
          isSingle ? "descriptions.columns" : "descriptions.stacks",
          [
            "bars": .statement(noun("bar", stacks.count, count)), "first": first.label,
            "last": last.label,
            "parts": .list(first.parts.map { .phrase("parts.\($0.name)") }),
            "start": .figure(first.whole), "end": .figure(last.whole),
          ]), Statement("descriptions.table-below"),
      ]),
      table: TableView(caption: SentenceView(text: ""), columns: heads, rows: rows))
  }

  private func total(_ key: FigureKey) -> ChartText? {
    guard writer.isKnown(key) else { return nil }
    let value = writer.figure(key, .compact)
    return ChartText(value.text, keys: [value.key])
  }

  private func readout(_ stack: Exhibit.Stack) -> ChartText? {
    guard writer.isKnown(stack.total) else { return nil }
    let label = text(stack.label)
    var text = "\(label.text):"
    var keys = label.keys
    for part in stack.parts {
      let value = writer.figure(part.value)
      text += " \(writer.word("parts.\(part.name)")) \(value.text),"
      keys.append(value.key)
    }
    return ChartText(String(text.dropLast()), keys: keys)
  }

  private func sum(_ stack: Exhibit.Stack) -> ChartText? {
    guard writer.isKnown(stack.total) else { return nil }
    return text(
      Statement("figures.named-value", ["name": stack.label, "value": .figure(stack.whole)]))
  }

  private func stackHeader(_ stack: Exhibit.Stack) -> TableView.Cell {
    guard case .figure(let key, _) = stack.label else { return header(stack.label) }
    return header(time: key)
  }

  private func months(_ label: Statement.Argument) -> TimePosition {
    guard case .figure(let key, _) = label else { return TimePosition(text(label).text) }
    switch findings.ledger[key]?.measurement.known {
    case .month(let month):
      return TimePosition(
        writer.locale.shortMonthName(month.monthOfYear), group: String(month.year))
    case .coarse(.month(let month)):
      return TimePosition(String(month), group: writer.word("columns.month"))
    default: return TimePosition(text(label).text)
    }
  }
}

extension Exhibit.Stack {
  /// Its total; of one part, that part, which is all there is in the table.
  fileprivate var whole: FigureKey { parts.count == 1 ? parts[0].value : total }
}
