/// Values of at most 16 bytes that were found good, each for what it is: the few class names, labels and
/// words that come again on thousands of marks, and on all pages of a theme, are looked at once.
struct ShortValues {
  /// The bytes themselves, so that equal keys are equal values.
  private struct Key: Equatable {
    var low: UInt64
    var high: UInt64
    /// Count of the bytes, and what the value is for.
    var kind: UInt64
  }

  /// In bytes.
  static let longest = 16
  private static let size = 512
  private let slots: UnsafeMutablePointer<Key>

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Key(low: 0, high: 0, kind: 0), count: Self.size)
  }

  func deallocate() { slots.deallocate() }

  func removeAll() { slots.update(repeating: Key(low: 0, high: 0, kind: 0), count: Self.size) }

  /// - Parameter use: Less than 2 to the 56th.
  @inline(__always)
  func contains(_ value: UnsafeBufferPointer<UInt8>, for use: UInt64) -> Bool {
    guard let base = value.baseAddress, value.count &- 1 < 16, value.count > 0 else { return false }
    let key = Self.key(base, value.count, use)
    return slots[Self.slot(key)] == key
  }

  func insert(_ value: UnsafeBufferPointer<UInt8>, for use: UInt64) {
    guard let base = value.baseAddress, value.count &- 1 < 16, value.count > 0 else { return }
    let key = Self.key(base, value.count, use)
    slots[Self.slot(key)] = key
  }

  @inline(__always)
  private static func key(_ base: UnsafePointer<UInt8>, _ count: Int, _ use: UInt64) -> Key {
    let kind = UInt64(truncatingIfNeeded: count) | use &<< 8
    guard count >= 8 else { return Key(low: wordOfBytes(base, count), high: 0, kind: kind) }
    // Two halves that overlap.
    let raw = UnsafeRawPointer(base)
    return Key(
      low: raw.loadUnaligned(as: UInt64.self),
      high: raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self), kind: kind)
  }

  @inline(__always)
  private static func slot(_ key: Key) -> Int {
    let mixed = (key.low ^ key.high &* 31 ^ key.kind) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 55)
  }
}
