import PeilAnalysis

/// Says the sentences of a report again with what may be told.
///
/// A sentence `m7.refuted` becomes `proposal.m7.refuted` where the translations have one; a place of that one for
/// which the report had nothing is the figure of its name: `m7.work-share`. A sentence that would need a
/// figure that is not told is left out.
struct Retelling {
  let ledger: ToldLedger
  /// Of a sentence of the translations; `nil` when there is no such sentence.
  let places: (String) -> [String]?

  /// - Parameter mayHoldBands: Whether "30–100 posts" can stand in it; a headline or a step needs a number or none.
  func statement(_ statement: Statement, mayHoldBands: Bool = true) -> Statement? {
    var retold = statement
    let own = "proposal.\(statement.phrase)"
    if let wanted = places(own) {
      retold.phrase = own
      for place in wanted where retold.arguments[place] == nil {
        let key = FigureKey("\(statement.phrase.prefix { $0 != "." }).\(place)")
        if ledger.isTold(key) { retold.arguments[place] = .figure(key) }
      }
    }
    guard let places = places(retold.phrase) else { return nil }
    var arguments: [String: Statement.Argument] = [:]
    for place in places {
      guard let argument = retold.arguments[place].flatMap({ self.argument($0, mayHoldBands) })
      else { return nil }
      arguments[place] = argument
    }
    retold.arguments = arguments
    return retold
  }

  func argument(_ argument: Statement.Argument, _ mayHoldBands: Bool = true) -> Statement.Argument?
  {
    switch argument {
    case .figure(let key, _):
      return ledger.isShown(key) && (mayHoldBands || !ledger.isBand(key)) ? argument : nil
    case .phrase, .platform: return argument
    case .statement(let statement):
      return self.statement(statement, mayHoldBands: mayHoldBands).map { .statement($0) }
    case .list(let arguments):
      let told = arguments.compactMap { self.argument($0, mayHoldBands) }
      return told.count == arguments.count ? .list(told) : nil
    }
  }
}
