import PeilModel

/// Titles of the blocks of Meta's results pages and the labels that tell what lies below them.
///
/// They are data, so that one of another language is one more line, here or in an agency's `labels.yaml`.
struct MetaTitles: Sendable {
  private(set) var entries: [Entry]

  /// What settings call a title or label, and every form of it that was seen, folded as headers are.
  struct Entry: Sendable {
    let group: Group
    let name: String
    let meaning: Meaning
    var labels: [String]
  }

  /// The kind of file, by the name that `peil inspect` prints.
  enum Group: String, CaseIterable, Sendable {
    case daily = "meta-daily"
    case audience = "meta-audience"
    case contentFormats = "meta-content-formats"
  }

  enum Meaning: Equatable, Sendable {
    case title(MetaResults.Content)
    /// Over the days of a series.
    case date
    /// A kind of post, over what posts of it came to.
    case postKind
  }

  /// What a block holds, by its title and the first label below it.
  func content(_ title: String, in group: Group) -> MetaResults.Content? {
    for entry in entries where entry.group == group && entry.labels.contains(title) {
      if case .title(let content) = entry.meaning { return content }
    }
    return nil
  }

  func isLabel(_ label: String, of meaning: Meaning) -> Bool {
    entries.contains { $0.meaning == meaning && $0.labels.contains(label) }
  }

  /// - Returns: The name of the entry that has this label already, if it is another.
  mutating func add(_ label: String, to index: Int) -> String? {
    let entry = entries[index]
    let owner = entries.first { $0.group == entry.group && $0.labels.contains(label) }
    if let owner { return owner.name == entry.name ? nil : owner.name }
    entries[index].labels.append(label)
    return nil
  }

  static let standard = MetaTitles(entries: daily + audience + contentFormats)

  private static let daily: [Entry] = [
    Entry(.daily, "date", .date, ["date", "datum", "fecha"]),
    series("facebook-follows", .newFollowers, .facebook, ["facebook follows"]),
    series("facebook-interactions", .interactions, .facebook, ["facebook content interactions"]),
    series("facebook-link-clicks", .linkClicks, .facebook, ["facebook link clicks"]),
    series("facebook-reach", .reach, .facebook, ["facebook reach", "facebook page reach"]),
    series("facebook-visits", .visits, .facebook, ["facebook visits", "facebook page visits"]),
    series("follows", .newFollowers, nil, ["follows"]),
    series("instagram-follows", .newFollowers, .instagram, ["instagram follows"]),
    series("instagram-interactions", .interactions, .instagram, ["instagram content interactions"]),
    series("instagram-link-clicks", .linkClicks, .instagram, ["instagram link clicks"]),
    series("instagram-reach", .reach, .instagram, ["instagram reach"]),
    series("instagram-visits", .visits, .instagram, ["instagram profile visits"]),
    series("interactions", .interactions, nil, ["content interactions"]),
    series("link-clicks", .linkClicks, nil, ["link clicks"]),
    series("reach", .reach, nil, ["reach"]),
    series("viewers", .viewers, nil, ["viewers"]),
    series("views", .views, nil, ["views"]),
  ]

  private static let audience: [Entry] = [
    Entry(.audience, "age-and-gender", .title(.agesAndGenders), ["age & gender"]),
    Entry(.audience, "cities", .title(.places("city")), ["top cities", "top towns/cities"]),
    Entry(.audience, "countries", .title(.places("country")), ["top countries"]),
  ]

  private static let contentFormats: [Entry] = [
    Entry(
      .contentFormats, "interactions", .title(.contentFormats("interactions")),
      ["content interactions"]),
    Entry(
      .contentFormats, "post-kinds", .postKind,
      ["links", "multi-photo", "others", "photos", "reels", "stories", "text", "videos"]),
    Entry(.contentFormats, "posts", .title(.contentFormats("posts")), ["published content"]),
    Entry(.contentFormats, "views", .title(.contentFormats("views")), ["views"]),
  ]

  private static func series(
    _ name: String, _ measure: DailyValue.Measure, _ platform: Platform?, _ labels: [String]
  ) -> Entry {
    Entry(.daily, name, .title(.daily(measure, platform)), labels)
  }
}

extension MetaTitles.Entry {
  fileprivate init(
    _ group: MetaTitles.Group, _ name: String, _ meaning: MetaTitles.Meaning, _ labels: [String]
  ) {
    self.group = group
    self.name = name
    self.meaning = meaning
    self.labels = labels
  }
}
