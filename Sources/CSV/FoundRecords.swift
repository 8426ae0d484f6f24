/// The fields and records so far. A scan keeps it in a local variable, so that it stays in registers.
struct FoundRecords {
  private(set) var ends: UnsafeMutablePointer<UInt32>
  private(set) var entries: UnsafeMutablePointer<RecordIndex.Entry>
  private(set) var fieldCount = 0
  private(set) var recordCount = 0
  /// Where the record that is being read begins, and its first field.
  private(set) var recordStart: Int
  private(set) var recordFirstField = 0
  /// Of the byte that is being read.
  var line: Int
  private var endsCapacity: Int
  private var entriesCapacity: Int

  init(start: Int, line: Int, byteCount: Int, room: Int) {
    endsCapacity = byteCount / 8 + room
    ends = .allocate(capacity: endsCapacity)
    entriesCapacity = byteCount / 64 + room
    entries = .allocate(capacity: entriesCapacity)
    recordStart = start
    self.line = line
    entries[0] = RecordIndex.Entry(
      start: UInt32(start), firstField: 0, line: UInt32(line))
  }

  /// Where the field that is being read begins.
  var fieldStart: Int {
    fieldCount == recordFirstField ? recordStart : Int(ends[fieldCount - 1]) + 1
  }

  @inline(__always)
  mutating func endField(at position: Int) {
    ends[fieldCount] = UInt32(truncatingIfNeeded: position)
    fieldCount &+= 1
  }

  @inline(__always)
  mutating func moveLastEnd(to position: Int) {
    ends[fieldCount &- 1] = UInt32(truncatingIfNeeded: position)
  }

  /// - Returns: Whether the record is within the limits; if not, it is not taken.
  @inline(__always)
  mutating func endRecord(next: Int, _ limits: Limits, lines: Int) -> Bool {
    guard next &- recordStart <= limits.recordBytes,
      fieldCount &- recordFirstField <= limits.fieldsOfRecord
    else { return false }
    line &+= lines
    recordCount &+= 1
    recordStart = next
    recordFirstField = fieldCount
    entries[recordCount] = RecordIndex.Entry(
      start: UInt32(truncatingIfNeeded: next),
      firstField: UInt32(truncatingIfNeeded: fieldCount), line: UInt32(truncatingIfNeeded: line))
    return true
  }

  @inline(__always)
  func hasRoom(for hits: Int) -> Bool {
    fieldCount &+ hits <= endsCapacity && recordCount &+ hits < entriesCapacity
  }

  mutating func makeRoom(for hits: Int) {
    if fieldCount + hits > endsCapacity {
      ends = Self.doubled(ends, fieldCount, &endsCapacity)
    }
    if recordCount + hits >= entriesCapacity {
      entries = Self.doubled(entries, recordCount + 1, &entriesCapacity)
    }
  }

  private static func doubled<T>(
    _ memory: UnsafeMutablePointer<T>, _ count: Int, _ capacity: inout Int
  ) -> UnsafeMutablePointer<T> {
    capacity *= 2
    let larger = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    return larger
  }
}
