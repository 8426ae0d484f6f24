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
      if let charts = drawing.known, charts.ids.index(of: chart) == nil {
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
    if drawing.scale.falls { reportElement(.chartScale, "ticks that fall along their axis") }
    if let problem = drawing.proportionProblem() {
      reportElement(.chartProportion, problem)
    }
    drawing.endPicture()
  }

  @inline(__always)
  mutating func drawMark(_ element: UInt8) {
    if !top.pointee.flags.contains(.isTransformed) {
      drawing.shapeCount &+= 1
      if drawing.hasViewBox, !isInside(element) { reportOutside(element) }
    }
    if present & dialect.markAttributes != 0 { readMark(element) }
  }

  @inline(never)
  private mutating func readMark(_ element: UInt8) {
    if has(.dataMark), drawing.pictureChart >= 0 {
      for key in keyLists[markKeys] where !addMark(Int(key)) {
        reportTag(
          .chartMarks, "a second mark for `\(keys.string(Int(key)))`", attribute: "data-mark")
      }
    }
    if element == DialectElement.rect.rawValue, let (value, step) = valueOfBar() {
      drawing.bars.append(
        DrawnBar(value: value, step: step, width: coordinate(.width), height: coordinate(.height)))
    }
  }

  /// What a bar says it draws: with its own number, or with the figure of the ledger whose key it carries.
  private mutating func valueOfBar() -> (value: Double, step: Double)? {
    if has(.dataV) { return (coordinate(.dataV), 0) }
    guard has(.dataMark), markKeys.count == 1, let classes = value(.class), isBar(classes),
      let ledger = keys.ledger
    else { return nil }
    let key = Int(keyLists[markKeys][0])
    guard keys.isInLedger(key) else { return nil }
    return ledger.value(of: key, decimalMark: head.decimalMark).map { ($0.value, $0.step) }
  }

  /// Whether the first of several classes is `bar`.
  private func isBar(_ classes: Bytes) -> Bool {
    guard classes.count >= 3, classes.count == 3 || classes[3] == 0x20 else { return false }
    return classes[0] == UInt8(ascii: "b") && classes[1] == UInt8(ascii: "a")
      && classes[2] == UInt8(ascii: "r")
  }

  /// - Returns: `false` when the picture has a mark for the key already.
  private mutating func addMark(_ key: Int) -> Bool {
    if keys.stamps[key] == drawing.serial { return false }
    keys.stamps[key] = drawing.serial
    drawing.addMark(key)
    return true
  }

  /// Anchor points lie in the view box; a unit outside is a rounding.
  @inline(__always)
  private func isInside(_ element: UInt8) -> Bool {
    switch element {
    case DialectElement.text.rawValue, DialectElement.use.rawValue:
      return drawing.contains(coordinate(.x), coordinate(.y))
    case DialectElement.rect.rawValue:
      let (x, y) = (coordinate(.x), coordinate(.y))
      return drawing.contains(x, y)
        && drawing.contains(x + coordinate(.width), y + coordinate(.height))
    case DialectElement.circle.rawValue, DialectElement.ellipse.rawValue:
      return drawing.contains(coordinate(.cx), coordinate(.cy))
    case DialectElement.line.rawValue:
      return drawing.contains(coordinate(.x1), coordinate(.y1))
        && drawing.contains(coordinate(.x2), coordinate(.y2))
    default: return true
    }
  }

  @inline(never)
  private mutating func reportOutside(_ element: UInt8) {
    reportTag(.chartOutside, "`\(dialect.names[Int(element)])` outside the view box")
  }

  @inline(__always)
  func coordinate(_ attribute: DialectAttribute) -> Double {
    has(attribute) ? numbers[Int(attribute.rawValue)] : 0
  }

  /// Charts against tables and against the ledger.
  mutating func finishDrawings() {
    for chart in 0..<drawing.names.count { compareWithTable(chart) }
    guard let charts = facts.charts else { return }
    for index in 0..<charts.ids.table.count where charts.marks[index].table.count > 0 {
      if drawing.names.index(of: charts.ids.table[index]) == nil {
        report(
          .chartMarks, at: 0..<0,
          "chart `\(charts.ids.table.string(index))` of the ledger is not on the page")
      }
    }
  }

  /// Every key that a chart draws stands in its table, and every row of the table is drawn; what it
  /// draws is what the ledger has for it.
  private mutating func compareWithTable(_ chart: Int) {
    // Three more stamps: drawn; in the table too; and what the ledger has.
    drawing.serial += 3
    let (isDrawn, isListed) = (drawing.serial - 2, drawing.serial - 1)
    var isEmpty = true
    for picture in drawing.pictures.all where picture.chart == chart {
      for key in drawing.marks[picture.range] { keys.stamps[Int(key)] = isDrawn }
      isEmpty = false
    }
    guard !isEmpty else { return }
    var rowsWithoutMark = 0
    for table in drawing.tables.all where table.chart == chart {
      for row in drawing.rows[table.range] {
        var hasMark = false
        for key in keyLists[row] where keys.stamps[Int(key)] >= isDrawn {
          hasMark = true
          keys.stamps[Int(key)] = isListed
        }
        if !hasMark { rowsWithoutMark += 1 }
      }
    }
    let name = drawing.names.string(chart)
    let missing = drawnKeys(of: chart) { $0 != isListed }
    if !missing.isEmpty {
      report(
        .chartTable, at: 0..<0,
        "chart `\(name)` shows \(list(missing)), which its table does not")
    }
    if rowsWithoutMark > 0 {
      report(
        .chartTable, at: 0..<0,
        "\(rowsWithoutMark) rows of the table of chart `\(name)` have no mark")
    }
    compareWithLedger(chart, isDrawn: isDrawn)
  }

  private mutating func compareWithLedger(_ chart: Int, isDrawn: Int32) {
    guard let charts = facts.charts,
      let expected = charts.ids.table.index(of: drawing.names[chart]),
      charts.marks[expected].table.count > 0
    else { return }
    let marks = charts.marks[expected].table
    let isExpected = drawing.serial
    var missing: [String] = []
    for index in 0..<marks.count {
      let number = keys.number(of: index, in: marks)
      if keys.stamps[number] < isDrawn { missing.append(marks.string(index)) }
      keys.stamps[number] = isExpected
    }
    missing += drawnKeys(of: chart) { $0 != isExpected }
    if !missing.isEmpty {
      report(
        .chartMarks, at: 0..<0,
        "chart `\(drawing.names.string(chart))` and the ledger differ in \(list(missing.sorted()))")
    }
  }

  /// Drawn keys with such a stamp, each once and in order.
  private func drawnKeys(of chart: Int, where isMeant: (Int32) -> Bool) -> [String] {
    var found: Set<String> = []
    for picture in drawing.pictures.all where picture.chart == chart {
      for key in drawing.marks[picture.range] where isMeant(keys.stamps[Int(key)]) {
        found.insert(keys.string(Int(key)))
      }
    }
    return found.sorted()
  }

  private func list(_ keys: [String]) -> String {
    let shown = keys.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return keys.count > 5 ? "\(shown) and \(keys.count - 5) more" : shown
  }
}

