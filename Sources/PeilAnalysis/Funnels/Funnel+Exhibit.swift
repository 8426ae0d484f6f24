import PeilModel

extension [SectionFinding] {
  /// Shows how much of each step goes on to the next, in the section on traffic.
  ///
  /// The chart stands with the other one of the section; a section that cannot be tested has none.
  mutating func show(_ funnels: [FunnelFinding], into ledger: inout Ledger) {
    guard let place = firstIndex(where: { $0.belief == .trafficIsTheGoal }),
      !self[place].exhibits.isEmpty
    else { return }
    // Being seen comes before visiting.
    let order = funnels.filter { $0.name == "brand" } + funnels.filter { $0.name != "brand" }
    let passages = order.flatMap { $0.passages(ledger) }
    guard passages.count > 1 else { return }
    let code = self[place].belief.code
    let arguments: [String: Statement.Argument] = [
      "period": .figure("period.window"), "weeks": .figure("period.weeks", .counted),
    ]
    func text(_ name: String) -> Statement {
      Statement("figures.\(code).funnel.\(name)", arguments)
    }
    var exhibit = Exhibit(
      name: "funnel", title: text("title"), unit: text("unit"), caption: text("caption"),
      data: .passages(passages))
    let kinds = order.flatMap { $0.sourceKinds(ledger) }
    exhibit.sources = SourceFile.Kind.allCases.filter { kinds.contains($0) }
    if passages.contains(where: { $0.counts == nil }) { exhibit.remarks = [text("per-post")] }
    exhibit.marks = ledger.add(
      Figure(
        FigureKey("\(code).exhibit.funnel.marks"), .known(.count(Double(passages.count), .none)),
        definition: .marks))
    self[place].exhibits.append(exhibit)
  }
}

extension FunnelFinding {
  /// From each step to the next, where the rate and its interval are known.
  private func pairs(_ ledger: Ledger) -> [(before: Step, step: Step, rate: FigureKey)] {
    steps.indices.compactMap { index in
      let step = steps[index]
      // A step that is not told apart is left out, and the next one is held against the one before it.
      let before = steps[..<index].last { ledger.number($0.count) != nil }
      guard let before, let rate = step.rate, ledger[rate]?.interval != nil,
        ledger.number(step.count) != nil
      else { return nil }
      return (before, step, rate)
    }
  }

  /// The kinds of exports that the steps come from.
  fileprivate func sourceKinds(_ ledger: Ledger) -> [SourceFile.Kind] {
    pairs(ledger).flatMap { [$0.before, $0.step] }.flatMap { step -> [SourceFile.Kind] in
      switch step.name {
      case "reach", "interactions": [.posts]
      case "impressions", "clicks": [.posts, .advertising]
      case "conversations": [.conversations]
      default: [.traffic]
      }
    }
  }

  fileprivate func passages(_ ledger: Ledger) -> [Exhibit.Passage] {
    pairs(ledger).map { before, step, rate in
      let isPerPost = ledger[rate]?.sampleSize?.noun == .post
      return Exhibit.Passage(
        label: Statement(
          "funnel-steps.passage",
          [
            "from": .phrase("funnel-steps.\(before.name)"),
            "to": .phrase("funnel-steps.\(step.name)"),
          ]),
        counts: isPerPost ? nil : Exhibit.Passage.Counts(from: before.count, to: step.count),
        rate: rate)
    }
  }
}
