import Calendars
import PeilModel

/// What social media cost over some days, by kind.
///
/// Formula: Σ hours × rate + advertising + tools + production, exact in hundredths. A month or week that lies
/// partly outside counts for its days inside. Advertising is that of the advertising account where there is
/// one, else that of the cost file. Hours that were not logged are missing: it is a lower bound.
struct Costs {
  private(set) var hundredthsOfHours = 0
  private(set) var work = Money.zero
  private(set) var advertising = Money.zero
  private(set) var tools = Money.zero
  private(set) var production = Money.zero
  private(set) var sources: [SourceRecord] = []
  /// Hours without a price: no rate is known for them.
  private(set) var hasUnpricedHours = false
  /// The prices of an hour that were used; hours with an amount of their own need none.
  private(set) var rates: Set<Money> = []
  /// What was logged on, or spent through, one platform.
  private(set) var byPlatform: [Platform: Money] = [:]

  var total: Money { work + advertising + tools + production }

  /// As charts show it, by the names of the parts in the translations.
  var parts: [(name: String, amount: Money)] {
    [("hours", work), ("advertising", advertising), ("tools", tools + production)]
  }

  init(_ dataset: Dataset, in days: ClosedRange<Day>) {
    let ads = dataset.data.ads.filter { $0.days.overlaps(days) && $0.spend != nil }
    let costs = dataset.data.costs
    // By index: most entries are about other days, and are not copied to see it.
    for index in costs.indices where costs[index].days.overlaps(days) {
      let entry = costs[index]
      sources.append(entry.source)
      func part(_ whole: Int) -> Int { Self.part(of: whole, over: entry.days, in: days) }
      let amount = entry.amount.map { Money(cents: part($0.cents)) }
      switch entry.kind {
      case .hours:
        let hours = entry.hundredthsOfHours.map(part) ?? 0
        hundredthsOfHours = hundredthsOfHours.addingClamped(hours)
        guard let price = amount ?? price(of: hours, entry, dataset) else {
          hasUnpricedHours = hasUnpricedHours || hours > 0
          continue
        }
        work = work + price
        add(price, to: entry.platform)
      case .advertising:
        guard ads.isEmpty else { continue }
        advertising = advertising + (amount ?? .zero)
        add(amount ?? .zero, to: entry.platform)
      case .tools: tools = tools + (amount ?? .zero)
      case .production:
        production = production + (amount ?? .zero)
        add(amount ?? .zero, to: entry.platform)
      }
    }
    for result in ads {
      let cents = Self.part(of: result.spend?.cents ?? 0, over: result.days, in: days)
      advertising = advertising + Money(cents: cents)
      add(Money(cents: cents), to: result.platform)
    }
    sources += ads.map(\.source)
  }

  /// At the rate of the kind of work, else the client's, else the agency's.
  private mutating func price(
    of hundredths: Int, _ entry: CostEntry, _ dataset: Dataset
  ) -> Money? {
    guard let rate = dataset.hourlyRate(of: entry.item) else { return nil }
    if hundredths > 0 { rates.insert(rate) }
    return Money(cents: Int(nearest: Double(hundredths) * Double(rate.cents) / 100))
  }

  private mutating func add(_ amount: Money, to platform: Platform?) {
    guard let platform else { return }
    byPlatform[platform] = byPlatform[platform, default: .zero] + amount
  }

  /// What falls on some days of an amount that is spread evenly over others.
  private static func part(
    of whole: Int, over all: ClosedRange<Day>, in days: ClosedRange<Day>
  ) -> Int {
    Int(nearest: Double(whole) * Double(all.clamped(to: days).count) / Double(all.count))
  }
}

extension Dataset {
  /// What an hour of a kind of work costs this client.
  fileprivate func hourlyRate(of item: String) -> Money? {
    let ofKind = agency.hourlyRates.isEmpty ? nil : agency.hourlyRates[item.lowercased()]
    return ofKind ?? client.hourlyRate ?? agency.hourlyRate
  }
}
