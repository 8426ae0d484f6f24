import Calendars
import PeilAnalysis
import PeilModel

extension ReportComposer {
  /// The table that all charts with a dot a post share.
  var posts: PostsView? {
    guard !findings.posts.isEmpty else { return nil }
    return PostsView(
      intro: writer.joined(intro),
      groups: findings.posts.map { group($0) })
  }

  /// What the columns are, of those that there are.
  private var intro: [Statement] {
    var statements = [Statement("posts.intro", ["period": .figure("period.window")])]
    let used = EngagementDenominator.allCases.filter { denominator in
      findings.posts.contains { $0.denominator == denominator }
    }
    let bases = used.map { denominator -> Statement.Argument in
      let base = Statement.Argument.phrase("posts.bases.\(denominator.rawValue)")
      guard used.count > 1 else { return base }
      let platforms = findings.posts.filter { $0.denominator == denominator }
      return .statement(
        Statement(
          "posts.base-on",
          ["base": base, "platforms": .list(platforms.map { .platform($0.platform) })]))
    }
    if !bases.isEmpty { statements.append(Statement("posts.engagement", ["bases": .list(bases)])) }
    if findings.posts.contains(where: { $0.rows.contains { $0.quality != nil } }) {
      statements.append(Statement("posts.quality"))
    }
    return statements + [Statement("posts.not-compared")]
  }

  private func group(_ posts: PostsFinding) -> PostsView.Group {
    let arguments: [String: Statement.Argument] = [
      "platform": .platform(posts.platform), "posts": .figure(posts.count, .counted),
      "period": .figure("period.window"),
    ]
    // What a platform never tells needs no column.
    let columns = Self.measures.filter { measure in
      posts.rows.contains { measure.get($0) != nil }
    }
    let figures = FigureComposer(findings: findings, writer: writer)
    let heads =
      [figures.column("date", isNumeric: false)] + columns.map { figures.column($0.name) }
    return PostsView.Group(
      id: "posts-\(posts.platform.rawValue)",
      summary: writer.sentence(Statement("posts.summary", arguments)),
      table: TableView(
        caption: writer.sentence(Statement("posts.caption", arguments)), columns: heads,
        rows: posts.rows.map { row in
          TableView.Row(
            header: TableView.Cell(
              writer.locale.dayAndMonth(row.day), content: .date(iso: row.day.description),
              remark: remark(row)),
            cells: zip(columns, heads.dropFirst()).map { measure, head in
              measure.get(row).map { figures.cell($0, under: head) }
                ?? figures.dash(under: head)
            })
        }, form: .long))
  }

  private static let measures: [(name: String, get: @Sendable (PostsFinding.Row) -> FigureKey?)] = [
    ("reach", { $0.reach }), ("engagement", { $0.engagementRate }), ("quality", { $0.quality }),
    ("hashtags", { $0.hashtags }),
  ]

  /// How it was posted, and why it is not compared.
  private func remark(_ row: PostsFinding.Row) -> String? {
    let state: String? =
      switch row.state {
      case .compared: nil
      case .young, .boosted: writer.word("posts.\(row.state.rawValue)")
      }
    let words = [row.authorship.map { writer.word("authorship.\($0.rawValue)") }, state]
      .compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
