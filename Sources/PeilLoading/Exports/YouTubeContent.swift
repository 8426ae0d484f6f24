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
      .views: ["views", "aufrufe", "visualizações"],
      .impressions: ["impressions", "impressionen", "impressões"],
      .likes: ["likes"],
      .comments: ["comments added"],
      .shares: ["shares"],
    ],
    signature: [.id, .text, .publishedAt, .views],
    assumptions: [.pacificDay]
  ) { record throws(SkipReason) in
    let id = try record.required(record.text(.id))
    guard !["total", "gesamt"].contains(id.lowercased()) else { throw .total }
    let day = try record.required(record.englishDay(.publishedAt))
    var counts = Post.Counts()
    counts.views = record.count(.views)
    counts.videoViews = record.count(.views)
    counts.impressions = record.count(.impressions)
    counts.reactions = record.count(.likes)
    counts.comments = record.count(.comments)
    counts.shares = record.count(.shares)
    record.add(
      Post(
        platform: .youtube, id: id, link: "https://www.youtube.com/watch?v=\(id)",
        publishedAt: record.clocks.pacific.instant(localDay: day, secondOfDay: 43_200),
        format: .video, text: record.text(.text) ?? "", counts: counts, source: record.source))
  }
}
