/// Every figure that a page may show, by key; what is not in here cannot reach a reader.
package struct Ledger: Sendable {
  /// In the order in which they were added, which is the order of the analysis and so always the same.
  package private(set) var figures: [Figure] = []
  private var index: KeyIndex

  package init() { index = KeyIndex() }

  /// - Parameter count: About how many figures it will hold, so that it seldom has to grow.
  init(reserving count: Int) {
    figures.reserveCapacity(count)
    index = KeyIndex(reserving: count)
  }

  /// Adds a figure and gives back its key, to put into a sentence or a chart.
  ///
  /// - Precondition: No figure has this key yet: two values under one name would be our own mistake.
  @discardableResult
  package mutating func add(_ figure: consuming Figure) -> FigureKey {
    let key = figure.key
    precondition(figure.isFinite, "\(key.text) is not a number")
    figures.append(figure)
    let isNew = index.insert(key, ofLast: figures)
    precondition(isNew, "two figures are called \(key.text)")
    return key
  }

  /// Adds a figure unless one has this key already; for constants and names that several parts use.
  @discardableResult
  package mutating func addOnce(_ figure: Figure) -> FigureKey {
    index.place(of: figure.key, among: figures) == nil ? add(figure) : figure.key
  }

  package subscript(key: FigureKey) -> Figure? {
    index.place(of: key, among: figures).map { figures[$0] }
  }

  /// The number of a known figure, for drawing and comparing.
  package func number(_ key: FigureKey) -> Double? {
    index.place(of: key, among: figures).flatMap { figures[$0].measurement.known?.number }
  }
}

extension Ledger: Equatable {
  package static func == (a: Ledger, b: Ledger) -> Bool { a.figures == b.figures }
}

extension Figure {
  fileprivate var isFinite: Bool {
    (measurement.known?.number ?? 0).isFinite
      && (interval.map { $0.low.isFinite && $0.high.isFinite } ?? true)
  }
}
