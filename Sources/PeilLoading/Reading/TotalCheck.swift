import CSV
import PeilModel

/// Adds up the records of a table beside the total that the platform wrote.
struct TotalCheck {
  private let fields: [Field]
  private let facts: TableFacts
  private var sums: [Double]
  private var totals: [Double?]

  init(_ fields: [Field], facts: TableFacts) {
    self.fields = fields.filter { facts.columns[$0] != nil }
    self.facts = facts
    sums = self.fields.map { _ in 0 }
    totals = self.fields.map { _ in nil }
  }

  var isNeeded: Bool { !fields.isEmpty }

  mutating func add(_ record: Record) {
    for (index, field) in fields.enumerated() { sums[index] += number(field, of: record) ?? 0 }
  }

  /// Of several totals the first counts: the others are of parts.
  mutating func compare(with record: Record) {
    for (index, field) in fields.enumerated() where totals[index] == nil {
      totals[index] = number(field, of: record)
    }
  }

  /// Totals that the records do not add up to, beyond what rounding explains.
  var differences: [SourceFile.Difference] {
    fields.indices.compactMap { index in
      guard let total = totals[index], abs(total - sums[index]) > 0.005 * max(1, abs(total) / 1000)
      else { return nil }
      return SourceFile.Difference(fields[index].name, total: total, sum: sums[index])
    }
  }

  private func number(_ field: Field, of record: Record) -> Double? {
    guard let column = facts.columns[field], column < record.count else { return nil }
    return record.withBytes(at: column) { bytes in
      bytes.withUnsafeBufferPointer { facts.numbers.number($0) }
    }
  }
}
