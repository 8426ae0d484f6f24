package import PeilModel

/// Figures arranged for a chart and its table; what it looks like is not decided here.
///
/// Every value is a key of the ledger, so that chart, table and text show the same figure.
package struct Exhibit: Equatable, Sendable {
  /// The last part of its id: `followers` in `m1-followers`.
  package var name: String
  package var title: Statement
  package var unit: Statement
  /// Of the table with the same figures.
  package var caption: Statement
  /// Of the columns of its table, where they are not those of its kind.
  package var heads: [Statement] = []
  package var data: Data
  /// How many rows, bars or positions it has.
  package var marks: FigureKey = "exhibit.marks"
  /// Where nothing differs, for exhibits with a reference.
  package var reference: FigureKey = "exhibit.reference"
  /// Stretches without data between known ones, panel by panel and oldest first.
  package var gaps: [Gap] = []
  /// Where the single things are listed that its table does not have.
  package var lookup: Lookup?
  /// The kinds of exports that its figures come from, where they are not those of its belief.
  package var sources: [SourceFile.Kind] = []
  /// What else is to be said of it, below.
  package var remarks: [Statement] = []

  package struct Gap: Equatable, Sendable {
    /// Which of several measures it is that has no data; `nil` where there is only one.
    package var measure: Statement?
    /// The days without data.
    package var days: FigureKey
  }

  package enum Data: Equatable, Sendable {
    /// Values over time, a panel below a panel on one time axis.
    case lines([Panel])
    /// Parts stacked for each month or item.
    case stacks([Stack])
    /// One value a row, sorted or in a given order.
    case bars([Row])
    /// Two shares a row, joined.
    case dumbbells([Pair])
    /// Estimates with intervals beside a reference and thresholds.
    case intervals(Intervals)
    /// A dot a post, in groups.
    case strips(Strips)
    /// Two measures against each other.
    case cloud(Cloud)
    /// Counts by weekday and hour.
    case rhythm(Rhythm)
    /// What part still waits as time goes by.
    case waiting(Waiting)
    /// How unevenly a sum is spread.
    case concentrated(Concentrated)
    /// Rates from step to step.
    case passages([Passage])
  }

  /// One line over time.
  package struct Panel: Equatable, Sendable {
    package var title: Statement
    package var points: [Point]
    /// The same weeks of the year before, where they are known.
    package var comparison: [Point]

    package init(title: Statement, points: [Point], comparison: [Point] = []) {
      self.title = title
      self.points = points
      self.comparison = comparison
    }
  }

  /// A value at a time; the value is unknown where the ledger says so.
  package struct Point: Equatable, Sendable {
    /// A day, week's first day or month, as a figure of the ledger.
    package var time: FigureKey
    package var value: FigureKey

    package init(time: FigureKey, value: FigureKey) {
      self.time = time
      self.value = value
    }
  }

  package struct Stack: Equatable, Sendable {
    package var label: Statement.Argument
    package var parts: [Part]
    package var total: FigureKey

    package struct Part: Equatable, Sendable {
      /// The name of the part in the translations: `parts.organic`.
      package var name: String
      package var value: FigureKey

      package init(name: String, value: FigureKey) {
        self.name = name
        self.value = value
      }
    }

    package init(label: Statement.Argument, parts: [Part], total: FigureKey) {
      self.label = label
      self.parts = parts
      self.total = total
    }
  }

  package struct Row: Equatable, Sendable {
    package var label: Statement.Argument
    /// Gives the row its colour.
    package var platform: Platform?
    package var value: FigureKey
    /// Further columns of its table, in the order of their heads.
    package var notes: [Note]

    package enum Note: Equatable, Sendable {
      case figure(FigureKey)
      case text(Statement.Argument)
      /// There is nothing to note.
      case none
    }

    package init(
      label: Statement.Argument, platform: Platform?, value: FigureKey, notes: [Note] = []
    ) {
      self.label = label
      self.platform = platform
      self.value = value
      self.notes = notes
    }
  }

  package struct Pair: Equatable, Sendable {
    package var label: Statement.Argument
    package var platform: Platform?
    package var from: FigureKey
    package var to: FigureKey

    package init(
      label: Statement.Argument, platform: Platform?, from: FigureKey, to: FigureKey
    ) {
      self.label = label
      self.platform = platform
      self.from = from
      self.to = to
    }
  }

  package struct Intervals: Equatable, Sendable {
    package var rows: [Row]
    /// Where nothing differs: 1 for ratios, 0 for correlations.
    /// `nil` where nothing is to be compared with.
    package var reference: Double?
    /// From where on the belief holds, if every value of an interval lies there; `nil` where no verdict rests on it.
    package var limit: Double?
    package var isLogarithmic: Bool

    package init(
      rows: [Row], reference: Double?, limit: Double? = nil, isLogarithmic: Bool
    ) {
      self.rows = rows
      self.reference = reference
      self.limit = limit
      self.isLogarithmic = isLogarithmic
    }
  }

  package init(
    name: String, title: Statement, unit: Statement, caption: Statement, data: Data
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.caption = caption
    self.data = data
  }
}

extension Exhibit.Data {
  /// What it shows in the order of time: the time of each value and whether the value is known.
  func courses(_ ledger: Ledger) -> [(
    measure: Statement?, course: [(time: FigureKey, isKnown: Bool)]
  )] {
    switch self {
    case .lines(let panels):
      panels.map { panel in
        (panel.title, panel.points.map { ($0.time, ledger.number($0.value) != nil) })
      }
    case .stacks(let stacks):
      [
        (
          nil,
          stacks.compactMap { stack in
            guard case .figure(let time, _) = stack.label else { return nil }
            return (time, ledger.number(stack.total) != nil)
          }
        )
      ]
    case .bars, .dumbbells, .intervals, .strips, .cloud, .rhythm, .waiting, .concentrated,
      .passages:
      []
    }
  }

  /// What its marks are, where they are not bars, rows or positions.
  var markNoun: Quantity.Noun {
    switch self {
    case .strips, .concentrated: .post
    case .lines, .stacks, .bars, .dumbbells, .intervals, .cloud, .rhythm, .waiting, .passages: .none
    }
  }

  package var markCount: Int {
    switch self {
    case .lines(let panels): panels.first?.points.count ?? 0
    case .stacks(let stacks): stacks.count
    case .bars(let rows): rows.count
    case .dumbbells(let pairs): pairs.count
    case .intervals(let intervals): intervals.rows.count
    case .strips(let strips): strips.groups.reduce(0) { $0 + $1.values.count }
    case .cloud(let cloud): cloud.points.count
    case .rhythm(let rhythm): rhythm.rows.count
    case .waiting(let waiting): waiting.groups.count
    // The curve begins before the first post.
    case .concentrated(let spread): spread.curve.count - 1
    case .passages(let passages): passages.count
    }
  }
}

extension Belief {
  /// The kinds of exports that its figures come from.
  package var sourceKinds: [SourceFile.Kind] {
    switch self {
    case .followersAreSuccess: [.followers, .posts, .traffic]
    case .paidIsTheOnlyWay: [.posts, .advertising]
    case .morePlatformsAreBetter: [.posts, .traffic, .costs]
    case .automateEverything: [.posts, .postLog]
    case .hashtagsHelp: [.posts]
    case .trafficIsTheGoal: [.traffic]
    case .socialIsFree: [.costs, .advertising]
    case .goodContentSellsItself: [.posts, .postLog]
    case .socialIsSeparate: [.conversations]
    }
  }
}
