import PeilModel

extension ExportFormat {
  /// Meta Ads Manager: what campaigns spent and got, by day where the day was chosen as a breakdown.
  ///
  /// The name is that of the campaign, else of the ad set or of the ad. The first record of a workbook is the account's total and has no campaign. Meta does not say in this
  /// export which of its platforms showed an advertisement.
  static let metaAds = ExportFormat(
    "meta-ads", .advertising,
    columns: [
      .periodStart: ["reporting starts", "start rapportage"],
      .periodEnd: ["reporting ends", "einde rapportage"],
      .campaign: ["campaign name", "campagnenaam", "naam campagne"],
      .project: ["ad set name", "naam advertentieset"],
      .item: ["ad name", "naam advertentie", "advertentienaam"],
      .date: ["day", "dag"], .month: ["month", "maand"],
      .impressions: ["impressions", "weergaven", "vertoningen"],
      .linkClicks: ["link clicks", "klikken op link", "klikken op links", "linkkliks"],
      .spend: ["amount spent", "besteed bedrag"],
    ],
    signature: [.periodStart, .periodEnd, .spend],
    totals: .exact([.spend, .impressions]), assumptions: [.accountTime]
  ) { record throws(SkipReason) in
    guard let name = record.text(.campaign) ?? record.text(.project) ?? record.text(.item) else {
      throw .total
    }
    let day = record.day(.date).map { $0...$0 }
    let days = try record.required(day ?? record.days(.month) ?? record.period())
    var result = AdResult(days: days, source: record.source)
    result.campaign = name
    result.impressions = record.count(.impressions)
    result.linkClicks = record.count(.linkClicks)
    result.spend = record.money(.spend)
    record.add(result)
  }
}
