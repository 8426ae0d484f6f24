package import Calendars
package import PeilModel

/// What a report said of its month when it was delivered, and what it said it from.
package struct DeliveredMonth: Equatable, Sendable {
  package var month: Month
  package var verdicts: [Belief: Verdict.Kind]
  package var results: [Result]
  /// What the verdicts rested on, of those beliefs that could be measured.
  package var measures: [Belief: Measure]
  /// Every export that the report was made from.
  package var exports: Set<Export>

  package init(
    month: Month, verdicts: [Belief: Verdict.Kind], results: [Result],
    measures: [Belief: Measure], exports: Set<Export>
  ) {
    self.month = month
    self.verdicts = verdicts
    self.results = results
    self.measures = measures
    self.exports = exports
  }

  /// The main figure of a section as it was delivered.
  package struct Measure: Equatable, Sendable {
    /// What it is a value of: a belief can have a second measure, for when the first has too little data.
    package var definition: Definition
    /// In the unit of the definition.
    package var value: Double
    /// The exports that it was computed from; empty where only all of them are known.
    package var exports: Set<Export>

    package init(_ definition: Definition, value: Double, exports: Set<Export> = []) {
      self.definition = definition
      self.value = value
      self.exports = exports
    }
  }

  /// A key result as it was delivered.
  package struct Result: Equatable, Sendable {
    package var result: KeyResult
    /// In the unit of the result; `nil` when it was unknown.
    package var value: Double?
    /// The exports that it was computed from.
    package var exports: Set<Export>

    package init(_ result: KeyResult, value: Double?, exports: Set<Export>) {
      self.result = result
      self.value = value
      self.exports = exports
    }
  }

  /// An export as it was then.
  package struct Export: Hashable, Sendable {
    /// In lower-case hexadecimal.
    package var sha256: String
    package var asOf: Day?

    package init(sha256: String, asOf: Day?) {
      self.sha256 = sha256
      self.asOf = asOf
    }
  }
}

extension DeliveredMonth.Export {
  package init(_ file: SourceFile) {
    self.init(sha256: file.sha256, asOf: file.asOf)
  }
}
