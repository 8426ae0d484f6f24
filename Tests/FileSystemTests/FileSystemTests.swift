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
      #expect(try Array(FileBytes(contentsOf: "\(folder)/f", limit: 300_000)) == bytes)
      let error = #expect(throws: Diagnostic.self) { try readFile("\(folder)/f", limit: 299_999) }
      #expect(error?.id == "file.too-large")
    }
  }

  private static let shorterThanItsSize = "/sys/kernel/mm/transparent_hugepage/enabled"

  /// The kernel gives this file the size of a page and some words: as when a file shrinks between the
  /// question for its size and the reading.
  @Test(
    .enabled(
      if: access(shorterThanItsSize, R_OK) == 0, "no such file of the kernel"))
  func `a file that gives less than its size is told`() {
    let error = #expect(throws: Diagnostic.self) { try readFile(Self.shorterThanItsSize) }
    #expect(error?.id == "file.changed")
    let kept = #expect(throws: Diagnostic.self) {
      try FileBytes(contentsOf: Self.shorterThanItsSize)
    }
    #expect(kept?.id == "file.changed")
  }

  @Test(
    arguments: [
      ("/nonexistent", "file.cannot-open"), ("/", "file.not-a-file"),
      ("/dev/zero", "file.not-a-file"),
    ])
  func `what is no file is told`(_ path: String, id: String) {
    let error = #expect(throws: Diagnostic.self) { try readFile(path) }
    #expect(error?.id == id)
    let kept = #expect(throws: Diagnostic.self) { try FileBytes(contentsOf: path) }
    #expect(kept?.id == id)
  }

  @Test func `does not wait for a pipe`() throws {
    try withTemporaryFolder { folder in
      #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
      let error = #expect(throws: Diagnostic.self) { try readFile("\(folder)/pipe") }
      #expect(error?.id == "file.not-a-file")
    }
  }

  /// What scans may rely on: no fault where they look behind the end, and nothing there to find.
  @Test func `bytes begin at a page and are followed by zeros`() throws {
    for count in [0, 1, 63, 64, 4096, 5000] {
      let bytes = FileBytes([UInt8](repeating: 0xFF, count: count))
      #expect(UInt(bitPattern: bytes.start) % 4096 == 0)
      #expect(bytes.count == count)
      #expect(bytes.allSatisfy { $0 == 0xFF })
      #expect((0..<FileBytes.padding).allSatisfy { bytes.start[count + $0] == 0 })
    }
  }

  @Test func `a file is made once, with its access whatever the mask`() throws {
    try withTemporaryFolder { folder in
      // More than the usual mask, 022, lets through.
      let access = FileAccess(mode: 0o664)
      try makeFolder("\(folder)/a", for: access)
      try makeFile(Array("new".utf8), at: "\(folder)/a/f", for: access)
      #expect(try readFile("\(folder)/a/f") == Array("new".utf8))
      #expect(mode(of: "\(folder)/a") == 0o775)
      #expect(mode(of: "\(folder)/a/f") == 0o664)
      #expect(Folder("\(folder)/a").isOpen(to: access))
      #expect(!Folder("\(folder)/a").isOpen(to: FileAccess(mode: 0o644)))
      let error = #expect(throws: Diagnostic.self) {
        try makeFile([], at: "\(folder)/a/f", for: access)
      }
      #expect(error?.id == "file.cannot-write")
      #expect(throws: Diagnostic.self) { try makeFolder("\(folder)/a", for: access) }
    }
  }

  @Test(.enabled(if: getuid() == 0, "only root may give files away"))
  func `a file is given to its owner and group`() throws {
    try withTemporaryFolder { folder in
      let access = FileAccess(mode: 0o640, owner: 4711, group: 4712)
      try makeFile([], at: "\(folder)/f", for: access)
      var status = stat()
      stat("\(folder)/f", &status)
      #expect(status.st_uid == 4711)
      #expect(status.st_gid == 4712)
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may give files away"))
  func `a file that cannot be given away is told`() throws {
    try withTemporaryFolder { folder in
      let access = FileAccess(mode: 0o640, owner: 0)
      let error = #expect(throws: Diagnostic.self) {
        try makeFile([], at: "\(folder)/f", for: access)
      }
      #expect(error?.id == "file.cannot-give")
    }
  }

  @Test func `accounts and groups are known by name`() {
    #expect(FileAccess.owner(named: "root") == 0)
    #expect(FileAccess.group(named: "root") == 0)
    #expect(FileAccess.owner(named: "nobody-of-this-name") == nil)
    #expect(FileAccess.group(named: "nobody-of-this-name") == nil)
  }

  @Test func `a link is put in place over another, and over no folder`() throws {
    try withTemporaryFolder { folder in
      try writeLink(to: "a", at: "\(folder)/current")
      try writeLink(to: "b/c", at: "\(folder)/current")
      #expect(Folder(folder).link("current") == "b/c")
      #expect(Folder(folder).link("nothing") == nil)
      try makeFolder("\(folder)/real")
      #expect(throws: Diagnostic.self) { try writeLink(to: "a", at: "\(folder)/real") }
      #expect(try allNames(in: folder) == ["current", "real"])
    }
  }

  @Test func `a tree is removed and what its links lead to is not`() throws {
    try withTemporaryFolder { folder in
      try makeFolder("\(folder)/tree/a/.b")
      try makeFolder("\(folder)/kept")
      for path in ["tree/a/.b/f", "tree/.hidden", "kept/f"] {
        try writeFile([], to: "\(folder)/\(path)")
      }
      symlink("\(folder)/kept", "\(folder)/tree/a/link")
      try removeTree("\(folder)/tree")
      try removeTree("\(folder)/nothing")
      #expect(try allNames(in: folder) == ["kept"])
      #expect(Folder("\(folder)/kept").contains(file: "f"))
    }
  }

  @Test func `what a run that was cut off left half written is removed`() throws {
    try withTemporaryFolder { folder in
      try makeFolder("\(folder)/a/b")
      let temporary = ["a/b/.report.html.4711", ".index.html.12", "..1"]
      let others = [".gitignore", "a/.lock", "a/report.4711", "a/b/.report.html.x1", "a/.4711."]
      for path in temporary + others { try writeFile([], to: "\(folder)/\(path)") }
      try removeTemporaryFiles(of: "index.htm", in: folder)
      #expect(Folder(folder).contains(".index.html.12"))
      try removeTemporaryFiles(of: "index.html", in: folder)
      #expect(!Folder(folder).contains(".index.html.12"))
      try removeTemporaryFiles(below: folder)
      for path in temporary { #expect(!Folder(folder).contains(path), "\(path)") }
      for path in others { #expect(Folder(folder).contains(path), "\(path)") }
    }
  }

  @Test func `a lock keeps others out, and sharers let each other in`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/.lock"
      var first: FileLock? = try FileLock(path)
      #expect(first != nil)
      #expect(try FileLock(path) == nil)
      #expect(try FileLock(path, .shared) == nil)
      first = nil
      let one = try FileLock(path, .shared)
      let two = try FileLock(path, .shared)
      #expect(one != nil && two != nil)
      #expect(try FileLock(path) == nil)
      withExtendedLifetime((one, two)) {}
    }
  }

  /// By hand.
  @Test(
    arguments: [
      ("a/b", "/real/a/b"), ("link/b", "/real/b"), ("new/x", "/real/new/x"),
      ("new/../a", "/real/a"), ("new/./x/", "/real/new/x"), ("a/../../r", "/r"),
    ])
  func `a path is told from the root without links, also of what is still to be made`(
    _ path: String, real: String
  ) throws {
    try withTemporaryFolder { folder in
      try makeFolder("\(folder)/real/a")
      symlink("\(folder)/real", "\(folder)/real/link")
      let root = Folder(folder).realPath
      #expect(Folder("\(folder)/real/\(path)").realPath == root + real)
      #expect(Folder("/nonexistent/x").realPath == "/nonexistent/x")
      #expect(Folder("nonexistent").realPath == "\(Folder(".").realPath)/nonexistent")
    }
  }

  private func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
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
