import Foundation
import PeilPipeline
import TestSupport
import Testing

/// Sentences that only some data bring out, read from the report that they end up in.
@Suite struct SentencesOnPagesTests {
  private static let client = "clients/\(NonsenseClient.slug)"

  /// Looks for sentences in the report of October 2026 without its tags, one space between words.
  ///
  /// - Parameter change: What is different in the files of the client.
  private func expect(
    _ sentences: [String], _ location: SourceLocation = #_sourceLocation,
    with change: (inout [String: String]) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      var files = NonsenseClient.files(language: "nl")
      try change(&files)
      try write(files, below: "\(folder)/data")
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.output = "\(folder)/output"
      request.month = "2026-10"
      let summary = try await Batch(request).run { _ in }
      #expect(summary.outcomes.map(\.state) == [.released])
      let page = try String(
        contentsOfFile: "\(folder)/output/\(NonsenseClient.slug)/2026-10/report.html",
        encoding: .utf8)
      let text = page.replacing(/<[^>]*>/, with: " ")
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let missing = sentences.filter { !text.contains($0) }
      #expect(missing == [], sourceLocation: location)
    }
  }

  /// Header and records of one of the client's tables.
  private func table(
    _ name: String, in files: [String: String]
  ) throws -> (path: String, header: String, records: [String]) {
    let path = "\(Self.client)/exports/zxkqjwvfile-\(name).csv"
    let lines = try #require(files[path]).split(separator: "\n").map(String.init)
    return (path, lines[0], Array(lines.dropFirst()))
  }

  // Posts are on every second day from 1 November, every other of them on Instagram: the 1st of November and the
  // 30th of January, the 90th day after it, and the 2nd of May, the 182nd, are such days.
  @Test func `data with months missing in between are told as two stretches`() async throws {
    try await expect(
      [
        "Instagram: gegevens over 1 november 2025 tot en met 30 januari 2026 en 2 mei tot en met 31 oktober 2026."
      ]
    ) { files in
      let posts = try table("posts", in: files)
      let month = { (record: String) in record.split(separator: ",")[2].prefix(7) }
      files[posts.path] = ([posts.header] + posts.records.filter { month($0) < "2026-02" })
        .joined(separator: "\n")
      files[posts.path.replacing(".csv", with: "-later.csv")] =
        ([posts.header] + posts.records.filter { month($0) > "2026-04" }).joined(separator: "\n")
    }
  }

  // The export ends with the answer of 31 October at 10:40. Every third message has none: the first of the window
  // that nobody else was needed for came in on 29 July at 09:12, 94 days and 88 minutes before, the first that was
  // handed over on 1 August, three days later.
  @Test func `where not nine in ten are answered it is longer than the longest wait`() async throws
  {
    try await expect([
      "Zonder doorverwijzing 36 1,5 uur &gt; 94,1 dagen 33%",
      "Met doorverwijzing 55 1,5 uur &gt; 91,1 dagen 33%",
    ]) { files in
      let conversations = try table("conversations", in: files)
      files[conversations.path] =
        ([conversations.header]
        + conversations.records.enumerated().map { day, record in
          guard day % 3 == 0 else { return record }
          var fields = record.split(separator: ",", omittingEmptySubsequences: false)
          fields[1] = ""
          fields[2] = ""
          return fields.joined(separator: ",")
        }).joined(separator: "\n")
    }
  }

  // 28 more than the 16 of an October with a post on every second day and on its last; September has 15.
  @Test func `more posts than usual are neither good nor bad, and have no arrow`() async throws {
    try await expect(["44 +29 sinds september 2026 Ongewoon"]) { files in
      let settings = "\(Self.client)/client.yaml"
      files[settings] = files[settings]?.replacing(
        "goals: [", with: "goals: [{metric: posts, target: 10}, ")
      let posts = try table("posts", in: files)
      let more = (1...28).map { day in
        "instagram,more\(day),2026-10-\(day < 10 ? "0" : "")\(day)T12:00:00,,image,false,false,2000,1500,60,5,3,1,9,"
      }
      files[posts.path] = ([posts.header] + posts.records + more).joined(separator: "\n")
    }
  }
  @Test func `a chart of impressions without advertising speaks of no parts and no total`()
    async throws
  {
    try await expect([
      "Staven in de tijd, 12 staven, van november 2025 tot en met oktober 2026; organisch van"
    ]) { files in
      let settings = "\(Self.client)/client.yaml"
      files[settings]? += "confirmed-none: [advertising]\n"
      let costs = try table("costs", in: files)
      files[costs.path] = ([costs.header] + costs.records.filter { !$0.contains("advertising") })
        .joined(separator: "\n")
    }
  }
}
