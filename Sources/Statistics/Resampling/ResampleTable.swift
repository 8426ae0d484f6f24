/// Which values each resample of a bootstrap draws: made once for all samples of one size.
///
/// Drawing costs more than summing, and samples of one size may share their draws, because only
/// what is compared must be drawn apart.
public struct ResampleTable: Hashable, Sendable {
  public let sampleSize: Int
  public let resamples: Int
  /// The draws of one resample after those of another.
  let indices: [UInt32]

  /// - Parameters:
  ///   - sampleSize: At least 1.
  ///   - resamples: At least 1; by default 2,000.
  ///   - label: Names the stream of random numbers, see ``SplitMix64/init(label:)``.
  /// - Returns: `nil` when a number is too small, or the table would have more than 2³¹ draws.
  public init?(sampleSize: Int, resamples: Int = 2000, label: String) {
    guard sampleSize >= 1, resamples >= 1 else { return nil }
    let (draws, overflow) = sampleSize.multipliedReportingOverflow(by: resamples)
    guard !overflow, draws <= Int(Int32.max) else { return nil }
    var random = SplitMix64(label: label)
    indices = [UInt32](unsafeUninitializedCapacity: draws) { buffer, count in
      for index in 0..<draws {
        buffer.initializeElement(at: index, to: UInt32(random.integer(below: sampleSize)))
      }
      count = draws
    }
    self.sampleSize = sampleSize
    self.resamples = resamples
  }

  /// The mean of each resample, each summed in the order of its draws.
  func means(of values: [Double]) -> [Double] {
    var means: [Double] = []
    means.reserveCapacity(resamples)
    values.withUnsafeBufferPointer { values in
      indices.withUnsafeBufferPointer { indices in
        var place = 0
        for _ in 0..<resamples {
          var sum = 0.0
          for _ in 0..<sampleSize {
            sum += values[Int(indices[place])]
            place += 1
          }
          means.append(sum / Double(sampleSize))
        }
      }
    }
    return means
  }
}
