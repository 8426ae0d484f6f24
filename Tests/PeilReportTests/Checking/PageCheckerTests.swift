import Diagnostics
import PeilReport
import Testing

@Suite struct PageCheckerTests {
  @Test(arguments: SamplePage.allCases)
  func `says nothing about a good page`(_ page: SamplePage) throws {
    let bytes = Array(try page.text().utf8)
    let result = PageChecker().check(bytes, facts: page.facts, file: "page.html")
    #expect(result.findings.map(\.diagnostic.description) == [])
    #expect(result.isReleasable)
    #expect(result.unchecked == [])
    #expect(result.bytes == bytes)
  }

  @Test func `a client of the settings may be named, and no other`() throws {
    let page = try SamplePage.aurora.text()
    func rules(_ text: String) throws -> [CheckRule] {
      let named = page.replacing("Gemengd beeld", with: text)
      try #require(named != page)
      return PageChecker().check(
        Array(named.utf8), facts: SamplePage.aurora.facts, file: "page.html"
      ).findings.map(\.rule)
    }
    #expect(try rules("Met Brood op de Plank") == [])
    #expect(try Set(rules("Met Harbour Museum")) == [.tenantOther])
  }

  /// Text is walked over sixteen bytes at a time; a name may begin at any of them, and inside a tag.
  @Test(arguments: 0..<40)
  func `a name is found wherever it stands in its text`(_ offset: Int) throws {
    let page = try SamplePage.aurora.text()
    let words = String(repeating: "wij zijn er ", count: 4).prefix(offset)
    let long = String(repeating: "w", count: offset)
    for name in ["Harbour Museum", "Harbour <b>Museum</b>", "Har<b>bour</b> Museum"] {
      for text in [
        "\(words) \(name)", "\(long) \(name) of ook niet", "\(words) (\(name))",
        "\(words)“\(name)”", "– \(words)\(words)– \(name)", "–\(words)\(words)–\(name)",
        "€\u{A0}\(words)\(words)→ \(name)",
      ] {
        let named = page.replacing("Gemengd beeld", with: text)
        let result = PageChecker().check(
          Array(named.utf8), facts: SamplePage.aurora.facts, file: "page.html")
        #expect(result.findings.contains { $0.rule == .tenantOther }, "\(text)")
      }
    }
    // Part of a longer word, it is no name.
    for text in [
      "\(words)xHarbour Museum", "\(words) Harbour Museumw", "\(words)x<b>Harbour</b> Museum",
    ] {
      let named = page.replacing("Gemengd beeld", with: text)
      let result = PageChecker().check(
        Array(named.utf8), facts: SamplePage.aurora.facts, file: "page.html")
      #expect(result.findings.map(\.rule) == [], "\(text)")
    }
  }

  /// Letters by their code points: Ĳ is U+0132, β and γ differ in their second byte alone.
  @Test(arguments: [
    ("IJsbaan", "de \u{132}sbaan", true), ("Ĳsbaan", "IJSBAAN", true),
    ("Studio β7", "studio β7", true),
    ("Studio β7", "studio γ7", false), ("Zuid 2026", "zuid 𝟚𝟘𝟚𝟞", true),
    ("Zuid 2026", "zuid ２０２６", true),
    // Signs that belong to words.
    ("€uro Actie", "– €uro actie", true), ("▲ Top", "nu ▲ top", true), ("Top ▲", "top ▲", true),
    ("▲ Top", "nu ▼ top", false),
  ])
  func `a name is found in the letters that it looks like`(
    _ name: String, _ text: String, _ isFound: Bool
  ) throws {
    let page = try SamplePage.aurora.text()
      .replacing("Verse broodjes!", with: "Verse broodjes! \(text)")
    var facts = SamplePage.aurora.facts
    facts.quotes = nil
    facts.clients = PageFacts.Clients(
      names: ClientNames([
        ClientNames.Client(id: "aurora", names: ["Bakkerij Aurora"]),
        ClientNames.Client(id: "other", names: [name]),
      ]), owner: "aurora")
    let result = PageChecker().check(Array(page.utf8), facts: facts, file: "page.html")
    #expect(result.findings.map(\.rule) == (isFound ? [.tenantOther] : []))
  }

