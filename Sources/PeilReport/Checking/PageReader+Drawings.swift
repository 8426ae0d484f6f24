internal import HTMLDialect

/// Pictures: their names, their marks, and that a chart shows what its table says.
extension PageReader {
  mutating func beginDrawing() {
    drawing.beginPicture()
    if let box = value(.viewBox) { drawing.setViewBox(box) }
    let isHidden = top.pointee.flags.contains(.isHidden)
    if value(.role) != nil {
      top.pointee.flags.insert(.isRoleImage)
      markFigure(.hasFigureContent)
      markFigure(.hasChart)
      if !top.pointee.flags.contains(.isNamed) { drawing.needsTitle = true }
    } else if !isHidden {
      reportTag(.svgUnnamed, "`svg` without `role=\"img\"` and not hidden from screen readers")
    }
    if let chart = value(.dataChart) {
      drawing.pictureChart = drawing.chart(chart)
      // Outside a figure a table says itself which chart it belongs to.
      if markFigure(.hasChart) { drawing.figureChart = drawing.pictureChart }
      if let charts = facts.charts, charts.ids.index(of: chart) == nil {
        reportTag(.chartMarks, "chart `\(string(chart))` is not in the ledger")
      }
    }
  }

  mutating func endPictureTitle() { drawing.needsTitle = false }

  mutating func endDrawing() {
    if drawing.needsTitle { reportElement(.svgUnnamed, "`svg` without a name") }
    if top.pointee.flags.contains(.isRoleImage), drawing.shapeCount == 0 {
      reportElement(.figureEmpty, "a chart without marks")
    }
    if top.pointee.flags.contains(.isRoleImage) {
      (top - 1).pointee.flags.insert(.hasText)
    }
    if let problem = drawing.proportionProblem() {
      reportElement(.chartProportion, problem)
    }
    drawing.endPicture()
  }

  mutating func drawMark(_ element: DialectElement) {
    switch element {
    case .defs, .pattern, .clipPath:
      // Coordinates in there are of another system.
      top.pointee.flags.insert(.isTransformed)
      return
    default: break
    }
    guard ElementSet.shapes.contains(element) else { return }
    if !top.pointee.flags.contains(.isTransformed) {
      drawing.shapeCount += 1
      checkInside(element)
    }
    if let keys = value(.dataMark), drawing.pictureChart >= 0 {
      forEachItem(of: keys) { key in
        if !drawing.addMark(key) {
          reportTag(.chartMarks, "a second mark for `\(string(key))`", attribute: "data-mark")
        }
      }
    }
    if element == .rect, value(.dataV) != nil {
      drawing.bars.append((coordinate(.dataV), coordinate(.width), coordinate(.height)))
    }
  }

  /// Anchor points lie in the view box; a unit outside is a rounding.
  private mutating func checkInside(_ element: DialectElement) {
    guard drawing.hasViewBox else { return }
    switch element {
    case .rect:
      let width = coordinate(.width)
      let height = coordinate(.height)
      let (x, y) = (coordinate(.x), coordinate(.y))
      checkInside(element, x, y)
      if drawing.contains(x, y) { checkInside(element, x + width, y + height) }
    case .text, .use: checkInside(element, coordinate(.x), coordinate(.y))
    case .circle, .ellipse: checkInside(element, coordinate(.cx), coordinate(.cy))
    case .line:
      checkInside(element, coordinate(.x1), coordinate(.y1))
      checkInside(element, coordinate(.x2), coordinate(.y2))
    default: break
    }
  }

  @inline(__always)
  private mutating func checkInside(_ element: DialectElement, _ x: Double, _ y: Double) {
    if !drawing.contains(x, y) {
      reportTag(.chartOutside, "`\(element.name)` outside the view box")
    }
  }

  private func coordinate(_ attribute: DialectAttribute) -> Double {
    value(attribute).map { NumberValue(checked: $0).value } ?? 0
  }

  /// Charts against tables and against the ledger.
  mutating func finishDrawings() {
    for (index, chart) in drawing.charts.enumerated() where !chart.marks.isEmpty {
      let name = drawing.names.string(index)
      let missing = chart.marks.subtracting(chart.tableKeys).map(drawing.keys.string).sorted()
      if !missing.isEmpty {
        report(
          .chartTable, at: 0..<0,
          "chart `\(name)` shows \(list(missing)), which its table does not")
      }
      if chart.rowsWithoutMark > 0 {
        report(
          .chartTable, at: 0..<0,
          "\(chart.rowsWithoutMark) rows of the table of chart `\(name)` have no mark")
      }
      compareWithLedger(name, chart)
    }
    guard let charts = facts.charts else { return }
    for index in 0..<charts.ids.count where !charts.marks[index].isEmpty {
      let name = charts.ids.string(index)
      if !drawing.charts.indices.contains(where: { drawing.names.string($0) == name }) {
        report(.chartMarks, at: 0..<0, "chart `\(name)` of the ledger is not on the page")
      }
    }
  }

