internal import Glibc

/// Bytes that grow to what a page needs and keep their memory for the next page.
///
/// 64 bytes behind the last may be read, so that many are looked at at once.
struct ByteArena {
  /// Readable behind the last byte.
  private static let margin = 64

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

  /// Keeps as many from the first on.
  mutating func keep(_ first: Int) { count = first }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if count &+ bytes.count > capacity { grow(bytes.count) }
    copy(bytes.count, from: source)
    count &+= bytes.count
  }

  /// A short text is two pieces that overlap; a call would cost more than they do.
  @inline(__always)
  private func copy(_ length: Int, from source: UnsafePointer<UInt8>) {
    let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(base + count))
    if length < 4 {
      guard length > 0 else { return }
      let (middle, last) = (source[length &>> 1], source[length &- 1])
      base[count] = source[0]
      base[count &+ length &>> 1] = middle
      base[count &+ length &- 1] = last
    } else if length <= 8 {
      copyEnds(UInt32.self, from, to, length)
    } else if length <= 16 {
      copyEnds(UInt64.self, from, to, length)
    } else if length <= 32 {
      copyEnds(SIMD16<UInt8>.self, from, to, length)
    } else {
      memcpy(to, from, length)
    }
  }

  /// The first and the last bytes of a text, as many as the type has.
  @inline(__always)
  private func copyEnds<Piece: BitwiseCopyable>(
    _: Piece.Type, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ length: Int
  ) {
    let offset = length &- MemoryLayout<Piece>.size
    let last = from.loadUnaligned(fromByteOffset: offset, as: Piece.self)
    to.storeBytes(of: from.loadUnaligned(as: Piece.self), as: Piece.self)
    to.storeBytes(of: last, toByteOffset: offset, as: Piece.self)
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
