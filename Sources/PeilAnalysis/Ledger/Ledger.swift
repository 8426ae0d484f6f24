/// Every figure that a page may show, by key; what is not in here cannot reach a reader.
package struct Ledger: Equatable, Sendable {
  /// In the order in which they were added, which is the order of the analysis and so always the same.
  package private(set) var figures: [Figure] = []
  private var indices: [FigureKey: Int] = [:]

  package init() {}

  /// - Parameter count: About how many figures it will hold, so that it seldom has to grow.
  init(reserving count: Int) {
    figures.reserveCapacity(count)
    indices.reserveCapacity(count)
  }

  /// Adds a figure and gives back its key, to put into a sentence or a chart.
  ///
  /// - Precondition: No figure has this key yet: two values under one name would be our own mistake.
  @discardableResult
  package mutating func add(_ figure: Figure) -> FigureKey {
    let before = indices.updateValue(figures.count, forKey: figure.key)
    precondition(before == nil, "two figures are called \(figure.key.text)")
    precondition(figure.isFinite, "\(figure.key.text) is not a number")
    figures.append(figure)
    return figure.key
  }

  /// Adds a figure unless one has this key already; for constants and names that several parts use.
  @discardableResult
  package mutating func addOnce(_ figure: Figure) -> FigureKey {
    indices[figure.key] == nil ? add(figure) : figure.key
  }

  package subscript(key: FigureKey) -> Figure? {
    indices[key].map { figures[$0] }
  }

  /// The number of a known figure, for drawing and comparing.
  package func number(_ key: FigureKey) -> Double? {
    self[key]?.measurement.known?.number
  }
}

extension Figure {
  fileprivate var isFinite: Bool {
    (measurement.known?.number ?? 0).isFinite
      && (interval.map { $0.low.isFinite && $0.high.isFinite } ?? true)
  }
}
