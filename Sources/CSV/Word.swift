public import CByteMasks

/// The bytes of a short text as two integers: two texts are the same when these are.
public struct Word: Equatable, Sendable {
  /// The first byte is the lowest, and above the last there are zeros: a text has no NUL byte, so that these
  /// tell its length too.
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  /// Bytes that a word has at most.
  @inlinable static var longest: Int { 15 }

  /// A word that no text has: its bytes are not UTF-8.
  public static let unwritten = Word(low: .max, high: .max)

  @inlinable
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// - Parameters:
  ///   - bytes: 16 of them can be loaded.
  ///   - count: How many belong to the text, at most 15.
  @inlinable @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    // No branches: lengths change from field to field.
    let text = byte_beginning_of_16(bytes, count)
    self.init(low: UInt64(littleEndian: text.low), high: UInt64(littleEndian: text.high))
  }

  /// A number that differs for most words; its upper bits are the better ones.
  @inlinable @inline(__always)
  public var hash: UInt64 {
    // An odd number without a pattern in its bits: the golden ratio.
    (low ^ high) &* 0x9E37_79B9_7F4A_7C15
  }
}
