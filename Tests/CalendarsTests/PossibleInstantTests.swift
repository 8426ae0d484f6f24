import Calendars
import Testing

@Suite struct PossibleInstantTests {
  @Test(arguments: [nil, 0, -1, 1_790_000_000, .max, .min + 1] as [Int?])
  func `gives back what was put in`(seconds: Int?) {
    let instant = seconds.map { Instant(secondsSince1970: $0) }
    #expect(PossibleInstant(instant).instant == instant)
  }

  @Test func `takes no more room than a moment`() {
    #expect(MemoryLayout<PossibleInstant>.size == MemoryLayout<Instant>.size)
  }
}