  private mutating func compareWithLedger(_ name: String, _ chart: DrawnChart) {
    guard let charts = facts.charts else { return }
    let expected = (0..<charts.ids.count).first { charts.ids.string($0) == name }
    guard let expected, !charts.marks[expected].isEmpty else { return }
    let shown = Set(chart.marks.map(drawing.keys.string))
    let differing = shown.symmetricDifference(charts.marks[expected]).sorted()
    if !differing.isEmpty {
      report(
        .chartMarks, at: 0..<0, "chart `\(name)` and the ledger differ in \(list(differing))")
    }
  }

  private func list(_ keys: [String]) -> String {
    let shown = keys.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return keys.count > 5 ? "\(shown) and \(keys.count - 5) more" : shown
  }
}

/// One chart of the page: its pictures and its table together.
struct DrawnChart {
  /// Numbers of keys; every picture of the chart shows the same.
  var marks: Set<Int> = []
  var tableKeys: Set<Int> = []
  var rowsWithoutMark = 0
  /// Keys of each row that shows any, judged when the marks are known.
  var rows: [[Int]] = []
}

/// What is drawn, over the page and in the picture at hand.
struct DrawingState {
  var names = ByteTable()
  var keys = ByteTable()
  var charts: [DrawnChart] = []
  var pictureChart = -1
  /// Of the last picture with an id in the figure at hand: the table after it belongs to it.
  var figureChart = -1
  var shapeCount = 0
  var needsTitle = false
  var bars: [(value: Double, width: Double, height: Double)] = []
  private var marksOfPicture: Set<Int> = []
  private(set) var hasViewBox = false
  private var box = (x: 0.0, y: 0.0, width: 0.0, height: 0.0)

  mutating func reset() {
    names.removeAll()
    keys.removeAll()
    charts.removeAll(keepingCapacity: true)
    figureChart = -1
    beginPicture()
  }

  mutating func beginPicture() {
    (pictureChart, shapeCount, needsTitle, hasViewBox) = (-1, 0, false, false)
    bars.removeAll(keepingCapacity: true)
    if !marksOfPicture.isEmpty { marksOfPicture.removeAll(keepingCapacity: true) }
  }

  mutating func endPicture() { pictureChart = -1 }

  /// The number of a chart by its id.
  mutating func chart(_ id: UnsafeBufferPointer<UInt8>) -> Int {
    let (index, isNew) = names.insert(id)
    if isNew { charts.append(DrawnChart()) }
    return index
  }

  /// - Returns: `false` when the picture has a mark for the key already.
  mutating func addMark(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let index = keys.insert(key).index
    charts[pictureChart].marks.insert(index)
    return marksOfPicture.insert(index).inserted
  }

  mutating func endTableRow(of grid: TableGrid) {
    guard grid.chart >= 0, !grid.keysOfRow.isEmpty, !grid.isHead else { return }
    charts[grid.chart].tableKeys.formUnion(grid.keysOfRow)
    charts[grid.chart].rows.append(grid.keysOfRow)
  }

  mutating func settleRows() {
    for index in charts.indices where !charts[index].marks.isEmpty {
      charts[index].rowsWithoutMark = charts[index].rows.count { row in
        !row.contains(where: charts[index].marks.contains)
      }
    }
  }

  // MARK: - Geometry

  mutating func setViewBox(_ bytes: UnsafeBufferPointer<UInt8>) {
    var numbers = (0.0, 0.0, 0.0, 0.0)
    forEachItem(of: bytes) { item in
      numbers = (numbers.1, numbers.2, numbers.3, NumberValue(checked: item).value)
    }
    box = (numbers.0, numbers.1, numbers.2, numbers.3)
    hasViewBox = true
  }

  func contains(_ x: Double, _ y: Double) -> Bool {
    x >= box.x - 1 && y >= box.y - 1 && x <= box.x + box.width + 1 && y <= box.y + box.height + 1
  }

  /// Bars that carry their value are as long as it, by their widths or by their heights.
  func proportionProblem() -> String? {
    guard let longest = bars.max(by: { abs($0.value) < abs($1.value) }), longest.value != 0 else {
      return nil
    }
    let isUpright = isProportional { $0.height }
    let isFlat = isProportional { $0.width }
    return isUpright || isFlat ? nil : "bars that are not as long as their values"
  }

  private func isProportional(_ length: ((value: Double, width: Double, height: Double)) -> Double)
    -> Bool
  {
    guard let longest = bars.max(by: { abs($0.value) < abs($1.value) }) else { return true }
    let unit = length(longest) / abs(longest.value)
    return bars.allSatisfy { abs(length($0) - abs($0.value) * unit) <= 0.3 }
  }
}

/// A decimal of a coordinate.
struct NumberValue {
  let value: Double

  /// - Parameter bytes: Keep `ValueGrammar.number`.
  init(checked bytes: UnsafeBufferPointer<UInt8>) {
    var digits = 0
    var scale = 1.0
    var isFraction = false
    // More digits than a number of a page needs would overflow; its size is right without them.
    for byte in bytes.prefix(17) {
      let digit = byte &- 0x30
      if digit < 10 {
        digits = digits * 10 + Int(digit)
        if isFraction { scale *= 10 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      }
    }
    value = Double(bytes.first == UInt8(ascii: "-") ? -digits : digits) / scale
  }
}
