/// What holds for all sheets of a BIFF8 workbook: their names, the texts that cells point to, which styles are times.
struct OldWorkbookGlobals {
  private(set) var sheets: [Sheet] = []
  private(set) var strings: [String] = []
  private(set) var since1904 = false
  /// By the number of the style; `nil` is no time.
  private(set) var times: [CellStyleReader.Time?] = []

  struct Sheet {
    let name: String
    /// In the stream.
    let start: Int
  }

  /// - Parameter records: Behind the first; left behind the last of the workbook.
  init(_ records: inout BIFFRecords) throws(Workbook.Problem) {
    var formats: [Int: CellStyleReader.Time] = [:]
    var styles: [Int] = []
    do throws(BIFFDamage) {
      while true {
        guard let record = records.next() else { throw .cut }
        let data = record.data
        switch record.kind {
        case .eof:
          times = styles.map { formats[$0] ?? CellStyleReader.builtIn($0) }
          return
        case .filePass:
          throw BIFFDamage(reason: "it has a password")
        case .date1904:
          since1904 = data.count >= 2 && data.number(at: 0, bytes: 2) == 1
        case .format:
          var text = BIFFText([data])
          let id = try text.number(bytes: 2)
          formats[id] = CellStyleReader.time(of: try text.string())
        case .xf:
          guard data.count >= 4 else { throw .short }
          styles.append(data.number(at: 2, bytes: 2))
        case .boundSheet8:
          guard data.count >= 8 else { throw .short }
          // Others hold charts and macros.
          guard data.number(at: 5, bytes: 1) == 0 else { continue }
          var text = BIFFText([data.dropFirst(6)])
          sheets.append(
            Sheet(name: try text.shortString(), start: data.number(at: 0, bytes: 4)))
        case .sst:
          strings = try Self.strings([data] + records.continuations())
        default: continue
        }
      }
    } catch {
      throw .malformed(error.reason, rows: [])
    }
  }

  private static func strings(_ parts: [ArraySlice<UInt8>]) throws(BIFFDamage) -> [String] {
    var text = BIFFText(parts)
    _ = try text.number(bytes: 4)
    let count = try text.number(bytes: 4)
    var strings: [String] = []
    // Each takes three bytes at least, so what the file says of their number costs nothing.
    while strings.count < count { strings.append(try text.richString()) }
    return strings
  }
}

/// Texts and numbers of a record that may go on in others.
struct BIFFText {
  private var parts: ArraySlice<ArraySlice<UInt8>>
  private var part: ArraySlice<UInt8>

  init(_ parts: [ArraySlice<UInt8>]) {
    self.parts = parts.dropFirst()
    part = parts.first ?? []
  }

  mutating func number(bytes count: Int) throws(BIFFDamage) -> Int {
    var number = 0
    for index in 0..<count {
      if part.isEmpty { try nextPart() }
      guard let byte = part.popFirst() else { throw .short }
      number |= Int(byte) << (8 * index)
    }
    return number
  }

  /// With a length of one byte.
  mutating func shortString() throws(BIFFDamage) -> String {
    let count = try number(bytes: 1)
    return try letters(count, areWide: try number(bytes: 1) & 1 == 1)
  }

  /// With a length of two bytes.
  mutating func string() throws(BIFFDamage) -> String {
    let count = try number(bytes: 2)
    return try letters(count, areWide: try number(bytes: 1) & 1 == 1)
  }

  /// The same, with fonts and the reading of Japanese words behind it, which are left out.
  mutating func richString() throws(BIFFDamage) -> String {
    let count = try number(bytes: 2)
    let flags = try number(bytes: 1)
    let fonts = flags & 8 == 0 ? 0 : try number(bytes: 2)
    let reading = flags & 4 == 0 ? 0 : try number(bytes: 4)
    let text = try letters(count, areWide: flags & 1 == 1)
    try skip(4 * fonts + reading)
    return text
  }

  private mutating func letters(_ count: Int, areWide: Bool) throws(BIFFDamage) -> String {
    var areWide = areWide
    var units: [UInt16] = []
    units.reserveCapacity(min(count, part.count))
    while units.count < count {
      if part.isEmpty {
        try nextPart()
        // A text that goes on says again how wide its letters are.
        guard let flags = part.popFirst() else { throw .short }
        areWide = flags & 1 == 1
        continue
      }
      let taken = min(count - units.count, areWide ? part.count / 2 : part.count)
      guard taken > 0 else { throw .short }
      if areWide {
        units += (0..<taken).map { UInt16(part.number(at: 2 * $0, bytes: 2)) }
      } else {
        units += part.prefix(taken).map { UInt16($0) }
      }
      part = part.dropFirst(areWide ? 2 * taken : taken)
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func skip(_ count: Int) throws(BIFFDamage) {
    var left = count
    while left > 0 {
      if part.isEmpty { try nextPart() }
      let taken = min(left, part.count)
      part = part.dropFirst(taken)
      left -= taken
    }
  }

  private mutating func nextPart() throws(BIFFDamage) {
    guard let next = parts.popFirst() else { throw .short }
    part = next
  }
}
