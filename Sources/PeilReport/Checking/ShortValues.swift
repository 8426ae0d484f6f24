/// Values of at most 16 bytes that were found good on this page: the few class names that come again on
/// thousands of marks are looked at once.
struct ShortValues {
  private typealias Key = (low: UInt64, high: UInt64, count: Int)
  private static let size = 256
  private let slots: UnsafeMutablePointer<Key>

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: (0, 0, 0), count: Self.size)
  }

  func deallocate() { slots.deallocate() }

  func removeAll() { slots.update(repeating: (0, 0, 0), count: Self.size) }

  @inline(__always)
  func contains(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let key = Self.key(value) else { return false }
    let known = slots[Self.slot(key)]
    return known.low == key.low && known.high == key.high && known.count == key.count
  }

  func insert(_ value: UnsafeBufferPointer<UInt8>) {
    if let key = Self.key(value) { slots[Self.slot(key)] = key }
  }

  /// The bytes themselves, so that equal keys are equal values; `nil` for long and empty ones.
  @inline(__always)
  private static func key(_ value: UnsafeBufferPointer<UInt8>) -> Key? {
    guard let base = value.baseAddress, value.count > 0, value.count <= 16 else { return nil }
    let raw = UnsafeRawPointer(base)
    if value.count >= 8 {
      // Two halves that overlap.
      let low = raw.loadUnaligned(as: UInt64.self)
      let high = raw.loadUnaligned(fromByteOffset: value.count - 8, as: UInt64.self)
      return (low, high, value.count)
    }
    var word: UInt64 = 0
    for index in 0..<value.count { word |= UInt64(value[index]) &<< UInt64(index &* 8) }
    return (word, 0, value.count)
  }

  @inline(__always)
  private static func slot(_ key: Key) -> Int {
    let mixed = (key.low ^ (key.high &>> 7)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 56)
  }
}
