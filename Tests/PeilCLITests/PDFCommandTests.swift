import Foundation
import TestSupport
import Testing

/// `peil build --pdf`, with scripts in the place of Chromium and with Chromium itself.
@Suite struct PDFCommandTests {
  /// Writes the file that the program was told to print to, as Chromium does.
  private static let printing = """
    for word in "$@"; do
      case $word in --print-to-pdf=*) file=${word#*=} ;; esac
    done
    printf '%%PDF-1.4\\n/CreationDate (D:%s)\\n' "$(date +%Y%m%d%H%M%S)" > "$file"
    """

  private static let posts = """
    platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views
    instagram,a1,2026-10-01T10:00:00,Een,image,false,false,900,700,40,3,2,1,5,
    instagram,a2,2026-10-31T10:00:00,Twee,image,false,false,910,720,30,4,1,0,5,

    """

  private static let pdf = "output/bakker/2026-10/report.pdf"

  /// - Parameter chromium: What the script does that stands in for Chromium; `nil` for none.
  private func inAgency(
    _ chromium: String?, _ body: (_ folder: String, _ environment: [String: String]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try write(
        [
          "data/agency.yaml": "name: \"Bureau\"\n",
          "data/clients/bakker/client.yaml": "name: \"Bakker\"\nplatforms: [instagram]\n",
          "data/clients/bakker/exports/posts.csv": Self.posts,
        ], below: folder)
      let files = FileManager.default
      try files.createSymbolicLink(
        atPath: "\(folder)/templates", withDestinationPath: Project.templates)
      try files.createDirectory(atPath: "\(folder)/bin", withIntermediateDirectories: true)
      // Only what the script needs: a Chromium of the machine must not be found.
      for tool in ["date", "sleep"] {
        try files.createSymbolicLink(
          atPath: "\(folder)/bin/\(tool)", withDestinationPath: "/bin/\(tool)")
      }
      if let chromium {
        let path = "\(folder)/bin/chromium-browser"
        try Data("#!/bin/sh\n\(chromium)\n".utf8).write(to: URL(fileURLWithPath: path))
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      }
      try files.createDirectory(atPath: "\(folder)/temporary", withIntermediateDirectories: true)
      try body(folder, ["PATH": "\(folder)/bin", "TMPDIR": "\(folder)/temporary"])
      #expect(try files.contentsOfDirectory(atPath: "\(folder)/temporary") == [])
    }
  }

  private func bytes(_ folder: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(Self.pdf)", encoding: .utf8)
  }

  @Test func `without a Chromium nothing is done and the message says what to install`() throws {
    try inAgency(nil) { folder, environment in
      let result = try runPeil(["build", "--pdf"], in: folder, environment: environment)
      #expect(result.exitCode == 2)
      #expect(result.errors.contains("error[pdf.no-chromium]"))
      #expect(result.errors.contains("apt-get install chromium"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/output"))
      #expect(try runPeil(["build"], in: folder, environment: environment).exitCode == 0)
    }
  }

