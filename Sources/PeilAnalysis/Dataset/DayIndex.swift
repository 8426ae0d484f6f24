import Calendars

/// Where the records of each day stand in a list that is in the order of time.
///
/// Days are looked up among those that have records, so that one wrong date far away costs nothing.
struct DayIndex {
  /// Those that have records, in their order.
  private(set) var days: [Day] = []
  /// Where the records of each begin, and one more where those of the last end.
  private var starts = [0]

  /// - Parameters:
  ///   - count: Of the records.
  ///   - day: Of the record at a place, which is not before that of the one before it.
  @inline(__always)
  init(count: Int, day: (Int) -> Day) {
    self.init()
    var last: Day?
    for place in 0..<count {
      let day = day(place)
      if last != day { begin(day, at: place) }
      last = day
    }
    end(at: count)
  }

  /// Without records as yet.
  init() {}

  /// The record at a place is the first of a day, which is later than those before it.
  mutating func begin(_ day: Day, at place: Int) {
    if place > 0 { starts.append(place) }
    days.append(day)
  }

  /// There are so many records.
  mutating func end(at count: Int) {
    if count > 0 { starts.append(count) }
  }

  /// The places of the records of some days.
  func records(in range: ClosedRange<Day>) -> Range<Int> {
    let places = places(of: range)
    return starts[places.lowerBound]..<starts[places.upperBound]
  }

  /// The places among `days` of those that lie in a range.
  func places(of range: ClosedRange<Day>) -> Range<Int> {
    place(of: range.lowerBound)..<place(of: range.upperBound + 1)
  }

  /// The place among `days` of the first that is not before a day.
  private func place(of day: Day) -> Int {
    guard let first = days.first, day > first else { return 0 }
    // Where every day has records, it is as far from the first as the day.
    return days.partitioningIndex(near: day - first) { $0 >= day }
  }

  /// The places of the records of one of `days`.
  func records(atPlace place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }
}

extension ClosedRange<Day> {
  /// Of each day whether one of some stretches holds it.
  func areHeld(by stretches: [ClosedRange<Day>]) -> [Bool] {
    var areHeld = [Bool](repeating: false, count: count)
    for stretch in stretches where stretch.overlaps(self) {
      let days = stretch.clamped(to: self)
      for day in (days.lowerBound - lowerBound)...(days.upperBound - lowerBound) {
        areHeld[day] = true
      }
    }
    return areHeld
  }
}

extension Array {
  /// The first index whose element is past the division; the elements are sorted by it.
  ///
  /// - Parameter guess: Looked at first.
  @inline(__always)
  func partitioningIndex(near guess: Int, where isPast: (Element) -> Bool) -> Int {
    if 0...count ~= guess, guess == count || isPast(self[guess]),
      guess == 0 || !isPast(self[guess - 1])
    {
      return guess
    }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
