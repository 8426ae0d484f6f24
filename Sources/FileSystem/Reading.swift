public import Diagnostics
import Glibc

/// Reads a regular file whole.
///
/// - Parameters:
///   - shownAs: The name of the file in a message.
///   - limit: The most bytes that are read; a larger file is an error, not cut.
/// - Throws: Also when the file was written to while it was read: half of it would be the old one.
public func readFile(
  _ path: String, shownAs: String? = nil, limit: Int = 64 << 20
) throws(Diagnostic) -> [UInt8] {
  let file = try OpenFile(path, shownAs: shownAs ?? path, limit: limit)
  let bytes = try file.readToEnd(expected: file.size, limit: limit)
  try file.finish(after: bytes.count)
  return bytes
}

/// Reads standard input to its end.
public func readStandardInput(limit: Int = 64 << 20) throws(Diagnostic) -> [UInt8] {
  try OpenFile.standardInput.readToEnd(expected: 1 << 16, limit: limit)
}

/// A file that is read from its beginning to its end and must not change meanwhile.
final class OpenFile {
  private let descriptor: Int32
  private let shownAs: String
  private let before: stat
  private let isOwned: Bool

  static var standardInput: OpenFile { OpenFile(STDIN_FILENO, shownAs: "<stdin>") }

  /// - Parameter limit: The most bytes it may have.
  init(_ path: String, shownAs: String, limit: Int) throws(Diagnostic) {
    // A pipe in the folder must not stop the run: without O_NONBLOCK, opening it waits for a writer.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    self.shownAs = shownAs
    isOwned = descriptor >= 0
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      before = status
      throw .cannotOpen(shownAs, errno)
    }
    before = status
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(shownAs) }
    guard status.st_size <= limit else { throw .tooLarge(shownAs, limit: limit) }
  }

  private init(_ descriptor: Int32, shownAs: String) {
    self.descriptor = descriptor
    self.shownAs = shownAs
    before = stat()
    isOwned = false
  }

  deinit { if isOwned { close(descriptor) } }

  /// When it was opened.
  var size: Int { before.st_size }

  /// - Returns: How many bytes were read; 0 at the end.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(Diagnostic) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .cannotOpen(shownAs, errno) }
    }
  }

  func readToEnd(expected: Int, limit: Int) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end is seen without a second round.
    var room = expected + 1
    while true {
      var failure: Diagnostic?
      let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        do throws(Diagnostic) {
          filled = try read(into: buffer)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      if more.isEmpty { return bytes }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      guard bytes.count <= limit else { throw .tooLarge(shownAs, limit: limit) }
      room = max(room - more.count, 1 << 16)
    }
  }

  /// Makes sure that what was read is the file as it still is.
  ///
  /// - Parameter count: How many bytes came.
  func finish(after count: Int) throws(Diagnostic) {
    var after = stat()
    guard fstat(descriptor, &after) == 0 else { throw .cannotOpen(shownAs, errno) }
    guard after.st_size == before.st_size, after.st_mtim.tv_sec == before.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == before.st_mtim.tv_nsec,
      // What the kernel makes up has no size before it is read.
      count == before.st_size || before.st_size == 0
    else { throw .changed(shownAs) }
  }
}
