import CSV
import Diagnostics
import Glibc
import Testing

@Suite struct ReadingTests {
  @Test func `reads a file of any size`() throws {
    for count in [0, 1, 4095, 4096, 4097, 100_000] {
      let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: count)
      try withFile(bytes) { path in
        let file = try CSVFile.read(path, shownAs: "exports/posts.csv")
        #expect(file.name == "exports/posts.csv")
        #expect(file.byteCount == count)
        #expect(file.isEmpty == (count == 0))
      }
    }
  }

  @Test func `says what cannot be read`() throws {
    let missing = #expect(throws: Diagnostic.self) { try CSVFile.read("/nowhere/posts.csv") }
    #expect(missing?.id == "csv.unreadable")
    #expect(missing?.notes.first?.message == "No such file or directory")
    let folder = #expect(throws: Diagnostic.self) { try CSVFile.read("/") }
    #expect(folder?.id == "csv.not-a-file")
    let device = #expect(throws: Diagnostic.self) { try CSVFile.read("/dev/zero") }
    #expect(device?.id == "csv.not-a-file")
  }

  @Test func `does not wait for a pipe`() throws {
    try withFile([]) { path in
      unlink(path)
      #expect(mkfifo(path, 0o600) == 0)
      let failure = #expect(throws: Diagnostic.self) { try CSVFile.read(path) }
      #expect(failure?.id == "csv.not-a-file")
    }
  }

  @Test func `does not read a file that is too large`() throws {
    try withFile([]) { path in
      // A hole: 2 GB that take no room on the disk.
      #expect(truncate(path, 2_000_000_000) == 0)
      let failure = #expect(throws: Diagnostic.self) { try CSVFile.read(path) }
      #expect(failure?.id == "csv.file-too-large")
      #expect(failure?.message == "a file has at most 256 MiB")
    }
  }

  /// The descriptor stands behind the first bytes: fewer arrive than the file has, as when it shrinks
  /// between the question for its size and the reading.
  @Test func `refuses a file that gives less than its size`() throws {
    try withFile(Array("a,b\nc,d\n".utf8)) { path in
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      #expect(lseek(descriptor, 4, SEEK_SET) == 4)
      let failure = #expect(throws: Diagnostic.self) {
        try CSVFile.read(descriptor: descriptor, shownAs: "posts.csv")
      }
      #expect(failure?.id == "csv.file-changed")
    }
  }

  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let path = "/tmp/csv-tests-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    try #require(descriptor >= 0)
    defer { unlink(path) }
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    try body(path)
  }
}