  @Test func `the PDF stands beside the page, without a time, and is published with it`() throws {
    try inAgency(Self.printing) { folder, environment in
      let result = try runPeil(["build", "--pdf"], in: folder, environment: environment)
      #expect(result.exitCode == 0)
      // `/CreationDate (D:20261126082147)` has 32 characters.
      #expect(try bytes(folder) == "%PDF-1.4\n\(String(repeating: " ", count: 32))\n")
      _ = try runPeil(["publish", "site", "--drafts"], in: folder)
      #expect(
        FileManager.default.fileExists(
          atPath: "\(folder)/site/current/bakker/2026-10/report.pdf"))
    }
  }

  @Test func `the sales copy is printed too, and stays with the agency`() throws {
    try inAgency(Self.printing) { folder, environment in
      try write(
        [
          "data/agency.yaml": """
          name: "Bureau"
          call-to-action: {link: "mailto:noor@bureau.example", text: {nl: "Bel ons"}}

          """,
          "data/clients/bakker/client.yaml": """
          name: "Bakker"
          platforms: [instagram]
          broad-sector: food

          """,
        ], below: folder)
      let result = try runPeil(
        ["build", "--pdf", "--edition", "report,proposal"], in: folder, environment: environment)
      #expect(result.exitCode == 0, "\(result.errors)")
      let files = try fileTree("\(folder)/output/bakker/2026-10").keys
      #expect(
        files.sorted() == [
          "index.html", "proposal.html", "proposal.json", "proposal.pdf", "report.html",
          "report.json", "report.pdf",
        ])
      _ = try runPeil(["publish", "site", "--drafts"], in: folder)
      #expect(
        try fileTree("\(folder)/site/current/bakker/2026-10").keys.sorted() == [
          "index.html", "report.html", "report.pdf",
        ])
    }
  }

  @Test func `the PDF is printed once, and goes when its page changes and none is asked for`()
    throws
  {
    try inAgency(Self.printing + "\necho x >> \"$0.count\"") { folder, environment in
      let count = {
        try String(contentsOfFile: "\(folder)/bin/chromium-browser.count", encoding: .utf8).utf8
          .count / 2
      }
      _ = try runPeil(["build"], in: folder, environment: environment)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/\(Self.pdf)"))
      for command in [["build", "--pdf"], ["build", "--pdf"], ["build"]] {
        let result = try runPeil(command, in: folder, environment: environment)
        #expect(result.exitCode == 0)
        #expect(FileManager.default.fileExists(atPath: "\(folder)/\(Self.pdf)"))
      }
      #expect(try count() == 1)

      try write([Self.pdf: "damaged"], below: folder)
      _ = try runPeil(["build", "--pdf"], in: folder, environment: environment)
      #expect(try bytes(folder).hasPrefix("%PDF-"))
      #expect(try count() == 2)

      try write(["data/agency.yaml": "name: \"Ander bureau\"\n"], below: folder)
      _ = try runPeil(["build"], in: folder, environment: environment)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/\(Self.pdf)"))
    }
  }

  @Test(
    arguments: [
      ("echo no display >&2; exit 5", "Chromium ended with 5", "it says: no display"),
      ("kill -SEGV $$", "Chromium was ended by signal 11", ""),
      ("exit 0", "Chromium wrote no PDF", ""),
      (Self.printing + "\necho no PDF > \"$file\"", "Chromium wrote no PDF", ""),
    ])
  func `a page that cannot be printed is released without a PDF, and the exit code tells`(
    _ script: String, message: String, note: String
  ) throws {
    try inAgency(script) { folder, environment in
      let result = try runPeil(["build", "--pdf"], in: folder, environment: environment)
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("error[pdf.not-printed]: \(message)"))
      #expect(result.errors.contains("bakker/2026-10/report.pdf"))
      #expect(note.isEmpty || result.errors.contains(note))
      let files = try fileTree("\(folder)/output/bakker/2026-10").keys
      #expect(files.contains("report.html") && files.contains("report.json"))
      #expect(!files.contains { $0.contains("pdf") })
    }
  }

  private static let chromium = ["chromium", "chromium-browser", "google-chrome"]
    .map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: Self.chromium != nil, "Chromium is not here"))
  func `Chromium prints the same bytes twice`() throws {
    try inAgency(nil) { folder, environment in
      for output in ["one", "two"] {
        let result = try runPeil(
          ["build", "--pdf", "--output", output], in: folder,
          environment: ["TMPDIR": environment["TMPDIR"] ?? "/tmp"])
        #expect(result.exitCode == 0, "\(result.errors)")
      }
      let one = try fileTree("\(folder)/one")
      let two = try fileTree("\(folder)/two")
      #expect(one["bakker/2026-10/report.pdf"]?.starts(with: Data("%PDF-".utf8)) == true)
      #expect(one == two)
    }
  }
}
