import Calendars
import PeilModel

/// Something that can be measured over some days, always by the same formula.
protocol Metric {
  static var definition: Definition { get }

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement

  /// The records that a measurement which is known was computed from.
  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent]
}

extension Metric {
  /// Both at once.
  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    let measurement = measurement(dataset, over: days)
    return Measured(
      measurement: measurement,
      sources: measurement.known == nil ? [] : sources(dataset, over: days))
  }
}

/// What a metric came to, and the records it was computed from.
struct Measured: Equatable {
  var measurement: Figure.Measurement
  var sources: [SourceExtent]

  static func unknown(_ absence: Absence) -> Measured {
    Measured(measurement: .unknown(absence), sources: [])
  }

  static func known(_ quantity: Quantity, from records: some Sequence<SourceRecord>) -> Measured {
    Measured(measurement: .known(quantity), sources: SourceExtent.covering(records))
  }
}
