public import Diagnostics
import Glibc

/// The bytes of a file in memory; they never change, and a copy is the same memory.
///
/// The start is aligned to a page: `read(2)` is up to 3.5 times slower into a buffer that a large
/// `malloc` returns, which lies 16 bytes behind a page. `padding` zero bytes follow the end, so that a
/// scan may load whole blocks and look one byte ahead.
public final class FileBytes: @unchecked Sendable {
  public static let padding = 64
  private static let alignment = 4096

  private let memory: UnsafeMutablePointer<UInt8>
  public let count: Int

  /// - Parameters:
  ///   - capacity: The most bytes there can be.
  ///   - fill: Writes at most `capacity` bytes and returns how many. It is the only writer.
  public init<E: Error>(
    capacity: Int, fill: (UnsafeMutableBufferPointer<UInt8>) throws(E) -> Int
  ) throws(E) {
    let size = capacity + Self.padding
    memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.alignment)
      .bindMemory(to: UInt8.self, capacity: size)
    do throws(E) {
      count = try fill(UnsafeMutableBufferPointer(start: memory, count: capacity))
    } catch {
      count = 0
      throw error
    }
    precondition(count <= capacity, "\(count) bytes written into \(capacity)")
    (memory + count).initialize(repeating: 0, count: Self.padding)
  }

  public convenience init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count) { output in output.update(fromContentsOf: bytes) }
  }

  /// Reads a regular file whole.
  ///
  /// - Parameters:
  ///   - shownAs: The name of the file in a message.
  ///   - limit: The most bytes that are read; a larger file is an error, not cut.
  /// - Throws: Also when the file was written to while it was read.
  public convenience init(
    contentsOf path: String, shownAs: String? = nil, limit: Int = 64 << 20
  ) throws(Diagnostic) {
    let file = try OpenFile(path, shownAs: shownAs ?? path, limit: limit)
    // One byte more than there should be: who gets it knows that the file grew.
    try self.init(capacity: file.size + 1) { output throws(Diagnostic) in
      var count = 0
      while count < output.count {
        let got = try file.read(into: UnsafeMutableBufferPointer(rebasing: output[count...]))
        if got == 0 { break }
        count += got
      }
      return count
    }
    try file.finish(after: count)
  }

  deinit { UnsafeMutableRawPointer(memory).deallocate() }

  /// The first byte; the padding behind the last may be read too. Valid for as long as this object is.
  public var start: UnsafePointer<UInt8> { UnsafePointer(memory) }

  /// Gives all bytes at once; the pointer is not valid outside.
  public func withBuffer<R, E: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    defer { withExtendedLifetime(self) {} }
    return try body(UnsafeBufferPointer(start: memory, count: count))
  }
}

extension FileBytes: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count, "byte \(position) of \(count)")
    return memory[position]
  }
}
