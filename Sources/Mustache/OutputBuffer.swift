/// Bytes that templates are rendered into; make one per worker and reuse it for every page.
public struct OutputBuffer: ~Copyable {
  /// Bytes written.
  public internal(set) var count = 0
  var base: UnsafeMutablePointer<UInt8>
  /// Behind it lie `slack` more bytes.
  var capacity: Int

  /// Bytes are written in steps of 32, which may go this far behind the last.
  static let slack = 64

  /// - Parameter capacity: Bytes to begin with; it doubles when they do not suffice.
  public init(capacity: Int = 1 << 16) {
    self.capacity = max(capacity, 256)
    base = .allocate(capacity: self.capacity + Self.slack)
  }

  deinit {
    base.deallocate()
  }

  public var isEmpty: Bool { count == 0 }

  /// Forgets the bytes and keeps the memory.
  public mutating func removeAll() {
    count = 0
  }

  public mutating func append(contentsOf bytes: some Sequence<UInt8>) {
    let isCopied: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      guard let start = buffer.baseAddress else { return }
      reserve(buffer.count)
      (base + count).update(from: start, count: buffer.count)
      count += buffer.count
    }
    guard isCopied == nil else { return }
    for byte in bytes {
      reserve(1)
      base[count] = byte
      count += 1
    }
  }

  /// The bytes written, valid during the call.
  public borrowing func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  public var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: base, count: count))
  }

  mutating func reserve(_ more: Int) {
    if more > capacity - count { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.slack)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }
}
