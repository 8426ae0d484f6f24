/// The value that would stand at `rank` (from 0) if the values were sorted, without sorting them.
///
/// Afterwards no value before `rank` is above it and none after is below it. The values must be
/// finite: NaN has no rank.
///
/// Source: Hoare, "Algorithm 65: Find", *CACM* 4 (1961), with the median of three as pivot.
func select(_ rank: Int, in values: inout [Double]) -> Double {
  values.withUnsafeMutableBufferPointer { values in
    var low = 0
    var high = values.count - 1
    while high - low > 8 {
      let middle = low + (high - low) / 2
      if values[middle] < values[low] { values.swapAt(middle, low) }
      if values[high] < values[low] { values.swapAt(high, low) }
      if values[high] < values[middle] { values.swapAt(high, middle) }
      let pivot = values[middle]
      var i = low
      var j = high
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        high = j
      } else if rank >= i {
        low = i
      } else {
        return values[rank]
      }
    }
    var sorted = low + 1
    while sorted <= high {
      let value = values[sorted]
      var place = sorted
      while place > low, values[place - 1] > value {
        values[place] = values[place - 1]
        place -= 1
      }
      values[place] = value
      sorted += 1
    }
    return values[rank]
  }
}

/// The median of values that are finite and at least one; reorders them.
func selectMedian(in values: inout [Double]) -> Double {
  let upper = select(values.count / 2, in: &values)
  guard values.count.isMultiple(of: 2) else { return upper }
  var lower = values[0]
  for value in values[..<(values.count / 2)] where value > lower { lower = value }
  return midpoint(lower, upper)
}

/// The mean of two numbers, also where their sum would overflow.
func midpoint(_ a: Double, _ b: Double) -> Double {
  let sum = a + b
  return sum.isFinite ? sum / 2 : a / 2 + b / 2
}

extension [Double] {
  /// What every method asks before it computes: NaN and infinity are not measurements.
  var allFinite: Bool {
    for value in self where !value.isFinite { return false }
    return true
  }

  /// Left to right, as the reference values were summed.
  var sum: Double {
    var sum = 0.0
    for value in self { sum += value }
    return sum
  }
}
