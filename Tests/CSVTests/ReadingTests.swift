import CSV
import Diagnostics
import FileSystem
import Glibc
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func `reads a file of any size`() throws {
    for count in [0, 1, 4095, 4096, 4097, 100_000] {
      let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: count)
      try withTemporaryFolder { folder in
        try writeFile(bytes, to: "\(folder)/f")
        let file = try CSVFile.read("\(folder)/f", shownAs: "exports/posts.csv")
        #expect(file.name == "exports/posts.csv")
        #expect(file.byteCount == count)
        #expect(file.isEmpty == (count == 0))
      }
    }
  }

  @Test func `says what cannot be read by the name that is shown`() throws {
    let missing = #expect(throws: Diagnostic.self) {
      try CSVFile.read("/nowhere/posts.csv", shownAs: "exports/posts.csv")
    }
    #expect(missing?.id == "file.cannot-open")
    #expect(missing?.place?.file == "exports/posts.csv")
  }

  @Test func `does not read a file that is too large`() throws {
    try withTemporaryFolder { folder in
      try writeFile([], to: "\(folder)/f")
      // A hole: 2 GB that take no room on the disk.
      #expect(truncate("\(folder)/f", 2_000_000_000) == 0)
      let failure = #expect(throws: Diagnostic.self) { try CSVFile.read("\(folder)/f") }
      #expect(failure?.id == "file.too-large")
    }
  }
}
