/// Values of at most 16 bytes that were found good, each for what it is: the few class names, labels and
/// words that come again on thousands of marks, and on all pages of a theme, are looked at once.
struct ShortValues {
  /// The bytes themselves, so that equal keys are equal values.
  private struct Key: Equatable {
    var low: UInt64
    var high: UInt64
    /// Count of the bytes, and what the value is for; 0 is free.
    var kind: UInt64

    static let free = Key(low: 0, high: 0, kind: 0)
  }

  /// In bytes.
  static let longest = 16
  private static let sizeBits = 10
  /// How many places in a row a value may have.
  private static let reach = 4
  private static let count = 1 << sizeBits + reach
  private let keys: UnsafeMutablePointer<Key>

  init() {
    keys = .allocate(capacity: Self.count)
    keys.initialize(repeating: .free, count: Self.count)
  }

  func deallocate() { keys.deallocate() }

  func removeAll() { keys.update(repeating: .free, count: Self.count) }

  /// - Parameter use: Less than 2 to the 56th.
  @inline(__always)
  func contains(_ value: UnsafeBufferPointer<UInt8>, for use: UInt64) -> Bool {
    guard let base = value.baseAddress, Self.isShort(value) else { return false }
    let key = Self.key(base, value.count, use)
    let first = keys + Self.place(of: key)
    return first.pointee == key || Self.stands(key, behind: first)
  }

  func insert(_ value: UnsafeBufferPointer<UInt8>, for use: UInt64) {
    guard let base = value.baseAddress, Self.isShort(value) else { return }
    let key = Self.key(base, value.count, use)
    let first = keys + Self.place(of: key)
    first[(0..<Self.reach).first { first[$0] == .free } ?? 0] = key
  }

  @inline(never)
  private static func stands(_ key: Key, behind first: UnsafeMutablePointer<Key>) -> Bool {
    (1..<reach).contains { first[$0] == key }
  }

  /// And not empty.
  @inline(__always)
  private static func isShort(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    UInt(bitPattern: value.count &- 1) < UInt(longest)
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
  private static func place(of key: Key) -> Int {
    // A sum, because of eight bytes both halves are the same.
    let mixed = (key.low &+ key.high ^ key.kind) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 - sizeBits))
  }
}
