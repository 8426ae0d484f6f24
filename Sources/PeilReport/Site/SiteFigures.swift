import Calendars
import PeilAnalysis
import PeilModel

extension Ledger {
  /// Every figure that pages about these clients may show.
  init(of clients: [SiteClient], agency: Agency) {
    self.init()
    func know(_ key: FigureKey, _ quantity: Quantity) {
      addOnce(Figure(key, .known(quantity), definition: .site))
    }
    know(.agency, .name(agency.name))
    know(.clients, .count(Double(clients.count { !$0.months.isEmpty }), .client))
    for client in clients {
      know(.name(client), .name(client.name))
      know(.months(client), .count(Double(client.months.count), .month))
      for held in client.heldBack {
        know(.heldBack(client, held.month), .count(Double(held.findings), .finding))
      }
      for month in client.months {
        know(.month(month.month), .month(month.month))
        know(.year(month.month.year), .name("\(month.month.year)"))
      }
      guard let newest = client.months.first else { continue }
      for kind in Verdict.Kind.allCases {
        know(
          .count(kind, client),
          .count(Double(newest.verdicts.count { $0.kind == kind }), .none))
      }
      guard let main = newest.mainResult else { continue }
      know(.mainMonths(client), .count(Double(main.values.count), .month))
      for (index, value) in main.values.enumerated() {
        let month = newest.month.advanced(by: index + 1 - main.values.count)
        addOnce(
          Figure(
            .main(month, client),
            value.map { .known(main.result.unit($0)) } ?? .unknown(.notConnected),
            definition: main.result.definition, days: month.days))
      }
    }
  }
}

/// Their names begin with the client: pages of the agency show those of many.
extension FigureKey {
  static var agency: FigureKey { "agency.name" }
  static var clients: FigureKey { "site.clients" }
  static func month(_ month: Month) -> FigureKey { "month.\(month.description)" }
  static func year(_ year: Int) -> FigureKey { "year.\(year)" }

  static func name(_ client: SiteClient) -> FigureKey {
    "client.\(client.slug.text).name"
  }

  static func months(_ client: SiteClient) -> FigureKey {
    "client.\(client.slug.text).months"
  }

  static func heldBack(_ client: SiteClient, _ month: Month) -> FigureKey {
    "client.\(client.slug.text).held-back.\(month.description)"
  }

  static func count(_ kind: Verdict.Kind, _ client: SiteClient) -> FigureKey {
    "client.\(client.slug.text).verdicts.\(kind.rawValue)"
  }

  static func verdict(
    of belief: Belief, _ month: Month, _ client: SiteClient
  ) -> FigureKey {
    "client.\(client.slug.text).\(month.description).\(belief.code).verdict"
  }

  static func main(_ month: Month, _ client: SiteClient) -> FigureKey {
    "client.\(client.slug.text).main.\(month.description)"
  }

  static func mainMonths(_ client: SiteClient) -> FigureKey {
    "client.\(client.slug.text).main.months"
  }
}
