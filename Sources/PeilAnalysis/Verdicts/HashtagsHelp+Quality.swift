import Calendars
import PeilModel
import Statistics

// How hashtags are used: second measures of belief 5 with the steps that follow from them.
extension HashtagsHelp {
  static let mostLookAlikes = 0.15
  static let mostUnexplained = 0.25
  /// More hashtags a post than this, at the median, are too many.
  static let mostPerPost = 5.0

  static func tellQuality(
    isInverse: Bool, _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) {
    let posts = dataset.data.posts
    let window = dataset.postPlaces(in: period.window).map { dataset.posts[$0].index }
    let year = period.month.advanced(by: -11).firstDay...period.month.lastDay
    let quality = HashtagQuality(
      posts, at: window, &dataset.memory.tags, client: dataset.client,
      year: dataset.postPlaces(in: year).map { dataset.posts[$0].index })
    let typical = quality.typicalCount ?? 0
    section.figure(
      "hashtags-per-post", .count(typical, .hashtag),
      sample: Figure.SampleSize(window.count, .post), definition: .hashtagsPerPost)
    for (name, count, definition) in [
      ("hashtags", quality.tags, Definition.hashtags),
      ("sentence-tags", quality.sentences, .sentenceTags),
      ("generic-tags", quality.generic, .genericTags),
    ] {
      section.figure(name, .count(Double(count), .hashtag), definition: definition)
    }
    for (score, count) in quality.stuffing.enumerated() {
      section.figure(
        "stuffing.\(score)", .count(Double(count), .post), definition: .stuffingScore)
    }
    tellShares(quality, in: &section)
    show(quality, posts: window.count, in: &section)
    if let sentence = quality.commonestSentence {
      section.next.append(
        section.statement("next.sentence", ["tag": section.tag("sentence-tag", sentence)]))
    }
    if typical > mostPerPost || isInverse {
      section.next.append(section.statement("next.fewer"))
    }
    if section.next.isEmpty { section.next = [section.statement("next.keep")] }
  }

  /// The tags of most posts, with how many of those posts say nothing about them and what looks like them.
  private static func show(
    _ quality: HashtagQuality, posts: Int, in section: inout SectionDraft
  ) {
    let tags = quality.commonest(mostShown)
    guard tags.count > 2 else { return }
    let rows = tags.enumerated().map { index, tag in
      let name = "tag.\(index + 1)"
      return Exhibit.Row(
        label: section.tag("\(name).name", tag.tag), platform: nil,
        value: section.figure(
          "\(name).posts", .count(Double(tag.posts), .post), definition: .posts),
        notes: [
          .figure(
            section.figure(
              "\(name).unexplained", .count(Double(tag.unexplained), .post),
              definition: .posts)),
          tag.lookAlike.map { .text(section.tag("\(name).look-alike", $0)) } ?? .none,
        ])
    }
    let arguments: [String: Statement.Argument] = [
      "posts": .figure(
        section.figure("posts-of-window", .count(Double(posts), .post), definition: .posts),
        .counted), "period": section.window(),
    ]
    var exhibit = Exhibit(
      name: "tags", title: section.figureText("tags", "title"),
      unit: section.figureText("tags", "unit", arguments),
      caption: section.figureText("tags", "caption", arguments), data: .bars(rows))
    exhibit.heads = ["hashtag", "times-used", "unexplained", "look-alikes"].map {
      section.figureText("tags", $0)
    }
    if let share = quality.unrelatedShare {
      exhibit.remarks = [
        section.figureText(
          "tags", "unrelated",
          [
            "share": .figure(
              section.figure("unrelated-share", .share(share), definition: .unrelatedShare))
          ])
      ]
    }
    section.exhibits.append(exhibit)
  }

  /// More hashtags than this do not fit in a chart.
  private static let mostShown = 10

  private static func tellShares(_ quality: HashtagQuality, in section: inout SectionDraft) {
    guard let alike = quality.lookAlikeShare, let unexplained = quality.unexplainedShare else {
      return
    }
    let size = Figure.SampleSize(quality.tags, .hashtag)
    section.lead.append(
      section.statement(
        "lead-quality",
        [
          "look-alike": .figure(
            section.figure(
              "look-alike-share", .share(alike), sample: size, definition: .lookAlikeShare)),
          "unexplained": .figure(
            section.figure(
              "unexplained-share", .share(unexplained), sample: size,
              definition: .unexplainedShare)),
        ]))
    if alike > mostLookAlikes, let clearest = quality.clearestLookAlikes {
      section.next.append(
        section.statement(
          "next.one-form",
          [
            "tag": section.tag("look-alike.form", clearest.tag),
            "variants": .list(
              clearest.variants.enumerated().map { index, tag in
                section.tag("look-alike.variant-\(index + 1)", tag)
              }),
          ]))
    }
    if unexplained > mostUnexplained {
      section.next.append(
        section.statement(
          "next.leave-out",
          [
            "tags": .list(
              quality.commonestUnexplained.enumerated().map { index, tag in
                section.tag("unexplained-\(index + 1)", tag)
              })
          ]))
    }
  }
}

extension SectionDraft {
  /// A hashtag as it was written, quoted.
  fileprivate mutating func tag(_ name: String, _ tag: String) -> Statement.Argument {
    .figure(figure(name, .name("#\(tag)"), definition: .name))
  }
}
