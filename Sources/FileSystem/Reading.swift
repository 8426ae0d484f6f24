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
  let name = shownAs ?? path
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw .cannotOpen(name, errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .cannotOpen(name, errno) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(name) }
  guard status.st_size <= limit else { throw .tooLarge(name, limit: limit) }
  let bytes = try readToEnd(
    descriptor, shownAs: name, expected: Int(status.st_size), limit: limit)
  var after = stat()
  guard fstat(descriptor, &after) == 0 else { throw .cannotOpen(name, errno) }
  guard after.st_size == status.st_size, after.st_mtim.tv_sec == status.st_mtim.tv_sec,
    after.st_mtim.tv_nsec == status.st_mtim.tv_nsec,
    // What the kernel makes up has no size before it is read.
    bytes.count == status.st_size || status.st_size == 0
  else { throw .changed(name) }
  return bytes
}

/// Reads standard input to its end.
public func readStandardInput(limit: Int = 64 << 20) throws(Diagnostic) -> [UInt8] {
  try readToEnd(STDIN_FILENO, shownAs: "<stdin>", expected: 1 << 16, limit: limit)
}

private func readToEnd(
  _ descriptor: Int32, shownAs name: String, expected: Int, limit: Int
) throws(Diagnostic) -> [UInt8] {
  var bytes: [UInt8] = []
  var failure: Diagnostic?
  // One byte more than expected, so that the end is seen without a second round.
  var room = expected + 1
  while failure == nil {
    let start = bytes.count
    var count = 0
    bytes += [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      while true {
        count = read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 || errno != EINTR { break }
      }
      filled = max(count, 0)
    }
    if count < 0 { failure = .cannotOpen(name, errno) }
    if count == 0 { break }
    if bytes.count > limit { failure = .tooLarge(name, limit: limit) }
    room = max(room - (bytes.count - start), 1 << 16)
  }
  if let failure { throw failure }
  return bytes
}
