import Calendars
import Testing

@testable import PeilAnalysis

@Suite struct DayIndexTests {
  /// Every stretch of days around the records, against a look at each record.
  @Test(arguments: [[], [3], [0, 0, 1, 2, 5, 5, 9], Array(0..<12), [0, 1, 2, 3, 11], [0, 100]])
  func `finds the records of some days, also where days are missing`(_ numbers: [Int]) {
    let days = numbers.map { Day(daysSince1970: 20_000 + $0) }
    let index = DayIndex(count: days.count) { days[$0] }
    for first in -2...13 {
      for last in first...14 {
        let range = Day(daysSince1970: 20_000 + first)...Day(daysSince1970: 20_000 + last)
        #expect(Array(index.records(in: range)) == days.indices.filter { range.contains(days[$0]) })
      }
    }
  }
}
