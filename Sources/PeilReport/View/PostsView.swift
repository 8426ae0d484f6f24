/// All posts of the window, platform by platform.
struct PostsView: Equatable, Sendable {
  var intro: SentenceView
  var groups: [Group]

  static let view = RecordView<PostsView>(
    "posts",
    [
      .record("intro", SentenceView.view) { $0.intro },
      .list("groups", Group.view) { $0.groups },
    ])

  struct Group: Equatable, Sendable {
    var id: String
    /// What is in it, while it is closed.
    var summary: SentenceView
    var table: TableView

    static let view = RecordView<Group>(
      "post-group",
      [
        .text("id") { $0.id },
        .record("summary", SentenceView.view) { $0.summary },
        .record("table", TableView.view) { $0.table },
      ])
  }
}
