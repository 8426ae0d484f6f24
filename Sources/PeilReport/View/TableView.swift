/// A table with all numbers of a chart, or of the method.
struct TableView: Equatable, Sendable {
  var id: String?
  /// The chart whose figures it shows, where it does not stand in the chart's figure.
  var chart: String?
  var caption: SentenceView
  var columns: [Column]
  var rows: [Row]
  var total: Row?
  var remarks: [SentenceView]
  var form: Form

  private var stacks: Bool {
    switch form {
    case .words: columns.count > Self.widest
    case .numbers: columns.count > Self.widestOfNumbers
    case .heat, .long: false
    }
  }

  enum Form: String, Equatable, Sendable {
    /// Words and numbers.
    case words
    /// Short numbers beside the head of each row.
    case numbers
    /// Cells in shades: it is a chart.
    case heat
    /// Many rows of short numbers, which keep their columns on a phone.
    case long
  }

  init(
    id: String? = nil, chart: String? = nil, caption: SentenceView, columns: [Column], rows: [Row],
    total: Row? = nil, remarks: [SentenceView] = [], form: Form = .numbers
  ) {
    self.id = id
    self.chart = chart
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.total = total
    self.remarks = remarks
    self.form = form
  }

  /// More columns than this become one block per row on a phone.
  private static let widest = 3
  private static let widestOfNumbers = 5

  static let view = RecordView<TableView>(
    "table",
    [
      .optionalText("id") { $0.id },
      .optionalText("chart") { $0.chart },
      .record("caption", SentenceView.view) { $0.caption },
      .flag("stacks") { $0.stacks },
      .optionalText("form") { table in
        switch table.form {
        case .words, .numbers: table.stacks ? "stacks" : nil
        case .heat, .long: table.form.rawValue
        }
      },
      .list("columns", Column.view) { $0.columns },
      .list("rows", Row.view) { $0.rows },
      .optionalRecord("total", Row.view) { $0.total },
      .list("remarks", SentenceView.view) { $0.remarks },
    ])

  struct Column: Equatable, Sendable {
    var text: SentenceView
    var isNumeric: Bool

    static let view = RecordView<Column>(
      "column",
      [
        .text("text") { $0.text.text },
        .optionalText("keys") { $0.text.keys },
        .flag("is-numeric") { $0.isNumeric },
      ])
  }

  struct Row: Equatable, Sendable {
    var header: Cell
    var cells: [Cell]

    static let view = RecordView<Row>(
      "row",
      [
        .record("header", Cell.headerView) { $0.header },
        .list("cells", Cell.view) { $0.cells },
      ])
  }

  struct Cell: Equatable, Sendable {
    enum Content: Equatable, Sendable {
      case plain
      /// A day or a month, as `datetime` wants it.
      case date(iso: String)
      /// A text from outside, with its language where that is known.
      case quoted(language: String?)
    }

    var text: String
    var keys: String?
    /// The head of its column, shown when the table stacks.
    var label: String
    var isNumeric: Bool
    var content: Content
    /// Its step on the sequential ramp, 1 to 6.
    var level: Int?
    /// Small words behind the text.
    var remark: String?

    init(
      _ text: String, keys: String? = nil, label: String = "", isNumeric: Bool = false,
      content: Content = .plain, remark: String? = nil
    ) {
      self.text = text
      self.keys = keys
      self.label = label
      self.isNumeric = isNumeric
      self.content = content
      self.remark = remark
    }

    private var date: String? {
      guard case .date(let iso) = content else { return nil }
      return iso
    }

    private var quotedLanguage: String? {
      guard case .quoted(let language) = content else { return nil }
      return language
    }

    private var isQuoted: Bool {
      guard case .quoted = content else { return false }
      return true
    }

    static let headerView = RecordView<Cell>(
      "row-header",
      [
        .text("text") { $0.text },
        .optionalText("keys") { $0.keys },
        .optionalText("iso") { $0.date },
        .flag("is-quoted") { $0.isQuoted },
        .optionalText("lang") { $0.quotedLanguage },
        .flag("is-plain") { $0.content == .plain },
        .optionalText("remark") { $0.remark },
      ])

    static let view = RecordView<Cell>(
      "cell",
      [
        .text("text") { $0.text },
        .optionalText("key") { $0.keys },
        .text("label") { $0.label },
        .optionalText("look") { $0.level.map { "q\($0)" } ?? ($0.isNumeric ? nil : "words") },
        .optionalText("iso") { $0.date },
        .flag("is-quoted") { $0.isQuoted },
        .optionalText("lang") { $0.quotedLanguage },
        .flag("is-plain") { $0.content == .plain },
      ])
  }
}