  /// A checker remembers values that hold no name; they may be names of the next client's neighbours.
  @Test(arguments: ["zilverreiger", "zilverreiger-in-de-sloot"])
  func `what was fine for one agency is searched again for another`(_ value: String) throws {
    let checker = PageChecker()
    let page = try SamplePage.aurora.text().replacing("\"goals\"", with: "\"\(value)\"")
    var facts = SamplePage.aurora.facts
    #expect(checker.check(Array(page.utf8), facts: facts, file: "page.html").findings.isEmpty)
    facts.clients = PageFacts.Clients(
      names: ClientNames([
        ClientNames.Client(id: "aurora", names: ["Bakkerij Aurora"]),
        ClientNames.Client(id: "reiger", names: ["Zilverreiger"]),
      ]), owner: "aurora")
    let result = checker.check(Array(page.utf8), facts: facts, file: "page.html")
    #expect(result.findings.map(\.rule) == [.tenantOther])
  }

  @Test func `what a client may show is searched again for the next`() throws {
    let checker = PageChecker()
    let page = try SamplePage.aurora.text().replacing("\"goals\"", with: "\"zilverreiger\"")
    let names = ClientNames([
      ClientNames.Client(id: "aurora", names: ["Bakkerij Aurora"]),
      ClientNames.Client(id: "reiger", names: ["Zilverreiger"]),
    ])
    var facts = SamplePage.aurora.facts
    for (owner, expected) in [("reiger", [CheckRule.tenantOther]), ("aurora", [.tenantOther])] {
      facts.clients = PageFacts.Clients(names: names, owner: owner)
      let result = checker.check(Array(page.utf8), facts: facts, file: "page.html")
      // The heron may be on its own page; there the bakery's name is another client's.
      let isAboutValue = result.findings.contains { $0.message.contains("Zilverreiger") }
      #expect(Set(result.findings.map(\.rule)) == Set(expected))
      #expect(isAboutValue == (owner == "aurora"))
    }
  }

  /// More coordinates than a checker remembers, every second one outside the view box, and all of them twice.
  @Test func `every coordinate is read as itself`() throws {
    let mark = "<use class=\"point\""
    let marks = (0..<2500).map { index in
      "<use href=\"#marker-circle\" x=\"\(index % 2 == 0 ? index / 10 : 1000 + index).\(index % 10)\" y=\"50\"/>"
    }
    let page = try SamplePage.aurora.text().replacing(
      mark, with: "\(marks.joined())\(mark)", maxReplacements: 1)
    let checker = PageChecker()
    for _ in 0..<2 {
      let result = checker.check(
        Array(page.utf8), facts: SamplePage.aurora.facts, file: "page.html")
      #expect(Set(result.findings.map(\.rule)) == [.chartOutside])
      #expect(result.findings.count + result.uncounted == 1250)
    }
  }

  /// The second policy names a sheet that is shorter than what the first one has shown.
  @Test func `a second style sheet is none of the theme`() throws {
    let page = try SamplePage.aurora.text()
    let policy = try #require(
      page.split(separator: "\n").first { $0.hasPrefix("<meta http-equiv") })
    let hash = "mFubuhk3BY27vPnOTqq6nKu5jJ6WyEavaRVECr4driM="
    let other = String(hash.reversed())
    let named = page.replacing(
      "</style>", with: "</style>\n\(policy.replacing(hash, with: other))\n<style>p</style>")
    var facts = SamplePage.aurora.facts
    facts.sheets?.append(PageFacts.Sheet(bytes: Array("p".utf8), hash: other))
    let result = PageChecker().check(Array(named.utf8), facts: facts, file: "page.html")
    #expect(result.findings.contains { $0.rule == .headSheet })
    #expect(result.findings.contains { $0.rule == .headPolicy })
  }

  @Test func `a label with an ampersand is its header in every row`() throws {
    let page = try SamplePage.aurora.text()
      .replacing("Aanvragen</th>", with: "A &amp; B</th>")
      .replacing("data-label=\"Aanvragen\"", with: "data-label=\"A &amp; B\"")
    let result = PageChecker().check(
      Array(page.utf8), facts: SamplePage.aurora.facts, file: "page.html")
    #expect(result.findings.map(\.diagnostic.description) == [])
  }

  @Test func `a class that says nothing in a picture says something outside`() throws {
    let item = "<li>Vraag nieuwe volgers hoe zij de bakkerij vonden.</li>"
    let page = try SamplePage.aurora.text()
      .replacing("<use class=\"point\"", with: "<use class=\"bad\"")
      .replacing(item, with: "<li><span class=\"bad\" data-metric=\"m5.share\">18%</span></li>")
    let result = PageChecker().check(
      Array(page.utf8), facts: SamplePage.aurora.facts, file: "page.html")
    #expect(result.findings.map(\.rule) == [.colourAlone])
  }
}
