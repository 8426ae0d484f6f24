package import Calendars
package import PeilModel

// Exhibits of single things: posts, weeks, conversations.
extension Exhibit {
  /// Where the single things of a chart are listed that its own table does not have.
  package enum Lookup: Equatable, Sendable {
    /// The table of all posts.
    case posts
    /// The table of another exhibit of the section, by its name.
    case exhibit(String)
  }

  /// A dot for each of many posts, in groups with their medians.
  package struct Strips: Equatable, Sendable {
    package var groups: [Group]
    package var scale: Scale

    package enum Scale: Equatable, Sendable {
      /// Over several orders of magnitude.
      case logarithmic
      /// Times as much, around one.
      case ratio
    }

    package struct Group: Equatable, Sendable {
      package var label: Statement.Argument
      package var platform: Platform?
      /// In the unit of the median, ascending; the posts have their own figures in the table of all posts.
      package var values: [Double]
      /// With its interval and the number of posts.
      package var median: FigureKey
      /// Posts far from the others, the farthest first.
      package var outliers: [Outlier]

      package init(
        label: Statement.Argument, platform: Platform? = nil, values: [Double], median: FigureKey,
        outliers: [Outlier] = []
      ) {
        self.label = label
        self.platform = platform
        self.values = values
        self.median = median
        self.outliers = outliers
      }
    }

    package struct Outlier: Equatable, Sendable {
      /// In the values of its group, from 0.
      package var index: Int
      /// What the post is called: its day.
      package var name: Statement
      /// Of the post, in the table of all posts.
      package var value: FigureKey
    }

    package init(groups: [Group], scale: Scale) {
      self.groups = groups
      self.scale = scale
    }
  }

  /// Two measures of the same things against each other.
  package struct Cloud: Equatable, Sendable {
    package var points: [Point]
    package var across: Axis
    package var upward: Axis
    /// A fitted line from left to right.
    package var trend: [Trend]
    /// What relates the two, with its interval.
    package var note: Statement?
    /// What the quarters are that the medians make.
    package var quarters: Quarters?

    package struct Point: Equatable, Sendable {
      /// The week that it is about, for clouds with a table of their own.
      package var time: FigureKey?
      package var platform: Platform?
      package var x: FigureKey
      package var y: FigureKey
      /// What the text speaks of, in words beside the point.
      package var name: Statement?

      package init(
        time: FigureKey? = nil, platform: Platform? = nil, x: FigureKey, y: FigureKey,
        name: Statement? = nil
      ) {
        self.time = time
        self.platform = platform
        self.x = x
        self.y = y
        self.name = name
      }
    }

    package struct Axis: Equatable, Sendable {
      package var name: Statement
      package var isLogarithmic: Bool
      /// Divides the points in two halves.
      package var median: FigureKey?

      package init(_ name: Statement, isLogarithmic: Bool = false, median: FigureKey? = nil) {
        self.name = name
        self.isLogarithmic = isLogarithmic
        self.median = median
      }
    }

    package struct Trend: Equatable, Sendable {
      package var x: Double
      package var y: Double
    }

    package struct Quarters: Equatable, Sendable {
      package var lowLow: Statement
      package var lowHigh: Statement
      package var highLow: Statement
      package var highHigh: Statement
    }

    /// With fewer points than this there is nothing to see.
    package static let fewest = 8

    package init(
      points: [Point], across: Axis, upward: Axis, trend: [Trend] = [], note: Statement? = nil,
      quarters: Quarters? = nil
    ) {
      self.points = points
      self.across = across
      self.upward = upward
      self.trend = trend
      self.note = note
      self.quarters = quarters
    }
  }

  /// How often something occurs in each block of hours of each weekday.
  package struct Rhythm: Equatable, Sendable {
    package var rows: [Row]
    /// From where to where a block goes, in hours of the day.
    package var blocks: [Block]

    package struct Row: Equatable, Sendable {
      package var weekday: Day.Weekday
      /// One for each block.
      package var counts: [FigureKey]
    }

    package struct Block: Equatable, Sendable {
      package var from: FigureKey
      package var to: FigureKey
    }

    /// Cells with fewer say nothing.
    package static let fewest = 3.0
  }

  /// What part still waits as time goes by, in groups.
  package struct Waiting: Equatable, Sendable {
    package var groups: [Group]
    /// Of the table: hours since the beginning.
    package var hours: [FigureKey]

    package struct Group: Equatable, Sendable {
      package var label: Statement.Argument
      /// In hours, ascending, with the part that waits from then on.
      package var steps: [Step]
      /// How long those were watched, in hours, that had not ended.
      package var censored: [Double]
      /// After each of the hours of the table; unknown where nobody was watched as long.
      package var remaining: [FigureKey]
      package var median: FigureKey
      package var ninetieth: FigureKey
      /// The longest wait that was seen; only where one of the two was not reached.
      package var longest: FigureKey?
    }

    package struct Step: Equatable, Sendable {
      package var time: Double
      package var remaining: Double
    }
  }

  /// How unevenly a sum is spread, from the weakest thing to the strongest.
  package struct Concentrated: Equatable, Sendable {
    /// Parts of the things and of the sum, ascending.
    package var curve: [Part]
    /// Of the table.
    package var rows: [Row]
    /// The point to look at, with its words.
    package var marked: Part
    package var label: Statement

    package struct Part: Equatable, Sendable {
      package var things: Double
      package var sum: Double
    }

    package struct Row: Equatable, Sendable {
      package var things: FigureKey
      package var sum: FigureKey
    }
  }

  /// How much of one step goes on to the next.
  package struct Passage: Equatable, Sendable {
    package var label: Statement
    /// How many there were before and behind it; `nil` where the rate is that of a typical post, which is no part of
    /// two totals.
    package var counts: Counts?
    /// With its interval.
    package var rate: FigureKey

    package struct Counts: Equatable, Sendable {
      package var from: FigureKey
      package var to: FigureKey
    }
  }
}
