import PeilAnalysis

/// Cells that are not shown because few posts or conversations stand behind them.
enum SmallCells {
  static let fewestPosts = 5
  static let fewestConversations = 10

  /// A smaller number of these is not shown.
  static func fewest(of noun: Quantity.Noun) -> Int {
    switch noun {
    case .post: fewestPosts
    case .conversation, .message: fewestConversations
    default: 0
    }
  }

  /// The cells not to show when their total is known: the small ones, and where that is a single one the smallest
  /// of the others too, as what is left of the total would tell it.
  ///
  /// - Returns: Indices of the counts.
  static func hidden(among counts: [Double], fewest: Int) -> Set<Int> {
    var hidden = Set(counts.indices.filter { counts[$0] < Double(fewest) })
    if hidden.count == 1,
      let next = counts.indices.filter({ !hidden.contains($0) }).min(by: { counts[$0] < counts[$1] }
      )
    {
      hidden.insert(next)
    }
    return hidden
  }
}
