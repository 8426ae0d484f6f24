import PeilModel

extension ExportFormat {
  /// Meta Ads Manager: what campaigns spent and got, by day where the day was chosen as a breakdown.
  ///
  /// The first record of a workbook is the account's total and has no campaign. Meta does not say in this
  /// export which of its platforms showed an advertisement.
  static let metaAds = ExportFormat(
    "meta-ads", .advertising,
    columns: [
      .periodStart: ["reporting starts", "start rapportage"],
      .periodEnd: ["reporting ends", "einde rapportage"],
      .campaign: ["campaign name", "campagnenaam", "naam campagne"],
      .date: ["day", "dag"],
      .impressions: ["impressions", "weergaven", "vertoningen"],
      .linkClicks: ["link clicks", "klikken op link", "klikken op links", "linkkliks"],
      .spend: ["amount spent", "besteed bedrag"],
    ],
    signature: [.periodStart, .periodEnd, .spend],
    assumptions: [.accountTime]
  ) { record throws(SkipReason) in
    guard let campaign = record.text(.campaign) else { throw .total }
    let days = try record.required(record.isoDay(.date).map { $0...$0 } ?? record.period())
    var result = AdResult(days: days, source: record.source)
    result.campaign = campaign
    result.impressions = record.count(.impressions)
    result.linkClicks = record.count(.linkClicks)
    result.spend = record.money(.spend)
    record.add(result)
  }
}
