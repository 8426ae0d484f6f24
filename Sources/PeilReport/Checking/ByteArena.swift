internal import Glibc

/// Bytes that grow to what a page needs and keep their memory for the next page.
///
/// Sixteen bytes behind the last may be read, so that many are looked at at once.
struct ByteArena {
  /// Readable behind the last byte.
  private static let margin = 16

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.margin)
    base.initialize(repeating: 0, count: capacity + Self.margin)
  }

  func deallocate() { base.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if count &+ bytes.count > capacity { grow(bytes.count) }
    memcpy(base + count, source, bytes.count)
    count &+= bytes.count
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    base[count] = byte
    count += 1
  }

  /// Writes zeros behind the last byte, which a walk over many bytes at once then meets.
  @inline(__always)
  func closeWithZeros() {
    UnsafeMutableRawPointer(base + count).storeBytes(of: SIMD16<UInt8>(), as: SIMD16<UInt8>.self)
  }

  /// Makes room, so that appending as much moves nothing.
  mutating func reserve(_ total: Int) {
    if count + total > capacity { grow(total) }
  }

  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  private mutating func grow(_ needed: Int) {
    let larger = max(capacity * 2, count + needed)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.margin)
    (memory + count).initialize(repeating: 0, count: larger + Self.margin - count)
    memory.update(from: base, count: count)
    base.deallocate()
    base = memory
    capacity = larger
  }
}
