import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// The sales copy of a report: what may stand in it, when it is made and where it goes.
@Suite struct ProposalTests {
  private func request(_ data: String, _ output: String) -> RunRequest {
    var request = RunRequest(
      templates: Project.templates, program: "Peil test", programDigest: "test")
    request.data = data
    request.output = output
    request.languages = ["nl", "en"]
    request.editions = ["report", "proposal"]
    request.jobs = 2
    return request
  }

  /// Every file of the output for the sample agency in both languages, built once for all tests that read it.
  private static let samples = Task {
    try await withTemporaryFolder { folder in
      let summary = try await Batch(ProposalTests().request(Project.data, folder)).run { _ in }
      let errors = summary.outcomes.flatMap(\.diagnostics).filter { $0.severity == .error }
      return (slugs: summary.outcomes.map(\.slug), errors: errors, tree: try fileTree(folder))
    }
  }

  /// Pieces of five letters of a word, in small letters.
  private func pieces(_ word: String) -> [String] {
    let letters = Array(word.lowercased())
    guard letters.count >= 5 else { return [] }
    return (0...(letters.count - 5)).map { String(letters[$0..<($0 + 5)]) }
  }

  /// The page without its style sheet, which is the theme's.
  private func page(_ bytes: Data?) throws -> String {
    let text = String(decoding: try #require(bytes), as: UTF8.self)
    let start = try #require(text.range(of: "<style>"))
    let end = try #require(text.range(of: "</style>"))
    return text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: "")
  }

  // MARK: - What may stand in it

