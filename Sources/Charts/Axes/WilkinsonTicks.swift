import Glibc

/// Ticks at round numbers that cover a range well, by the extended Wilkinson algorithm.
///
///     wilkinsonTicks(from: 0, to: 9730, target: 5, isLoose: true)  // [0, 2500, 5000, 7500, 10000]
///
/// Scores every candidate for how simple, covering and dense it is (weights 0.25, 0.2, 0.5; the
/// 0.05 of legibility are the same for all) and stops when no other candidate can score higher.
///
/// - Parameters:
///   - target: How many ticks would be best.
///   - isLoose: The first and last tick enclose the range.
///   - niceNumbers: In order of preference. The 4 and 3 of the paper are left out by default:
///     steps of 8 or 16 read badly in a business report.
/// - Returns: In ascending order, evenly spaced, exact to the last digit of a decimal number.
///   `nil` when the range is empty, not finite, or too small for its distance from zero.
///
/// Source: Talbot, Lin and Hanrahan, *An Extension of Wilkinson's Algorithm for Positioning Tick
/// Labels on Axes*, IEEE TVCG 16 (2010), 1036–1043.
public func wilkinsonTicks(
  from low: Double, to high: Double, target: Int, isLoose: Bool,
  niceNumbers: [Double] = [1, 5, 2, 2.5]
) -> [Double]? {
  guard low.isFinite, high.isFinite, target > 1, !niceNumbers.isEmpty else { return nil }
  let range = high - low
  let size = max(low.magnitude, high.magnitude)
  guard range > size * 1e-10, range > 1e-290, size < 1e290 else { return nil }

  let search = TickSearch(low: low, high: high, target: Double(target))
  var best: TickSearch.Candidate?
  var bestScore = -2.0
  var skip = 1
  search: while true {
    for (rank, number) in niceNumbers.enumerated() {
      let rankCost =
        niceNumbers.count > 1 ? Double(rank) / Double(niceNumbers.count - 1) : 0
      let simplest = 2 - rankCost - Double(skip)
      if search.score(simplest, 1, 1) < bestScore { break search }
      var count = 2
      while true {
        let densest = search.highestDensity(count)
        if search.score(simplest, 1, densest) < bestScore { break }
        let delta = range / Double(count + 1) / Double(skip) / number
        var exponent = Int(log10(delta).rounded(.up))
        while true {
          let unit = scaled(number, by: exponent)
          let step = Double(skip) * unit
          let coverage = search.highestCoverage(step * Double(count - 1))
          if search.score(simplest, coverage, densest) < bestScore { break }
          let first = Int((high / step).rounded(.down)) * skip - (count - 1) * skip
          let last = Int((low / step).rounded(.up)) * skip
          exponent += 1
          guard first <= last else { continue }
          for start in first...last {
            let candidate = TickSearch.Candidate(
              start: start, skip: skip, count: count, number: number, exponent: exponent - 1)
            let bottom = candidate.tick(0)
            let top = candidate.tick(count - 1)
            if isLoose, bottom > low || top < high { continue }
            let hasZero = start % skip == 0 && bottom <= 0 && top >= 0
            let score = search.score(
              1 - rankCost - Double(skip) + (hasZero ? 1 : 0), search.coverage(bottom, top),
              search.density(count, bottom, top))
            if score > bestScore {
              bestScore = score
              best = candidate
            }
          }
        }
        count += 1
      }
    }
    skip += 1
  }
  return best.map { best in (0..<best.count).map(best.tick) }
}

/// The data range and the scores of the paper.
private struct TickSearch {
  /// `count` ticks at (`start` + i·`skip`) · `number` · 10^`exponent`.
  struct Candidate {
    let start: Int
    let skip: Int
    let count: Int
    let number: Double
    let exponent: Int

    func tick(_ index: Int) -> Double {
      scaled(Double(start + index * skip) * number, by: exponent)
    }
  }

  let low: Double
  let high: Double
  let target: Double

  func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
  }

  func coverage(_ bottom: Double, _ top: Double) -> Double {
    let tenth = 0.1 * (high - low)
    let above = (high - top) / tenth
    let below = (low - bottom) / tenth
    return 1 - 0.5 * (above * above + below * below)
  }

  func highestCoverage(_ span: Double) -> Double {
    let range = high - low
    guard span > range else { return 1 }
    let half = (span - range) / 2 / (0.1 * range)
    return 1 - half * half
  }

  func density(_ count: Int, _ bottom: Double, _ top: Double) -> Double {
    let found = Double(count - 1) / (top - bottom)
    let wanted = (target - 1) / (max(top, high) - min(low, bottom))
    return 2 - max(found / wanted, wanted / found)
  }

  func highestDensity(_ count: Int) -> Double {
    Double(count) >= target ? 2 - Double(count - 1) / (target - 1) : 1
  }
}

/// `number` · 10^`exponent`; divides for negative exponents, so that 3 · 10^-1 is 0.3.
func scaled(_ number: Double, by exponent: Int) -> Double {
  exponent < 0 ? number / pow(10, Double(-exponent)) : number * pow(10, Double(exponent))
}
