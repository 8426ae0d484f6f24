/// The fields and records so far. A scan keeps it in a local variable, so that it stays in registers.
struct FoundRecords {
  private(set) var borders: UnsafeMutablePointer<UInt32>
  private(set) var entries: UnsafeMutablePointer<RecordIndex.Entry>
  private var borderCount = 0
  private(set) var recordCount = 0
  /// Where the record that is being read begins, and its place among the borders.
  private(set) var recordStart: Int
  private var recordBorder = 0
  /// Of the byte that is being read.
  var line: Int
  /// Of the borders; every record has two at least.
  private var capacity: Int

  init(start: Int, line: Int, byteCount: Int, room: Int) {
    capacity = byteCount / 8 + 2 * room
    borders = .allocate(capacity: capacity)
    entries = .allocate(capacity: capacity / 2 + 1)
    recordStart = start
    self.line = line
    beginRecord()
  }

  /// How many fields the record that is being read has so far.
  var fieldsOfRecord: Int { borderCount &- recordBorder &- 1 }

  /// How many fields all records have.
  var fieldCount: Int { borderCount - recordCount - 1 }

  /// Where the field that is being read begins.
  var fieldStart: Int { Int(borders[borderCount - 1] &+ 1) }

  @inline(__always)
  mutating func endField(at position: Int) {
    borders[borderCount] = UInt32(truncatingIfNeeded: position)
    borderCount &+= 1
  }

  @inline(__always)
  mutating func moveLastEnd(to position: Int) {
    borders[borderCount &- 1] = UInt32(truncatingIfNeeded: position)
  }

  /// - Returns: Whether the record is within the limits; if not, it is not taken.
  @inline(__always)
  mutating func endRecord(next: Int, _ limits: Limits, lines: Int) -> Bool {
    guard next &- recordStart <= limits.recordBytes, fieldsOfRecord <= limits.fieldsOfRecord
    else { return false }
    line &+= lines
    recordCount &+= 1
    recordStart = next
    beginRecord()
    return true
  }

  /// Puts the first border of a record.
  @inline(__always)
  private mutating func beginRecord() {
    recordBorder = borderCount
    entries[recordCount] = RecordIndex.Entry(
      border: UInt32(truncatingIfNeeded: borderCount), line: UInt32(truncatingIfNeeded: line))
    endField(at: recordStart &- 1)
  }

  /// - Parameter hits: Delimiters and line ends; one of these may be two borders.
  @inline(__always)
  func hasRoom(for hits: Int) -> Bool { borderCount &+ 2 &* hits <= capacity }

  mutating func makeRoom(for hits: Int) {
    guard !hasRoom(for: hits) else { return }
    let before = capacity
    capacity *= 2
    borders = Self.moved(borders, borderCount, capacity)
    entries = Self.moved(entries, recordCount + 1, before + 1)
  }

  private static func moved<T>(
    _ memory: UnsafeMutablePointer<T>, _ count: Int, _ capacity: Int
  ) -> UnsafeMutablePointer<T> {
    let larger = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    return larger
  }
}