  @Test(arguments: ["nl", "en"])
  func `nothing of a client of nonsense words is in its sales copy`(_ language: String) async throws
  {
    try await withTemporaryFolder { folder in
      try write(NonsenseClient.files(language: language), below: "\(folder)/data")
      var request = request("\(folder)/data", "\(folder)/output")
      request.month = "2026-10"
      request.languages = [language, language == "nl" ? "en" : "nl"]
      let summary = try await Batch(request).run { _ in }
      let outcome = try #require(summary.outcomes.first)
      let errors = outcome.diagnostics.filter { $0.severity == .error }
      #expect(outcome.state == .released && errors.isEmpty, "\(errors)")
      // Most beliefs have a verdict, or there would be little to leak.
      let told = outcome.verdicts.filter { ["refuted", "holds", "mixed"].contains($0.code) }
      #expect(told.reduce(0) { $0 + $1.count } >= 6, "\(outcome.verdicts)")
      let other = language == "nl" ? "en" : "nl"
      let tree = try fileTree("\(folder)/output/\(NonsenseClient.slug)/2026-10")
      for name in ["proposal.html", "proposal.\(other).html", "proposal.json"] {
        // The whole file, style sheet and all.
        let text = String(decoding: try #require(tree[name], "\(name)"), as: UTF8.self).lowercased()
        let found = NonsenseClient.words.flatMap(pieces).filter(text.contains)
        #expect(found == [], "\(name)")
        for trace in ["2025", "2026", "wxqkzjvy", "zkxqwv", NonsenseClient.slug] {
          #expect(!text.contains(trace), "\(name): \(trace)")
        }
      }
      // The report itself names the client, so the words were there to leak.
      #expect(try page(tree["report.html"]).contains("Qzjwvxo"))
    }
  }

  /// Rare is what neither templates nor translations nor the agency's settings have: read here from the files as
  /// they lie, and not from what the program made of them.
  @Test func `no rare word of a sample client's files is in its sales copy`() async throws {
    let (slugs, errors, tree) = try await Self.samples.value
    #expect(errors.isEmpty, "\(errors)")
    let known = try text(below: Project.templates) + text(of: "\(Project.data)/agency.yaml")
    let vocabulary = Set(known.lowercased().split { !$0.isLetter && !$0.isNumber })
    var allowed: Set<String> = []
    for word in vocabulary { allowed.formUnion(pieces(String(word))) }
    for slug in slugs {
      let own = try text(below: "\(Project.data)/clients/\(slug)")
      let rare = Set(own.lowercased().split { !$0.isLetter && !$0.isNumber })
        .subtracting(vocabulary).filter { $0.count >= 5 && $0.contains(where: \.isLetter) }
      #expect(rare.count > 100, "\(slug)")
      let traces = Set(rare.flatMap { pieces(String($0)) }).subtracting(allowed)
      let pages = tree.filter {
        $0.key.hasPrefix("\(slug)/") && $0.key.contains("/proposal.")
          && $0.key.hasSuffix(".html")
      }
      #expect(pages.count == 2)
      for (path, bytes) in pages {
        #expect(bytes.count <= 450_000, "\(path)")
        // Paths of drawings are numbers between letters, and pictures are the agency's.
        let page = try page(bytes)
          .replacing(try Regex(" d=\"[^\"]*\""), with: "")
          .replacing(try Regex(";base64,[^\"]*"), with: "")
          .replacing(try Regex("sha256-[^']*"), with: "")
        let words = Set(page.lowercased().split { !$0.isLetter && !$0.isNumber })
        let found = words.filter { word in pieces(String(word)).contains(where: traces.contains) }
        #expect(found == [], "\(path)")
      }
    }
  }

  private struct Record: Decodable {
    let figures: [Figure]
    struct Figure: Decodable {
      let definition: String
      let unit: String?
      let value: Value?
      let interval: [Double]?
      let text: [String: String]
    }
    enum Value: Decodable {
      case number(Double)
      case text(String)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
      var number: Double? {
        guard case .number(let number) = self else { return nil }
        return number
      }
    }
  }

  /// The sums of money and whole counts of the real ledger have no way into that of the sales copy.
  @Test func `the ledger of a sales copy holds no exact count and no money`() async throws {
    let tree = try await Self.samples.value.tree
    let coarse: Set = [
      "band", "share", "change", "point-change", "index", "month", "months", "week", "ratio",
      "correlation", "seconds",
    ]
    // How many goals, months of a history and platforms there are: all of them visible on the page.
    let small: Set = ["number", "goal", "month", "platform", "week"]
    for (path, bytes) in tree where path.hasSuffix("/proposal.json") {
      let record = try JSONDecoder().decode(Record.self, from: bytes)
      #expect(record.figures.count > 100, "\(path)")
      for figure in record.figures where figure.definition != "constant" {
        guard let unit = figure.unit, !coarse.contains(unit) else { continue }
        let number = try #require(figure.value?.number, "\(path): \(figure)")
        #expect(small.contains(unit) && number <= 52, "\(path): \(figure)")
      }
      for figure in record.figures where ["share", "change"].contains(figure.unit) {
        guard let number = figure.value?.number, figure.definition != "constant",
          figure.definition != "threshold"
        else { continue }
        let hundredths = number * 100
        let isEdge = figure.unit == "share" && (number == 0.025 || number == 0.975)
        #expect(isEdge || abs(hundredths - hundredths.rounded()) < 1e-9, "\(path): \(figure)")
      }
    }
  }

  /// Counts of four digits and amounts, as the report writes them.
  @Test func `the exact numbers of a report do not stand in its sales copy`() async throws {
    let tree = try await Self.samples.value.tree
    for (path, bytes) in tree where path.hasSuffix("/report.json") {
      let place = path.dropLast("report.json".count)
      let record = try JSONDecoder().decode(Record.self, from: bytes)
      let pages = try ["proposal.html", "proposal.nl.html", "proposal.en.html"].compactMap {
        name in
        try tree["\(place)\(name)"].map { try page($0) }
      }
      #expect(pages.count == 2, "\(path)")
      var exact: Set<String> = []
      for figure in record.figures where figure.definition != "constant" {
        guard let number = figure.value?.number, figure.unit != "seconds" else { continue }
        let isAmount = figure.unit == "money" && number > 0
        if isAmount || abs(number) >= 1000 { exact.formUnion(figure.text.values) }
      }
      #expect(exact.count > 10, "\(path)")
      for page in pages {
        // Texts of elements, and their words.
        let texts = Set(page.split { $0 == "<" || $0 == ">" }.map(String.init))
        let words = Set(page.split { $0 == "<" || $0 == ">" || $0 == " " }.map(String.init))
        let found = exact.intersection(texts.union(words))
        #expect(found == [], "\(path)")
      }
    }
  }

  @Test func `all nine verdicts are shown and are those of the report, and the call stands twice`()
    async throws
  {
    try await withTemporaryFolder { folder in
      var request = request(Project.data, folder)
      request.clients = ["the-harbour-house"]
      request.languages = ["en"]
      _ = try await Batch(request).run { _ in }
      let tree = try fileTree("\(folder)/the-harbour-house/2026-10")
      func badges(_ page: String) -> [String] {
        page.components(separatedBy: "<section id=\"m").dropFirst().compactMap { section in
          section.components(separatedBy: "data-verdict=\"").dropFirst().first
            .map { String($0.prefix { $0 != "\"" }) }
        }
      }
      let proposal = try page(tree["proposal.html"])
      let verdicts = badges(try page(tree["report.html"]))
      #expect(verdicts.filter { !$0.isEmpty }.count >= 9)
      #expect(badges(proposal).prefix(9) == verdicts.prefix(9))
      #expect(proposal.contains("Every report of this client is built by the same rules."))
      let call = "<a href=\"https://springtij.example/kennismaken\">"
      #expect(proposal.components(separatedBy: call).count == 3)
      #expect(proposal.components(separatedBy: "Book a first half hour with us").count == 3)
      #expect(proposal.contains("An organisation in hospitality"))
    }
  }

  // MARK: - When it is made

  @Test func `it stands beside the report, and goes when the report is built again without it`()
    async throws
  {
    try await withTemporaryFolder { folder in
      try write(NonsenseClient.files(language: "nl"), below: "\(folder)/data")
      let place = "\(folder)/output/\(NonsenseClient.slug)/2026-10"
      func build(_ editions: [String], month: String = "2026-10") async throws -> ClientOutcome {
        var request = request("\(folder)/data", "\(folder)/output")
        request.month = month
        request.editions = editions
        request.languages = ["nl"]
        return try #require(try await Batch(request).run { _ in }.outcomes.first)
      }
      // The page of the month beside them is the site's.
      func files() throws -> [String] {
        try fileTree(place).keys.filter { $0 != "index.html" }.sorted()
      }
      let plain = ["report.html", "report.json"]
      let both = ["proposal.html", "proposal.json"] + plain
      _ = try await build([])
      #expect(try files() == plain)
      let report = try fileTree(place)["report.html"]
      // Asked for, it is made, and the report stays what it was.
      #expect(try await build(["proposal"]).state == .released)
      #expect(try files() == both)
      #expect(try fileTree(place)["report.html"] == report)
      let run = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/output/run.json"))
      #expect(String(decoding: run, as: UTF8.self).contains("2026-10/proposal.html"))
      #expect(try await build(["report", "proposal"]).state == .unchanged)
      // Nobody asks for it, and nothing has changed: it stays, as a PDF does.
      #expect(try await build([]).state == .unchanged)
      #expect(try files() == both)
      // What it was made from has changed: it may not stay.
      try write(
        ["clients/\(NonsenseClient.slug)/notes/2026-10.md": "# summary\n\nAnders.\n"],
        below: "\(folder)/data")
      #expect(try await build([]).state == .released)
      #expect(try files() == plain)
    }
  }

  @Test func `what it needs and is not there is asked for, and the report is released`()
    async throws
  {
    try await withTemporaryFolder { folder in
      var files = NonsenseClient.files(language: "nl")
      files["agency.yaml"] = "name: \"Bureau\"\n"
      let settings = "clients/\(NonsenseClient.slug)/client.yaml"
      files[settings] = files[settings]?.replacingOccurrences(
        of: "broad-sector: retail\n", with: "")
      try write(files, below: "\(folder)/data")
      let summary = try await Batch(request("\(folder)/data", "\(folder)/output")).run { _ in }
      let outcome = try #require(summary.outcomes.first)
      #expect(outcome.state == .released)
      let errors = outcome.diagnostics.filter { $0.severity == .error }
      #expect(errors.map(\.id) == ["proposal.no-call-to-action", "proposal.no-sector"])
      #expect(!summary.isComplete)
    }
  }

  @Test func `an unknown edition ends the run`() async throws {
    var request = request(Project.data, "/nonexistent")
    request.editions = ["propsal"]
    #expect {
      _ = try Batch(request)
    } throws: { error in
      (error as? RunRefused)?.diagnostics.contains { $0.id == "run.unknown-edition" } == true
    }
  }

