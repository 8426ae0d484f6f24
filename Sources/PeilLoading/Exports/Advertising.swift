import CSV
import Calendars
import PeilModel

extension ExportFormat {
  /// LinkedIn Ads, campaign performance: notes before the header, a period or a day a record.
  static let linkedInAds = ExportFormat(
    "linkedin-ads", .advertising, platform: .linkedin,
    columns: [
      .periodStart: ["start date in utc", "start date"],
      .periodEnd: ["end date in utc", "end date"],
      .campaign: ["campaign name"], .company: ["account name"], .currency: ["currency"],
      .spend: ["total spent"], .impressions: ["impressions"], .linkClicks: ["clicks"],
    ],
    signature: [.campaign, .spend, .impressions, .company],
    totals: .exact([.spend, .impressions]), assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    guard let campaign = record.text(.campaign), campaign.lowercased() != "total" else {
      throw .total
    }
    // A start without an end is a report by day.
    let day = record.has(.periodEnd) ? nil : record.day(.periodStart)
    let days = day.map { $0...$0 } ?? record.period() ?? record.facts.period
    try record.addAdvertising(campaign, on: try record.required(days), .linkedin)
  }

  /// Pinterest Ads: a total stands at the end.
  static let pinterestAds = ExportFormat(
    "pinterest-ads", .advertising, platform: .pinterest,
    columns: [
      .date: ["date"], .campaign: ["campaign name"], .item: ["ad group name"],
      .spend: ["spend in account currency"], .impressions: ["impressions"],
      .clicks: ["pin clicks"], .linkClicks: ["outbound clicks"],
    ],
    signature: [.campaign, .spend, .impressions, .clicks],
    totals: .exact([.spend, .impressions]), assumptions: [.accountTime]
  ) { record throws(SkipReason) in
    let first = record.text(.date)?.lowercased()
    guard let campaign = record.text(.campaign), first != "total" else { throw .total }
    let day = record.day(.date)
    let days = day.map { $0...$0 } ?? record.facts.period
    try record.addAdvertising(campaign, on: try record.required(days), .pinterest)
  }

  /// Google Ads, campaigns, keywords and other reports: a title and a period before the header, totals at
  /// the end that overlap.
  static let googleAds = ExportFormat(
    "google-ads", .reference,
    columns: [
      .campaign: ["campaign", "campagne"], .item: ["keyword", "ad group", "zoekwoord"],
      .status: ["campaign status", "keyword status", "ad status", "ad group status"],
      .currency: ["currency code", "valutacode"], .impressions: ["impr.", "impressions", "vert."],
      .clicks: ["clicks", "klikken"], .spend: ["cost", "kosten"],
      .conversions: ["conversions", "conversies"],
    ],
    signature: [.campaign, .currency, .impressions, .spend],
    totals: .exact([.impressions, .spend]), assumptions: [.accountTime, .notSocial]
  ) { record throws(SkipReason) in
    guard !record.isGoogleTotal else { throw .total }
    guard record.text(.campaign) != nil else { throw .incomplete }
    if let period = record.facts.period {
      record.note(period.lowerBound)
      record.note(period.upperBound)
    }
    record.tally([
      .impressions: "ad-impressions", .clicks: "ad-clicks", .spend: "ad-spend",
      .conversions: "conversions",
    ])
  }
}

extension RecordReader {
  fileprivate mutating func addAdvertising(
    _ campaign: String, on days: ClosedRange<Day>, _ platform: Platform
  ) throws(SkipReason) {
    var result = AdResult(days: days, source: source)
    result.platform = platform
    result.campaign = campaign
    result.impressions = count(.impressions)
    result.linkClicks = count(.linkClicks)
    result.spend = money(.spend)
    add(result)
  }

  /// `Total: Account` in the first column, or in that of the match type.
  fileprivate var isGoogleTotal: Bool {
    (0..<min(record.count, 4)).contains { column in
      record.withBytes(at: column) { bytes in
        bytes.count > 6 && zip(bytes.indices, "Total:".utf8).allSatisfy { bytes[$0] == $1 }
      }
    }
  }
}
