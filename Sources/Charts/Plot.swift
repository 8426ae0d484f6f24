/// A chart as geometry: a size, axes and placed marks, ready for templates to draw.
///
/// Lists are in drawing order, and the templates draw the lists in the order in which they stand
/// here; an empty list draws nothing. Places are units of the `viewBox`, from the top left corner.
public struct Plot: Equatable, Sendable {
  /// Which of the two drawings of a chart this is.
  public enum Size: String, Hashable, Sendable, CaseIterable {
    /// 720 units wide: for columns of text and paper.
    case wide
    /// 300 units wide: for phones and narrow columns, with text of the same size.
    case narrow
  }

  /// `nil` for charts of a word's size, which have one drawing only.
  public let size: Size?
  public let width: Coordinate
  public let height: Coordinate
  /// The rectangle that the scales fill.
  public let frame: Frame

  public var bands: [Band] = []
  public var areas: [Area] = []
  public var grid: [Rule] = []
  /// Earlier periods, drawn under this one.
  public var comparisons: [Line] = []
  public var bars: [Bar] = []
  public var cells: [Cell] = []
  public var lines: [Line] = []
  /// Zero lines, targets, reference lines, thresholds and leaders of labels.
  public var rules: [Rule] = []
  public var intervals: [Interval] = []
  /// Single things that are too many for points of their own.
  public var dots: [Dots] = []
  public var points: [Point] = []
  public var icons: [Icon] = []
  /// Of the key above the frame.
  public var swatches: [Swatch] = []
  public var xTicks: [Tick] = []
  public var yTicks: [Tick] = []
  public var labels: [Label] = []
  public var hovers: [Hover] = []

  /// A class name: `wide`, `narrow` or `inline`.
  public var sizeName: String { size?.rawValue ?? "inline" }

  /// Of the value axes that do not begin at zero: words beside the chart must say so.
  public var axisStarts: [AxisStart] = []

  init(size: Size?, width: Double, height: Double, frame: Frame) {
    self.size = size
    self.width = Coordinate(width)
    self.height = Coordinate(height)
    self.frame = frame
  }
}

/// Where a value axis begins that does not begin at zero.
public struct AxisStart: Equatable, Sendable {
  /// Of its first tick.
  public var text: String
  /// The index of the panel whose own axis it is; `nil` for the one axis of a chart.
  public var panel: Int?

  /// - Returns: `nil` for an axis that holds zero, for a logarithmic one, which has none, and for one without texts.
  init?(_ axis: ValueAxis.Resolved, panel: Int? = nil) {
    guard !axis.hasZero, !axis.isLogarithmic,
      let text = axis.ticks.first(where: { !$0.text.isEmpty })?.text
    else { return nil }
    self.text = text
    self.panel = panel
  }
}

extension Plot {
  /// The same drawing with marks that have no keys, beside one whose marks have them.
  public var unkeyed: Plot {
    var plot = self
    // Without a key, a bar without a size is nothing.
    plot.bars.removeAll { $0.width.tenths == 0 || $0.height.tenths == 0 }
    for index in plot.bars.indices { plot.bars[index].key = nil }
    for index in plot.cells.indices { plot.cells[index].key = nil }
    for index in plot.comparisons.indices { plot.comparisons[index].keys = nil }
    for index in plot.lines.indices { plot.lines[index].keys = nil }
    for index in plot.dots.indices { plot.dots[index].keys = nil }
    for index in plot.points.indices { plot.points[index].key = nil }
    return plot
  }
}

extension Plot {
  /// Adds labels that say something.
  mutating func add(_ labels: [Label]) {
    self.labels += labels.filter { !$0.text.isEmpty }
  }

  mutating func add(_ label: Label) {
    add([label])
  }
}

/// A rectangle on a plot, by its edges; `bottom` is the larger number.
public struct Frame: Equatable, Sendable {
  public var left: Double
  public var top: Double
  public var right: Double
  public var bottom: Double

  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  public var width: Double { right - left }
  public var height: Double { bottom - top }
}

extension Plot.Size {
  /// In units of the `viewBox`.
  var width: Double {
    switch self {
    case .wide: 720
    case .narrow: 300
    }
  }
}