  // MARK: - Where it goes

  @Test func `a client's name in a template holds the sales copy back and not the report`()
    async throws
  {
    try await withTemporaryFolder { folder in
      try write(NonsenseClient.files(language: "nl"), below: "\(folder)/data")
      try write(
        [
          "partials/call.mustache":
            "<p class=\"call\"><a href=\"{{href}}\">Qzjwvxo {{#text}}{{text}}{{/text}}{{^text}}{{words.call-to-action}}{{/text}}</a></p>\n"
        ], below: "\(folder)/own")
      var request = request("\(folder)/data", "\(folder)/output")
      request.ownTemplates = "\(folder)/own"
      request.month = "2026-10"
      request.languages = ["nl"]
      let outcome = try #require(try await Batch(request).run { _ in }.outcomes.first)
      #expect(outcome.state == .released)
      #expect(outcome.diagnostics.contains { $0.id == "check.tenant.other" })
      let tree = try fileTree("\(folder)/output")
      let place = "\(NonsenseClient.slug)/2026-10"
      #expect(tree["\(place)/report.html"] != nil && tree["\(place)/proposal.html"] == nil)
      #expect(tree["held-back/\(place)/proposal.html"] != nil)
      let findings = try #require(tree["held-back/\(place)/proposal-findings.txt"])
      #expect(String(decoding: findings, as: UTF8.self).contains("tenant.other"))
      // Mended, it is released, and nothing is held back any more.
      request.ownTemplates = nil
      _ = try await Batch(request).run { _ in }
      let mended = try fileTree("\(folder)/output")
      #expect(mended["\(place)/proposal.html"] != nil)
      #expect(!mended.keys.contains { $0.hasPrefix("held-back/") })
    }
  }

