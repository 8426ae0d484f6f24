import PeilModel

extension ExportFormat {
  /// Google Analytics 4, traffic by source and day: which platform a visit came from.
  ///
  /// A report by source without a day cannot be laid beside weeks and is not read as this. Sources that
  /// are none of the client's platforms are left out, because the report is about social media.
  static let googleAnalyticsTraffic = ExportFormat(
    "ga4-traffic", .traffic, layout: .analytics,
    columns: [
      .source: [
        "session source / medium", "session source", "session source/medium",
        "sessiebron/-medium", "sessiebron / medium",
      ],
      .date: ["date", "datum"],
      .sessions: ["sessions", "sessies"],
      .engagedSessions: ["engaged sessions", "betrokken sessies"],
      .conversions: ["key events", "conversions", "belangrijke gebeurtenissen", "conversies"],
      .revenue: ["total revenue", "purchase revenue", "totale opbrengst"],
    ],
    signature: [.source, .date, .sessions],
    assumptions: [.propertyTime]
  ) { record throws(SkipReason) in
    let day = try record.required(record.compactDay(.date))
    record.note(day)
    let source = try record.required(record.text(.source))
    guard let origin = TrafficOrigin(source: source) else { throw .otherSource }
    guard record.client.platforms.contains(origin.platform) else { throw .otherPlatform }
    var traffic = TrafficDay(day: day, platform: origin.platform, source: record.source)
    traffic.isPaid = origin.isPaid
    traffic.sessions = record.count(.sessions)
    traffic.engagedSessions = record.count(.engagedSessions)
    traffic.conversions = record.number(.conversions)
    traffic.revenue = record.money(.revenue)
    record.add(traffic)
  }
}

/// The platform that a source of visits belongs to.
struct TrafficOrigin {
  let platform: Platform
  let isPaid: Bool?

  /// - Parameter source: As Google Analytics writes it: `l.instagram.com / referral`, `facebook / paid`.
  /// - Returns: `nil` when it is no platform.
  ///
  /// Source of the paid media: Google, *Default channel group* of Analytics, manual traffic.
  init?(source: String) {
    let parts = source.lowercased().split(separator: "/", maxSplits: 1)
      .map { String($0).trimmingBlanks() }
    guard let name = parts.first else { return nil }
    let host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    guard let platform = Self.platforms[host] ?? Self.platform(ofSubdomain: host) else {
      return nil
    }
    self.platform = platform
    isPaid = parts.count > 1 ? Self.isPaid(parts[1]) : nil
  }

  /// Source names and domains, as links are tagged and browsers tell them.
  private static let platforms: [String: Platform] = [
    "facebook": .facebook, "facebook.com": .facebook, "fb": .facebook, "fb.com": .facebook,
    "ig": .instagram, "instagram": .instagram, "instagram.com": .instagram,
    "linkedin": .linkedin, "linkedin.com": .linkedin, "lnkd.in": .linkedin,
    "pinterest": .pinterest, "pinterest.com": .pinterest, "pinterest.nl": .pinterest,
    "snapchat": .snapchat, "snapchat.com": .snapchat,
    "t.co": .x, "twitter": .x, "twitter.com": .x, "x": .x, "x.com": .x,
    "threads": .threads, "threads.com": .threads, "threads.net": .threads,
    "tiktok": .tiktok, "tiktok.com": .tiktok,
    "wa.me": .whatsapp, "whatsapp": .whatsapp, "whatsapp.com": .whatsapp,
    "youtu.be": .youtube, "youtube": .youtube, "youtube.com": .youtube,
  ]

  /// As Google Analytics tells paid channels and display advertising from others, and two tags that
  /// put the word behind.
  private static func isPaid(_ medium: String) -> Bool {
    paidMedia.contains(medium) || medium.hasPrefix("paid") || medium.contains("cp")
  }

  private static let paidMedia: Set<String> = [
    "banner", "display", "expandable", "interstitial", "ppc", "retargeting", "social-paid",
    "social_paid",
  ]

  /// `l.instagram.com`, `m.facebook.com`, `out.linkedin.com`.
  private static func platform(ofSubdomain host: String) -> Platform? {
    guard let dot = host.firstIndex(of: ".") else { return nil }
    return platforms[String(host[host.index(after: dot)...])]
  }
}
