/// A stream of random numbers that is the same on every machine and in every version.
///
///     var random = SplitMix64(label: "peil/2025-10/m4/er")
///
/// The methods of the standard library that take a generator may change how they use it from one
/// version to the next; those here do not.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA (2014).
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  /// Seeds the stream with a name instead of a number.
  public init(label: String) {
    self.init(seed: Self.seed(of: label))
  }

  /// FNV-1a, 64 bits, of the UTF-8 of the label.
  ///
  /// Source: Fowler, Noll and Vo; its offset and prime.
  public static func seed(of label: String) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return hash
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 up to, but not including, `bound`; each equally likely.
  ///
  /// - Parameter bound: At least 1.
  ///
  /// Source: Lemire, "Fast Random Integer Generation in an Interval", *ACM TOMACS* 29 (2019).
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound >= 1, "no number lies below \(bound)")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// From 0 up to, but not including, 1, in steps of 2⁻⁵³.
  public mutating func double() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Puts the elements in a random order; every order equally likely.
  ///
  /// Source: Durstenfeld, "Algorithm 235", *CACM* 7 (1964): Fisher and Yates from the last index down.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var index = elements.count - 1
    while index > 0 {
      elements.swapAt(index, integer(below: index + 1))
      index -= 1
    }
  }
}