  @Test func `it can be checked again where it lies, and is not published`() async throws {
    try await withTemporaryFolder { folder in
      var request = request(Project.data, "\(folder)/output")
      request.clients = ["museum-de-vuurbaak"]
      request.languages = []
      _ = try await Batch(request).run { _ in }
      let place = "\(folder)/output/museum-de-vuurbaak/2026-10"
      let proof = PageProof(of: ["\(place)/proposal.html"], data: Project.data)
      #expect(proof.isClean && proof.pages.map(\.unchecked) == [[]], "\(proof)")
      // Another number is no figure of its ledger.
      let page = try String(contentsOfFile: "\(place)/proposal.html", encoding: .utf8)
      let range = try #require(page.range(of: "<strong data-metric=\"f-"))
      let end = try #require(page[range.upperBound...].range(of: ">"))
      var forged = page
      forged.insert("9", at: end.upperBound)
      try forged.write(toFile: "\(place)/proposal.html", atomically: true, encoding: .utf8)
      #expect(!PageProof(of: ["\(place)/proposal.html"], data: Project.data).isClean)
      try page.write(toFile: "\(place)/proposal.html", atomically: true, encoding: .utf8)
      var publication = PublishRequest(
        destination: "\(folder)/web", templates: Project.templates)
      publication.data = Project.data
      publication.output = "\(folder)/output"
      publication.includesDrafts = true
      _ = try Publisher.publish(publication)
      let published = try fileTree("\(folder)/web").keys
      #expect(published.contains { $0.hasSuffix("/report.html") })
      #expect(!published.contains { $0.contains("proposal") })
    }
  }

  @Test func `an approval keeps the sales copy beside the report`() async throws {
    try await withTemporaryFolder { folder in
      try write(NonsenseClient.files(language: "nl"), below: "\(folder)/data")
      var request = request("\(folder)/data", "\(folder)/output")
      request.month = "2026-10"
      request.clients = [NonsenseClient.slug]
      request.languages = ["nl"]
      _ = try await Batch(request).run { _ in }
      request.editions = []
      let summary = try await Approval(request, by: "Noor").run()
      #expect(summary.outcomes.map(\.state) == [.released])
      #expect(
        try fileTree("\(folder)/output")["\(NonsenseClient.slug)/2026-10/proposal.html"] != nil)
    }
  }

  private func text(below folder: String) throws -> String {
    try fileTree(folder).sorted { $0.key < $1.key }.map { path, bytes in
      path + " "
        + (bytes.starts(with: [0xFF, 0xFE])
          ? String(data: bytes, encoding: .utf16) ?? "" : String(decoding: bytes, as: UTF8.self))
    }.joined(separator: "\n")
  }

  private func text(of file: String) throws -> String {
    try String(contentsOfFile: file, encoding: .utf8)
  }
}
