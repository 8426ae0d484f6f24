import PeilAnalysis

/// The ledger of a sales copy in the making: what may be told of the figures of the real one.
struct ToldLedger {
  private let real: Ledger
  private var told: [FigureKey: Figure]
  /// Keys of constants that the rules themselves need.
  private var constants: [FigureKey] = []

  /// Begins with every figure that may be told by itself.
  init(of real: Ledger, _ months: MonthNumbers) {
    self.real = real
    told = Dictionary(
      uniqueKeysWithValues: real.figures.compactMap { figure in
        figure.told(months).map { (figure.key, $0) }
      })
  }

  /// The number of a figure as it really is.
  func number(_ key: FigureKey) -> Double? { real.number(key) }

  func quantity(_ key: FigureKey) -> Quantity? { real[key]?.measurement.known }

  func isCount(_ key: FigureKey) -> Bool {
    guard case .count? = quantity(key) else { return false }
    return true
  }

  func isTold(_ key: FigureKey) -> Bool { told[key] != nil }

  /// Whether a figure that is known really is shown so.
  func isShown(_ key: FigureKey) -> Bool {
    guard let figure = told[Self.base(of: key, in: told)] else { return false }
    return figure.measurement.known != nil || quantity(figure.key) == nil
  }

  func isBand(_ key: FigureKey) -> Bool {
    guard case .coarse(.band)? = told[key]?.measurement.known else { return false }
    return true
  }

  /// Tells a figure in another form; its interval too, in the same.
  mutating func tell(_ key: FigureKey, _ coarse: (Double) -> Coarse) {
    guard let figure = real[key] else { return }
    guard let number = figure.measurement.known?.number else {
      told[key] = Figure(key, figure.measurement, definition: figure.definition)
      return
    }
    let interval = figure.interval.map { interval in
      Figure.Interval(
        low: coarse(interval.low).number ?? 0, high: coarse(interval.high).number ?? 0,
        level: interval.level)
    }
    told[key] = Figure(
      key, .known(.coarse(coarse(number))), definition: figure.definition, interval: interval)
  }

  /// Tells what is no number: a week of a series.
  mutating func tell(_ key: FigureKey, as coarse: Coarse) {
    guard let figure = real[key] else { return }
    told[key] = Figure(key, .known(.coarse(coarse)), definition: figure.definition)
  }

  /// Tells that there is a figure and that it is not shown.
  mutating func hide(_ key: FigureKey) {
    guard let figure = real[key] else { return }
    told[key] = Figure(key, .unknown(.belowThreshold), definition: figure.definition)
  }

  mutating func withhold(_ key: FigureKey) { told[key] = nil }

  /// A number of the rules or of what is shown in place of the real one.
  mutating func add(_ key: FigureKey, _ quantity: Quantity) {
    if real[key] == nil, told[key] == nil { constants.append(key) }
    told[key] = Figure(key, .known(quantity), definition: real[key]?.definition ?? .constant)
  }

  /// In the order of the real one.
  func finish() -> Ledger {
    var ledger = Ledger()
    for key in real.figures.map(\.key) + constants {
      if let figure = told[key] { ledger.add(figure) }
    }
    return ledger
  }

  /// The figure whose limit a key is.
  private static func base(of key: FigureKey, in told: [FigureKey: Figure]) -> FigureKey {
    guard told[key] == nil, let dot = key.text.lastIndex(of: "."),
      ["low", "high"].contains(key.text[key.text.index(after: dot)...])
    else { return key }
    return FigureKey(String(key.text[..<dot]))
  }
}
