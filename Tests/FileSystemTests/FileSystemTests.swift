import Diagnostics
import FileSystem
import Glibc
import TestSupport
import Testing

@Suite struct FileSystemTests {
  @Test func `a file is put in place with nothing beside it`() throws {
    try withTemporaryFolder { folder in
      try writeFile(Array("old".utf8), to: "\(folder)/a.html")
      try writeFile(Array("new".utf8), to: "\(folder)/a.html")
      #expect(try readFile("\(folder)/a.html") == Array("new".utf8))
      #expect(try allNames(in: folder) == ["a.html"])
    }
  }

  @Test func `what cannot be written leaves the old file and no temporary one`() throws {
    try withTemporaryFolder { folder in
      try makeFolder("\(folder)/a.html")
      let error = #expect(throws: Diagnostic.self) {
        try writeFile(Array("new".utf8), to: "\(folder)/a.html")
      }
      #expect(error?.id == "file.cannot-write")
      #expect(try allNames(in: folder) == ["a.html"])
    }
  }

  @Test func `a missing folder is an error with its name`() {
    let error = #expect(throws: Diagnostic.self) {
      try writeFile([], to: "/nonexistent/peil/a.html")
    }
    #expect(error?.message == "cannot be written: there is no such file or folder")
  }

  @Test func `folders are made with those above, and twice is once`() throws {
    try withTemporaryFolder { folder in
      try makeFolder("\(folder)/a/b/c")
      try makeFolder("\(folder)/a/b/c")
      #expect(Folder("\(folder)/a/b/c").exists)
      try writeFile([], to: "\(folder)/f")
      #expect(throws: Diagnostic.self) { try makeFolder("\(folder)/f") }
      #expect(throws: Diagnostic.self) { try makeFolder("\(folder)/f/g") }
    }
  }

  @Test func `lists files below in the order of their bytes and follows no link`() throws {
    try withTemporaryFolder { folder in
      try makeFolder("\(folder)/b/c")
      for name in ["Z", "b/é", "b/c/1", "a b", ".hidden"] {
        try writeFile([], to: "\(folder)/\(name)")
      }
      symlink("/etc/passwd", "\(folder)/link")
      symlink("/etc", "\(folder)/b/linked")
      mkfifo("\(folder)/pipe", 0o600)
      let (paths, passedOver) = try Folder(folder, shownAs: "data").files()
      #expect(paths == ["Z", "a b", "b/c/1", "b/é"])
      #expect(passedOver.map(\.id) == Array(repeating: "file.not-a-file", count: 3))
      #expect(
        passedOver.compactMap(\.place?.file) == ["data/b/linked", "data/link", "data/pipe"])
      #expect(try Folder(folder).folderNames() == ["b"])
    }
  }

  @Test func `reads exactly the bytes, up to the limit`() throws {
    try withTemporaryFolder { folder in
      let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      try writeFile(bytes, to: "\(folder)/f")
      #expect(try readFile("\(folder)/f") == bytes)
      #expect(try readFile("\(folder)/f", limit: 300_000) == bytes)
      let error = #expect(throws: Diagnostic.self) { try readFile("\(folder)/f", limit: 299_999) }
      #expect(error?.id == "file.too-large")
    }
  }

  @Test(arguments: [("/nonexistent", "file.cannot-open"), ("/", "file.not-a-file")])
  func `what is no file is told`(_ path: String, id: String) {
    let error = #expect(throws: Diagnostic.self) { try readFile(path) }
    #expect(error?.id == id)
  }

  private func allNames(in folder: String) throws -> [String] {
    let stream = try #require(opendir(folder))
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }
}