/// What is drawn, over the page and in the picture at hand.
struct DrawingState {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Ids of the page's charts.
  var names = ByteTable()
  /// Keys of all marks, and which of them the pictures of each chart draw.
  private(set) var marks = PageList<Int32>(capacity: 256)
  private(set) var pictures = PageList<ChartPart>()
  /// Of rows of tables that belong to a chart, the keys they show in the lists of the page; and which of
  /// them are in the tables of each chart.
  private(set) var rows = PageList<Range<Int>>(capacity: 256)
  private(set) var tables = PageList<ChartPart>()
  /// Charts of the ledger, when it is known.
  var known: (ids: ByteTable, ticks: ByteTable)?
  /// Of the picture at hand, from 1.
  var serial: Int32 = 0
  var pictureChart = -1
  /// Of the last picture with an id: the table after it belongs to it.
  var figureChart = -1
  var shapeCount = 0
  var needsTitle = false
  var bars = PageList<DrawnBar>()
  var scale = TickScale()
  /// Of the tick at hand.
  var tickPlace = (x: 0.0, y: 0.0)
  private(set) var hasViewBox = false
  /// The view box, and a unit around it.
  private var box = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)

  func deallocate() {
    names.deallocate()
    marks.deallocate()
    pictures.deallocate()
    rows.deallocate()
    tables.deallocate()
    bars.deallocate()
  }

  mutating func reset(_ charts: PageFacts.Charts?) {
    names.removeAll()
    marks.removeAll()
    pictures.removeAll()
    rows.removeAll()
    tables.removeAll()
    known = charts.map { ($0.ids.table, $0.ticks.table) }
    (serial, figureChart) = (0, -1)
    beginPicture()
  }

  mutating func beginPicture() {
    serial += 1
    (pictureChart, shapeCount, needsTitle, hasViewBox) = (-1, 0, false, false)
    bars.removeAll()
    scale = TickScale()
  }

  mutating func endPicture() { pictureChart = -1 }

  /// The number of a chart by its id.
  mutating func chart(_ id: Bytes) -> Int { names.insert(id).index }

  /// A mark of the picture at hand.
  mutating func addMark(_ key: Int) {
    marks.append(Int32(truncatingIfNeeded: key))
    Self.extend(&pictures, pictureChart, to: marks.count)
  }

  mutating func addRow(_ keys: Range<Int>, of chart: Int) {
    rows.append(keys)
    Self.extend(&tables, chart, to: rows.count)
  }

  /// What comes one after the other for one chart is one part.
  private static func extend(
    _ parts: inout PageList<ChartPart>, _ chart: Int, to end: Int
  ) {
    let last = parts.count - 1
    if last >= 0, parts[last].chart == chart {
      parts[last].range = parts[last].range.lowerBound..<end
    } else {
      parts.append(ChartPart(chart: chart, range: (end - 1)..<end))
    }
  }

  // MARK: - Geometry

  mutating func setViewBox(_ bytes: Bytes) {
    guard let letters = bytes.baseAddress else { return }
    var (x, y, width, height) = (0.0, 0.0, 0.0, 0.0)
    var (start, index) = (0, 0)
    while index <= bytes.count {
      if index == bytes.count || letters[index] == 0x20 {
        let item = Bytes(start: letters + start, count: index &- start)
        let number = NumberValue(item)?.value ?? 0
        (x, y, width, height) = (y, width, height, number)
        start = index &+ 1
      }
      index &+= 1
    }
    box = (x - 1, y - 1, x + width + 1, y + height + 1)
    hasViewBox = true
  }

  @inline(__always)
  func contains(_ x: Double, _ y: Double) -> Bool {
    x >= box.left && y >= box.top && x <= box.right && y <= box.bottom
  }

  /// Bars that carry their value are as long as it, by their widths or by their heights.
  mutating func proportionProblem() -> String? {
    guard let longest = bars.all.max(by: { abs($0.value) < abs($1.value) }), longest.value != 0
    else {
      return nil
    }
    let isUpright = isProportional { $0.height }
    let isFlat = isProportional { $0.width }
    return isUpright || isFlat ? nil : "bars that are not as long as their values"
  }

  private mutating func isProportional(_ length: (DrawnBar) -> Double) -> Bool {
    guard let longest = bars.all.max(by: { abs($0.value) < abs($1.value) }) else { return true }
    let unit = length(longest) / abs(longest.value)
    // Lengths are rounded to a tenth, and values as the ledger prints them.
    return bars.all.allSatisfy { bar in
      abs(length(bar) - abs(bar.value) * unit) <= 0.3 + (bar.step + longest.step) / 2 * unit
    }
  }
}

/// Marks of a picture of a chart, or rows of a table of it, as a part of all of the page.
struct ChartPart {
  var chart: Int
  var range: Range<Int>
}

/// A bar of the picture at hand.
struct DrawnBar {
  var value: Double
  /// Its value may have been rounded to a multiple of this.
  var step: Double
  var width: Double
  var height: Double
}
