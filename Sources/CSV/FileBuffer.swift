import Glibc

/// Bytes in memory that never change once they are shared.
///
/// The start is aligned to a page: `read(2)` is up to 3.5 times slower into a buffer that a large
/// `malloc` returns, which lies 16 bytes behind a page. `padding` zero bytes follow the end, so that
/// a scan may load whole blocks and look one byte ahead.
@usableFromInline
final class FileBuffer: @unchecked Sendable {
  static let padding = 64
  static let alignment = 4096

  @usableFromInline let start: UnsafeMutablePointer<UInt8>
  @usableFromInline private(set) var count: Int

  /// - Parameter fill: Writes at most `capacity` bytes and returns how many. It is the only writer.
  init<E: Error>(
    capacity: Int, fill: (UnsafeMutableBufferPointer<UInt8>) throws(E) -> Int
  ) throws(E) {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: capacity + Self.padding, alignment: Self.alignment)
    start = memory.bindMemory(to: UInt8.self, capacity: capacity + Self.padding)
    count = 0
    count = try fill(UnsafeMutableBufferPointer(start: start, count: capacity))
    precondition(count <= capacity, "\(count) bytes written into \(capacity)")
    (start + count).initialize(repeating: 0, count: Self.padding)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }

  @usableFromInline var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }
}

extension FileBuffer {
  /// Turns the carriage returns of a file without a single line feed (an old Macintosh, and
  /// *CSV (Macintosh)* of Excel) into line feeds. Called before the buffer is shared.
  func endLinesWithLineFeed() {
    let returnByte = UInt8(ascii: "\r")
    guard memchr(start, Int32(UInt8(ascii: "\n")), count) == nil,
      memchr(start, Int32(returnByte), count) != nil
    else { return }
    for index in 0..<count where start[index] == returnByte {
      start[index] = UInt8(ascii: "\n")
    }
  }
}
