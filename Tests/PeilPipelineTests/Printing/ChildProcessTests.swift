import Foundation
import TestSupport
import Testing

@testable import PeilPipeline

@Suite struct ChildProcessTests {
  private func run(_ script: String, atMost seconds: Int = 20, in folder: String)
    -> ChildProcess.End
  {
    ChildProcess(
      program: "/bin/sh", arguments: ["-c", script], environment: ["WORD=said"],
      errors: "\(folder)/errors"
    ).run(atMost: seconds)
  }

  @Test(
    arguments: [
      ("true", .exited(0)), ("exit 7", .exited(7)), ("kill -TERM $$", .ended(signal: 15)),
      ("read line || exit 3", .exited(3)),
    ] as [(String, ChildProcess.End)])
  func `tells how a program ended`(_ script: String, end: ChildProcess.End) throws {
    try withTemporaryFolder { folder in
      #expect(run(script, in: folder) == end)
    }
  }

  @Test func `passes on the environment it is given and keeps what is said on standard error`()
    throws
  {
    try withTemporaryFolder { folder in
      #expect(run("echo $WORD$HOME >&2; echo lost", in: folder) == .exited(0))
      let said = try String(contentsOfFile: "\(folder)/errors", encoding: .utf8)
      #expect(said == "said\n")
    }
  }

  @Test func `a program that takes too long is ended with what it started`() throws {
    try withTemporaryFolder { folder in
      let script = "sleep 1000 & echo $! > \(folder)/child; wait"
      #expect(run(script, atMost: 1, in: folder) == .tookTooLong)
      let child = try String(contentsOfFile: "\(folder)/child", encoding: .utf8)
      let id = try #require(Int32(child.trimmingCharacters(in: .newlines)))
      // Dead and not yet taken note of by the system's first process is as good as gone.
      var isAlive = true
      for _ in 0..<1000 where isAlive {
        let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
        isAlive = status.map { !$0.contains(") Z ") } ?? false
        if isAlive { usleep(1000) }
      }
      #expect(!isAlive)
    }
  }

  @Test func `a program that is not there is told`() {
    let child = ChildProcess(
      program: "/nonexistent", arguments: [], environment: [], errors: "/dev/null")
    #expect(child.run(atMost: 1) == .didNotStart(2))
  }
}

@Suite struct PDFDatesTests {
  @Test(
    arguments: [
      (
        "/Producer (Skia)\n/CreationDate (D:20261126082147+00'00')\n/ModDate (D:20261126082147+00'00')>>",
        "/Producer (Skia)\n                                       \n                                  >>"
      ),
      ("/ModDate (D:2026)", "                 "),
      (
        "/ModDate (D:20261126082147+00'00' and more)", "/ModDate (D:20261126082147+00'00' and more)"
      ),
      ("/CreationDate (D:2026", "/CreationDate (D:2026"),
      ("(CreationDate)", "(CreationDate)"), ("", ""),
    ])
  func `dates become blanks and nothing moves`(_ pdf: String, expected: String) {
    let result = withoutDates(Array(pdf.utf8))
    #expect(String(decoding: result, as: UTF8.self) == expected)
    #expect(result.count == pdf.utf8.count)
  }
}
