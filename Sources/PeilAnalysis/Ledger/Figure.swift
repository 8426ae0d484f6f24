package import Calendars
package import PeilModel

/// A figure that a page may show, with everything it rests on.
package struct Figure: Equatable, Sendable {
  package var key: FigureKey
  package var measurement: Measurement
  package var interval: Interval?
  package var sampleSize: SampleSize?
  /// The days that the figure is about.
  package var days: ClosedRange<Day>?
  /// What it is a value of.
  package var definition: Definition
  package var sources: [SourceExtent]

  package init(
    _ key: FigureKey, _ measurement: Measurement, definition: Definition, interval: Interval? = nil,
    sampleSize: SampleSize? = nil, days: ClosedRange<Day>? = nil, sources: [SourceExtent] = []
  ) {
    self.key = key
    self.measurement = measurement
    self.interval = interval
    self.sampleSize = sampleSize
    self.days = days
    self.definition = definition
    self.sources = sources
  }

  /// Known, or unknown for a stated reason. There is no third: an unknown is never drawn as zero.
  package enum Measurement: Equatable, Sendable {
    case known(Quantity)
    case unknown(Absence)

    package var known: Quantity? {
      guard case .known(let quantity) = self else { return nil }
      return quantity
    }
  }

  /// Limits in the unit of the figure.
  package struct Interval: Equatable, Sendable {
    package var low: Double
    package var high: Double
    /// As a fraction, mostly 0.95.
    package var level: Double

    package init(low: Double, high: Double, level: Double) {
      self.low = low
      self.high = high
      self.level = level
    }
  }

  package struct SampleSize: Equatable, Sendable {
    package var count: Int
    package var noun: Quantity.Noun

    package init(_ count: Int, _ noun: Quantity.Noun) {
      self.count = count
      self.noun = noun
    }
  }
}

/// Why a figure is unknown.
package enum Absence: String, CaseIterable, Hashable, Sendable {
  /// The platform does not measure it.
  case notOffered = "not-offered"
  /// The input that would hold it is not in the client's folder.
  case notConnected = "not-connected"
  /// Exports hold some of its days and not all.
  case incomplete
  /// There is too little of it to say.
  case belowThreshold = "below-threshold"
  /// It begins later, or needs an earlier month that is not there.
  case notYet = "not-yet"
  /// It was measured once and is no more.
  case discontinued
}

/// The part of a file that a figure was computed from.
package struct SourceExtent: Hashable, Sendable {
  package var file: SourceFile.ID
  /// The first and the last line that were used, counted from 1.
  package var lines: ClosedRange<Int>
  /// How many records between them were used.
  package var records: Int
}

extension SourceExtent {
  /// A single record.
  init(_ record: SourceRecord) {
    self.init(file: record.file, lines: record.line...record.line, records: 1)
  }

  /// One extent a file, in the order of the files.
  package static func covering(_ records: some Sequence<SourceRecord>) -> [SourceExtent] {
    var extents: [SourceExtent] = []
    // Records of one file mostly come one after another.
    var iterator = records.makeIterator()
    guard let first = iterator.next() else { return [] }
    var run = Run(first)
    while let record = iterator.next() {
      if record.fileNumber == run.first.fileNumber {
        run.take(record)
      } else {
        extents.add(run.extent)
        run = Run(record)
      }
    }
    extents.add(run.extent)
    return extents.count > 1 ? extents.sorted { $0.file < $1.file } : extents
  }

  /// Records of one file. A figure may rest on thousands, so they are looked at as they are kept.
  private struct Run {
    let first: SourceRecord
    private var lowest: UInt32
    private var highest: UInt32
    private var records = 1

    init(_ first: SourceRecord) {
      self.first = first
      lowest = first.lineNumber
      highest = first.lineNumber
    }

    mutating func take(_ record: SourceRecord) {
      lowest = min(lowest, record.lineNumber)
      highest = max(highest, record.lineNumber)
      records += 1
    }

    var extent: SourceExtent {
      SourceExtent(file: first.file, lines: Int(lowest)...Int(highest), records: records)
    }
  }
}

extension [SourceExtent] {
  fileprivate mutating func add(_ extent: SourceExtent) {
    if let known = firstIndex(where: { $0.file == extent.file }) {
      self[known].add(extent)
    } else {
      append(extent)
    }
  }
}

extension SourceExtent {
  /// - Parameter extent: Of the same file.
  fileprivate mutating func add(_ extent: SourceExtent) {
    let (a, b) = (lines, extent.lines)
    lines = min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    records += extent.records
  }
}
