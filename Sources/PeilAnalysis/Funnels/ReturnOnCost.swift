import Calendars
import PeilModel
import Statistics

/// What social media brought in against what it cost, as a range over what chance does to conversions.
///
/// Value is the revenue of the web statistics where they give one, else conversions times the value that was
/// agreed per conversion; revenue is not profit, and the sentence says which of the two it is. Cost is full:
/// hours, advertising, tools and production. Formula: value ÷ cost, with Garwood's limits of the conversions;
/// break-even is the number of conversions whose value pays the cost.
struct ReturnOnCost {
  enum Basis: String {
    case revenue, agreed
  }

  let basis: Basis
  let value: Double
  let ratio: Double
  let low: Double
  let high: Double
  let conversions: Int
  /// Conversions that pay the cost, rounded up.
  let breakEven: Int

  init?(_ dataset: Dataset, _ period: ReportingPeriod, cost: Money) {
    let counts = period.weeks.map { dataset.conversions(in: $0) }
    guard cost > .zero, counts.allSatisfy({ $0 != nil }) else { return nil }
    let total = counts.reduce(0) { $0 + ($1 ?? 0) }
    conversions = Int(nearest: total)
    let revenue = dataset.revenue(in: period.window).map(\.amount) ?? 0
    let each: Double
    if revenue > 0, total > 0 {
      basis = .revenue
      each = revenue / total
    } else if let agreed = dataset.client.conversion.value?.amount, agreed > 0 {
      basis = .agreed
      each = agreed
    } else {
      return nil
    }
    guard let events = countRate(conversions, over: 1) else { return nil }
    value = each * total
    ratio = value / cost.amount
    low = each * events.lower / cost.amount
    high = each * events.upper / cost.amount
    breakEven = Int(nearest: (cost.amount / each).rounded(.up))
  }
}
