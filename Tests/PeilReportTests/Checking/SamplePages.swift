import Calendars
import PeilReport
import Testing

/// Two invented pages without a fault, and what the check is told about them.
enum SamplePage: String, CaseIterable, Sendable {
  /// A report's section with charts in two sizes, table, quotation and links, in Dutch.
  case aurora = "aurora.nl"
  /// Notes, a table with groups of columns and a picture of its own, in English.
  case harbour = "harbour.en"

  func text() throws -> String {
    let file = "\(#filePath)".split(separator: "/").dropLast().joined(separator: "/")
    return try readText("/\(file)/Pages/\(rawValue).html")
  }

  var facts: PageFacts {
    var facts = PageFacts()
    facts.clients = PageFacts.Clients(
      names: Self.clients, owner: self == .aurora ? "aurora" : "harbour")
    facts.sheets = [
      PageFacts.Sheet(
        bytes: Array("\nbody { margin: 0 }\np.lead { font-size: 1.2em }\n".utf8),
        // sha256 of the bytes above, by `openssl dgst -sha256 -binary | base64`.
        hash: "mFubuhk3BY27vPnOTqq6nKu5jJ6WyEavaRVECr4driM=")
    ]
    facts.times = PageFacts.Times(
      months: self == .aurora ? Self.dutchMonths : Self.englishMonths,
      days: Self.october)
    switch self {
    case .aurora: addAurora(&facts)
    case .harbour: addHarbour(&facts)
    }
    return facts
  }

  private func addAurora(_ facts: inout PageFacts) {
    facts.language = "nl"
    facts.standsAlone = true
    facts.figures = PageFacts.Figures(
      forms: [
        "month.year": ["2026"], "requests.month": ["1.284", "1,3K"],
        "requests.change": ["12%", "+12%", "12"], "reach.post": ["8,4K", "8.412"],
        "m1.number": ["1"], "m1.rho": ["−0,04"], "m1.level": ["95%"], "m1.low": ["−0,21"],
        "m1.high": ["0,13", "+0,13"], "m1.weeks": ["13"], "m1.w40": ["96"], "m1.w41": ["120"],
        "m5.share": ["18%", "18"], "m5.clicks": ["45"], "m5.unknown": ["–"],
      ], outcomes: ["m1.verdict": ["Misverstand weerlegd", "weerlegd"]],
      required: ["requests.month", "m5.unknown"])
    facts.quotes = PageFacts.TextSet([
      "Bakkerij Aurora", "Bureau Vier", "Actie 7",
      "Verse broodjes! 3 halen, 2 betalen\n#zondag <3",
    ])
    facts.links = PageFacts.TextSet([
      "https://www.aurora.example/acties?maand=10&jaar=2026", "mailto:team@bureauvier.example",
    ])
    facts.charts = PageFacts.Charts([
      "c-m1": PageFacts.Charts.Chart(ticks: ["0", "150"], marks: ["m1.w40", "m1.w41"])
    ])
  }

  private func addHarbour(_ facts: inout PageFacts) {
    facts.language = "en-GB"
    facts.figures = PageFacts.Figures(forms: [
      "p.i.h": ["12"], "p.i.a": ["1,204", "1.2K"], "p.i.r": ["3.5%", "+3.5%"], "p.l.h": ["7"],
      "p.l.a": ["–"], "p.l.r": ["−0.8%", "0.8%"], "c.two": ["2"],
    ])
    facts.quotes = PageFacts.TextSet(["Harbour Museum"])
    facts.links = PageFacts.TextSet(["https://museum.example/visit"])
    facts.charts = PageFacts.Charts([:])
  }

  static let clients = ClientNames([
    ClientNames.Client(
      id: "aurora", names: ["Bakkerij Aurora"], handles: ["@bakkerijaurora"],
      domains: ["aurora.example"], mentions: ["bakers"]),
    ClientNames.Client(id: "bakers", names: ["Brood op de Plank"]),
    ClientNames.Client(id: "harbour", names: ["Harbour Museum"], domains: ["museum.example"]),
    // A name that is part of a longer one of another client.
    ClientNames.Client(id: "fonds", names: ["Aurora"]),
    ClientNames.Client(
      id: "hotel", names: ["Noordzee Hotel", "Café Brûlée", "NZH"],
      handles: ["@noordzee_hotel", "@nzh"],
      domains: ["noordzee.example"]),
  ])

  private static let october =
    Day(daysSince1970: 20_727)...Day(daysSince1970: 20_757)  // 1 and 31 October 2026

  private static let dutchMonths = [
    ["januari"], ["februari"], ["maart"], ["april"], ["mei"], ["juni"], ["juli"], ["augustus"],
    ["september", "sep"], ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
  ]
  private static let englishMonths = [
    ["January"], ["February"], ["March"], ["April"], ["May"], ["June"], ["July"], ["August"],
    ["September"], ["October", "Oct"], ["November"], ["December"],
  ]
}
