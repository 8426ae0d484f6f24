import PeilAnalysis

// Charts and their tables: counts and amounts over time as an index, counts side by side as shares of their sum.
extension Anonymiser {
  /// - Parameter remarks: Gets why a chart is left out.
  /// - Returns: `nil` for a chart of which nothing can be shown.
  mutating func exhibit(_ exhibit: Exhibit, _ remarks: inout [Statement]) -> Exhibit? {
    var told = exhibit
    var notes: [Statement] = []
    let data: Exhibit.Data? =
      switch exhibit.data {
      case .lines(let panels): lines(panels, &notes)
      case .stacks(let stacks): self.stacks(stacks, &notes)
      case .bars(let rows): bars(rows, &notes)
      case .dumbbells(let pairs): dumbbells(pairs)
      case .intervals(let intervals): self.intervals(intervals)
      // Each thing by itself, or a curve whose steps count them.
      case .strips, .cloud, .rhythm, .waiting, .concentrated, .passages: nil
      }
    let retelling = retelling
    guard let data, let title = retelling.statement(exhibit.title),
      let unit = retelling.statement(exhibit.unit),
      let caption = retelling.statement(exhibit.caption)
    else {
      let remark = Statement("proposal.chart-left-out")
      if !remarks.contains(remark) { remarks.append(remark) }
      return nil
    }
    (told.data, told.title, told.unit, told.caption) = (data, title, unit, caption)
    told.gaps = exhibit.gaps.filter { retelling.argument(.figure($0.days)) != nil }
    told.remarks = exhibit.remarks.compactMap { retelling.statement($0) } + notes
    // The table of all posts is not there.
    told.lookup = nil
    ledger.add(exhibit.marks, .count(Double(data.markCount), .none))
    return told
  }

  // MARK: - Over time

  private mutating func lines(
    _ panels: [Exhibit.Panel], _ notes: inout [Statement]
  ) -> Exhibit.Data? {
    for (number, point) in (panels.first?.points ?? []).enumerated() {
      ledger.tell(point.time, as: .week(number + 1))
    }
    var shown: [Exhibit.Panel] = []
    for panel in panels {
      let values = panel.points.map { ledger.number($0.value) }
      guard let index = SeriesIndex(ofCounts: values) else {
        notes.append(Statement("proposal.series-left-out", ["measure": .statement(panel.title)]))
        continue
      }
      for point in panel.points { ledger.tell(point.value) { .index(index.points($0)) } }
      shown.append(Exhibit.Panel(title: panel.title, points: panel.points))
    }
    guard !shown.isEmpty else { return nil }
    notes.insert(
      Statement("proposal.index-of-weeks", ["base": .figure(Self.indexBase)]), at: 0)
    return .lines(shown)
  }

  private mutating func stacks(
    _ stacks: [Exhibit.Stack], _ notes: inout [Statement]
  ) -> Exhibit.Data? {
    let shown = stacks.filter { retelling.argument($0.label) != nil }
    let totals = shown.map { ledger.number($0.total) }
    let isMoney = stacks.contains { stack in
      guard case .money? = ledger.quantity(stack.total) else { return false }
      return true
    }
    guard let index = isMoney ? SeriesIndex(ofAmounts: totals) : SeriesIndex(ofCounts: totals),
      let first = zip(shown, totals).first(where: { $1 != nil })?.0
    else { return nil }
    for stack in shown {
      for key in stack.parts.map(\.value) + [stack.total] {
        ledger.tell(key) { .index(index.points($0)) }
      }
    }
    notes.append(
      Statement(
        "proposal.index-of-months", ["month": first.label, "base": .figure(Self.indexBase)]))
    return .stacks(shown)
  }

  // MARK: - Side by side

  private mutating func bars(
    _ rows: [Exhibit.Row], _ notes: inout [Statement]
  ) -> Exhibit.Data? {
    guard rows.allSatisfy({ retelling.argument($0.label) != nil && $0.notes.isEmpty }) else {
      return nil
    }
    guard case .count(_, let noun)? = rows.first.flatMap({ ledger.quantity($0.value) }) else {
      return rows.allSatisfy { ledger.isShown($0.value) } ? .bars(rows) : nil
    }
    let counts = rows.map { ledger.number($0.value) ?? 0 }
    let sum = counts.reduce(0, +)
    let hidden = SmallCells.hidden(among: counts, fewest: SmallCells.fewest(of: noun))
    guard sum > 0, rows.count - hidden.count > 0 else { return nil }
    for (index, row) in rows.enumerated() {
      if hidden.contains(index) {
        ledger.hide(row.value)
      } else if case .coarse(let share)? = Quantity.share(counts[index] / sum).rounded {
        ledger.tell(row.value) { _ in share }
      }
    }
    if !hidden.isEmpty { notes.append(Statement("proposal.cells-left-out")) }
    return .bars(rows)
  }

  private func dumbbells(_ pairs: [Exhibit.Pair]) -> Exhibit.Data? {
    let shown = pairs.filter { ledger.isShown($0.from) && ledger.isShown($0.to) }
    return shown.count == pairs.count && !shown.isEmpty ? .dumbbells(shown) : nil
  }

  private func intervals(_ intervals: Exhibit.Intervals) -> Exhibit.Data? {
    var shown = intervals
    shown.rows = intervals.rows.filter {
      ledger.isShown($0.value) && retelling.argument($0.label) != nil
    }
    return shown.rows.isEmpty ? nil : .intervals(shown)
  }
}
