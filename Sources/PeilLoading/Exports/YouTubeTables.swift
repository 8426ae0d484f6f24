import CSV
import PeilModel

// YouTube Studio: three tables in an archive. Days are Californian and ISO; soft hyphens stand in German
// labels.
extension ExportFormat {
  /// `Totals.csv`: the whole channel by day, in one measure.
  ///
  /// The series begins with the chosen period, perhaps years before the channel.
  static let youTubeDays = ExportFormat(
    "youtube-days", .dailySeries, platform: .youtube,
    columns: [
      .date: youTubeDate, .views: youTubeViews, .watchHours: youTubeHours,
      .subscribers: ["subscribers", "abonnenten", "inscritos"],
      .impressions: ["impressions", "impressionen", "impressões"], .likes: ["likes"],
      .comments: ["comments added"], .shares: ["shares"],
    ],
    signature: [.date], width: 2, dates: .ordered(.date), assumptions: [.pacificDays]
  ) { record throws(SkipReason) in
    let day = try record.required(record.day(.date))
    if let seconds = record.hours(.watchHours, inPartsOf: 3600),
      record.client.platforms.contains(.youtube)
    {
      record.note(day)
      record.add(day, .youtube, .watchSeconds, seconds)
      return
    }
    try record.addDay(
      day, .youtube,
      [
        .views: .views, .subscribers: .netFollowers, .impressions: .impressions,
        .likes: .reactions, .comments: .comments, .shares: .shares,
      ])
  }

  /// `Table data.csv` by anything but content: countries, sources of traffic, ages.
  static let youTubeTable = ExportFormat(
    "youtube-table", .reference, platform: .youtube,
    columns: [
      .dimension: youTubeDimensions, .views: youTubeViews, .watchHours: youTubeHours,
      .impressions: ["impressions", "impressionen", "impressões"], .date: youTubeDate,
    ],
    signature: [.dimension, .views], excluded: youTubeDate,
    totals: .larger([.views, .watchHours, .impressions]), assumptions: [.pacificDays]
  ) { record throws(SkipReason) in
    try record.skipYouTubeTotal(.dimension)
    record.tally([.views: "views", .watchHours: "watch-hours", .impressions: "impressions"])
  }

  /// `Chart data.csv`: days of the items that were ticked, about five; no totals.
  static let youTubeChart = ExportFormat(
    "youtube-chart", .reference, platform: .youtube,
    columns: [
      .date: youTubeDate, .dimension: youTubeDimensions + ["content", "video", "conteúdo"],
      .views: youTubeViews,
    ],
    signature: [.date, .dimension, .views], dates: .ordered(.date), assumptions: [.pacificDays]
  ) { record throws(SkipReason) in
    record.note(try record.required(record.day(.date)))
    guard record.count(.views) != nil else { throw .notMeasured }
    record.tally([.views: "views"])
  }

  static let youTubeViews = ["views", "aufrufe", "visualizações", "weergaven"]
  static let youTubeHours = [
    "watch time hours", "wiedergabezeit stunden", "tempo de exibição horas",
  ]
  static let youTubeDate = ["date", "datum", "data"]

  private static let youTubeDimensions = [
    "cities", "city name", "device type", "geography", "geografie", "operating system",
    "playback location", "subscription status", "traffic source", "traffic type",
    "viewer age", "viewer gender",
  ]
}

extension RecordReader {
  /// The channel's total, and the sentence below a table that was cut at 500 records.
  func skipYouTubeTotal(_ field: Field) throws(SkipReason) {
    let name = try required(text(field))
    guard !["total", "gesamt", "totaal"].contains(name.filter { $0 != "\u{AD}" }.lowercased())
    else { throw .total }
    guard record.count > 1 else { throw .footer }
  }
}
