import Calendars
import PeilModel

extension ExportFormat {
  /// YouTube Studio, the table by content: one record a video, with counts over the chosen period.
  ///
  /// The first record is the channel's total, which is not the sum. A video's day is one of California,
  /// written in English under every language; its time of day is not told.
  static let youTubeContent = ExportFormat(
    "youtube-content", .posts, platform: .youtube,
    columns: [
      .id: ["content", "video", "conteúdo"],
      .text: ["video title", "videotitel", "título do vídeo"],
      .publishedAt: [
        "video publish time", "veröffentlichungszeitpunkt des videos",
        "horário de publicação do vídeo",
      ],
      .duration: ["duration", "dauer"],
      .views: youTubeViews,
      .watchHours: youTubeHours,
      .impressions: ["impressions", "impressionen", "impressões"],
      .likes: ["likes"],
      .comments: ["comments added"],
      .shares: ["shares"],
    ],
    signature: [.id, .text, .publishedAt, .views], excluded: youTubeDate,
    totals: .larger([.views, .watchHours, .impressions]), assumptions: [.pacificDay]
  ) { record throws(SkipReason) in
    try record.skipYouTubeTotal(.id)
    let id = try record.required(record.text(.id))
    // A video that was made private or deleted has counts and neither title nor day.
    guard let day = record.day(.publishedAt) else { throw .deleted }
    var counts = record.postCounts()
    counts.videoViews = counts.views
    record.add(
      Post(
        platform: .youtube, id: id, link: "https://www.youtube.com/watch?v=\(id)",
        publishedAt: record.clocks.pacific.instant(localDay: day, secondOfDay: 43_200),
        format: .video, text: record.text(.text) ?? "", counts: counts, source: record.source))
  }
}
