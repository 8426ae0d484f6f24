import FileSystem
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct FileLockTests {
  @Test func `one excludes another until it is let go`() throws {
    try withTemporaryFolder { folder in
      var first = try FileLock("\(folder)/lock")
      #expect(first != nil)
      #expect(try FileLock("\(folder)/lock") == nil)
      first = nil
      #expect(try FileLock("\(folder)/lock") != nil)
    }
  }

  /// As a child has it that is being started and is not yet its own program.
  @Test func `a copy of its descriptor keeps nobody out`() throws {
    try withTemporaryFolder { folder in
      var first = try FileLock("\(folder)/lock")
      #expect(first != nil)
      let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      let own = try #require(
        descriptors.first {
          (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)"))?
            .hasSuffix("\(folder)/lock") == true
        })
      let copy = fcntl(try #require(Int32(own)), F_DUPFD_CLOEXEC, 0)
      defer { close(copy) }
      first = nil
      #expect(try FileLock("\(folder)/lock") != nil)
    }
  }
}
