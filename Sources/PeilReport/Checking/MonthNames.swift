/// Names of months in one language, to hold the text of a date against its value.
final class MonthNames: @unchecked Sendable {
  // Filled in `init` only.
  private let names: FrozenTable
  /// Of each name, a bit for every month that it may stand for.
  private let months: UnsafeMutablePointer<UInt16>

  init(_ months: [[String]]) {
    var found: [String: UInt16] = [:]
    for (index, names) in months.prefix(12).enumerated() {
      for name in names { found[name.lowercased(), default: 0] |= 1 << index }
    }
    let sorted = found.keys.sorted()
    names = FrozenTable(sorted)
    self.months = .allocate(capacity: max(1, sorted.count))
    for (index, name) in sorted.enumerated() {
      (self.months + index).initialize(to: found[name] ?? 0)
    }
  }

  deinit { months.deallocate() }

  /// The tables alone, for one page; the names must live as long.
  struct View {
    fileprivate let names: ByteTable
    fileprivate let months: UnsafeMutablePointer<UInt16>

    /// - Parameter word: In lower case.
    /// - Returns: Whether the word is the name of a month, and not of this one.
    func isOther(_ word: UnsafeBufferPointer<UInt8>, than month: Int) -> Bool {
      guard let index = names.index(of: word) else { return false }
      return months[index] & (1 << UInt16(month - 1)) == 0
    }
  }

  var view: View { View(names: names.table, months: months) }
}
