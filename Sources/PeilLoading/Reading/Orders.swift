import Calendars
import PeilModel

/// What a client's data are sorted by: first a number, then what tells apart those of one number. The record comes
/// last, so that the order of files does not matter.
protocol Ranked {
  /// Rises with what decides first.
  var rank: Int { get }
  /// Of two with the same number, whether this one comes first.
  func precedes(_ other: Self) -> Bool
}

extension Array where Element: Ranked {
  /// Sorts what is not sorted yet, as most files are; what nothing tells apart stays as it came.
  mutating func order() {
    guard !isInOrder else { return }
    let elements = self
    let ranks = indices.map { elements[$0].rank }
    func isBefore(_ a: Int, _ b: Int) -> Bool {
      ranks[a] == ranks[b] ? elements[a].precedes(elements[b]) : ranks[a] < ranks[b]
    }
    // Places are small, and elements move once.
    let places =
      Self.placesNearby(count, by: isBefore)
      ?? indices.sorted { a, b in isBefore(a, b) || a < b && !isBefore(b, a) }
    self = places.map { elements[$0] }
  }

  private var isInOrder: Bool {
    var last = Int.min
    for place in indices {
      let rank = self[place].rank
      if rank < last || rank == last && place > 0 && self[place].precedes(self[place - 1]) {
        return false
      }
      last = rank
    }
    return true
  }

  /// The places of the elements in rising order, where none of them is far from its own: in most files the records of
  /// a day stand together, by platforms in some other order.
  ///
  /// - Returns: `nil` where they are, and a search by halves is quicker.
  private static func placesNearby(_ count: Int, by isBefore: (Int, Int) -> Bool) -> [Int]? {
    var places = [Int](0..<count)
    let isDone = places.withUnsafeMutableBufferPointer { places in
      var stepsLeft = 16 * places.count
      for next in places.indices {
        var place = next
        while place > 0, isBefore(next, places[place - 1]) {
          places[place] = places[place - 1]
          place -= 1
        }
        places[place] = next
        stepsLeft -= next - place
        if stepsLeft < 0 { return false }
      }
      return true
    }
    return isDone ? places : nil
  }
}

// MARK: - What is sorted

extension Post: Ranked {
  /// By time.
  var rank: Int { publishedAt.secondsSince1970 }

  /// Then by platform and id.
  func precedes(_ other: Post) -> Bool { (platform, id) < (other.platform, other.id) }
}

extension Conversation: Ranked {
  /// By time.
  var rank: Int { receivedAt.secondsSince1970 }

  func precedes(_ other: Conversation) -> Bool { source < other.source }
}

extension FollowerCount: Ranked {
  /// By day and platform.
  var rank: Int { day.rank(of: platform) }

  func precedes(_ other: FollowerCount) -> Bool { source < other.source }
}

extension TrafficDay: Ranked {
  /// By day and platform.
  var rank: Int { day.rank(of: platform) }

  func precedes(_ other: TrafficDay) -> Bool { source < other.source }
}

extension CostEntry: Ranked {
  /// By the first day.
  var rank: Int { days.lowerBound.daysSince1970 }

  func precedes(_ other: CostEntry) -> Bool { source < other.source }
}

extension AdResult: Ranked {
  /// By the first day.
  var rank: Int { days.lowerBound.daysSince1970 }

  func precedes(_ other: AdResult) -> Bool { source < other.source }
}

extension DailyValue: Ranked {
  /// By day and platform.
  var rank: Int { day.rank(of: platform) }

  /// Then by measure.
  func precedes(_ other: DailyValue) -> Bool {
    measure == other.measure ? source < other.source : measure < other.measure
  }
}

extension AudienceShare: Ranked {
  /// By month and platform.
  var rank: Int { month.firstDay.rank(of: platform) }

  /// Then by dimension.
  func precedes(_ other: AudienceShare) -> Bool {
    dimension == other.dimension ? source < other.source : dimension < other.dimension
  }
}

extension Day {
  fileprivate func rank(of platform: Platform) -> Int { daysSince1970 &* 16 &+ platform.place }
}
