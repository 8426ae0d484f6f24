import FileSystem

/// A compound file: what programs wrote into before archives, a small file system in one file.
///
/// Nothing in it is trusted: a chain of sectors ends at the latest when it is as long as the file, and a stream
/// is never larger than its sectors.
///
/// Source: Microsoft, [MS-CFB] *Compound File Binary File Format*, 2.2 (header), 2.3 to 2.5 (chains), 2.6
/// (directory).
struct CompoundFile {
  private let bytes: FileBytes
  private let sectorSize: Int
  /// What follows each sector.
  private let next: [UInt32]
  /// The same for the small sectors, which lie in a stream of their own.
  private let nextSmall: [UInt32]
  private let smallSectors: [UInt8]
  private let entries: [Entry]

  struct Damaged: Error {}

  fileprivate struct Entry {
    let name: String
    let isStream: Bool
    let first: UInt32
    let size: Int
  }

  private static let headerSize = 512
  private static let smallSectorSize = 64
  /// Streams below this size lie in small sectors.
  private static let cutoff = 4096
  /// Larger numbers of sectors mean something else: an end, a free one.
  private static let lastSector: UInt32 = 0xFFFF_FFFA

  init(_ bytes: FileBytes) throws(Damaged) {
    self.bytes = bytes
    guard bytes.count >= Self.headerSize, bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      throw Damaged()
    }
    let shift = bytes.number(at: 30, bytes: 2)
    guard shift == 9 || shift == 12, bytes.number(at: 32, bytes: 2) == 6 else { throw Damaged() }
    sectorSize = 1 << shift
    let next = try Self.allocation(of: bytes, sectorSize)
    self.next = next
    func sectors(from first: UInt32, _ size: Int?) throws(Damaged) -> [UInt8] {
      try Self.content(
        of: bytes, from: first, size, in: next, sectorSize: 1 << shift, start: 1 << shift)
    }
    nextSmall = try sectors(from: UInt32(bytes.number(at: 60, bytes: 4)), nil).numbers
    let directory = try sectors(from: UInt32(bytes.number(at: 48, bytes: 4)), nil)
    entries = stride(from: 0, to: directory.count - 127, by: 128).map {
      Entry(directory[$0..<$0 + 128])
    }
    guard let root = entries.first else { throw Damaged() }
    smallSectors = root.size == 0 ? [] : try sectors(from: root.first, root.size)
  }

  func has(_ name: String) -> Bool { entries.contains { $0.isStream && $0.name == name } }

  /// - Returns: `nil` when there is none of this name.
  func stream(named name: String) throws(Damaged) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.isStream && $0.name == name }) else { return nil }
    guard entry.size > 0 else { return [] }
    return entry.size < Self.cutoff
      ? try Self.content(
        of: smallSectors, from: entry.first, entry.size, in: nextSmall,
        sectorSize: Self.smallSectorSize, start: 0)
      : try Self.content(
        of: bytes, from: entry.first, entry.size, in: next, sectorSize: sectorSize,
        start: sectorSize)
  }

  // MARK: -

  /// Reads what follows each sector from the sectors that hold it; where those are is listed in the header and in
  /// a chain of its own.
  private static func allocation(
    of bytes: FileBytes, _ sectorSize: Int
  ) throws(Damaged) -> [UInt32] {
    let most = bytes.count / sectorSize
    var places = (0..<109).map { UInt32(bytes.number(at: 76 + 4 * $0, bytes: 4)) }
    var list = UInt32(bytes.number(at: 68, bytes: 4))
    var lists = 0
    while list <= lastSector, lists < most {
      let start = (Int(list) + 1) * sectorSize
      guard start + sectorSize <= bytes.count else { throw Damaged() }
      let numbers = Array(bytes[start..<start + sectorSize]).numbers
      places += numbers.dropLast()
      list = numbers.last ?? .max
      lists += 1
    }
    var next: [UInt32] = []
    for place in places where place <= lastSector {
      let start = (Int(place) + 1) * sectorSize
      guard start + sectorSize <= bytes.count, next.count <= bytes.count / 4 else {
        throw Damaged()
      }
      next += Array(bytes[start..<start + sectorSize]).numbers
    }
    return next
  }

  /// Joins a chain of sectors.
  ///
  /// - Parameters:
  ///   - size: Of the stream; `nil` for all of the chain.
  ///   - start: Where the first sector lies.
  private static func content<Bytes: RandomAccessCollection<UInt8>>(
    of bytes: Bytes, from first: UInt32, _ size: Int?, in next: [UInt32], sectorSize: Int,
    start: Int
  ) throws(Damaged) -> [UInt8] where Bytes.Index == Int {
    var content: [UInt8] = []
    var sector = first
    while sector <= lastSector, size.map({ content.count < $0 }) ?? true {
      let lower = start + Int(sector) * sectorSize
      // The last sector of a file may be cut where nothing more is in it.
      let upper = min(lower + sectorSize, bytes.count)
      guard Int(sector) < next.count, lower < upper, content.count <= bytes.count else {
        throw Damaged()
      }
      content += bytes[lower..<upper]
      sector = next[Int(sector)]
    }
    guard let size else { return content }
    guard content.count >= size else { throw Damaged() }
    return Array(content.prefix(size))
  }
}

extension CompoundFile.Entry {
  fileprivate init(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    // With the NUL that ends it.
    let length = min(bytes.number(at: 64, bytes: 2), 64) / 2
    let units = (0..<max(length - 1, 0)).map { UInt16(bytes.number(at: 2 * $0, bytes: 2)) }
    name = String(decoding: units, as: UTF16.self)
    isStream = bytes[66] == 2
    first = UInt32(bytes.number(at: 116, bytes: 4))
    // Files of the usual version leave the upper half of the size unset.
    size = bytes.number(at: 120, bytes: 4)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// A whole number, lowest byte first.
  ///
  /// - Parameters:
  ///   - offset: From the first byte; all bytes of the number lie inside.
  ///   - count: Up to 4.
  func number(at offset: Int, bytes count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[startIndex + offset + $1]) << (8 * $1) }
  }
}

extension [UInt8] {
  /// All whole numbers of four bytes.
  fileprivate var numbers: [UInt32] {
    stride(from: 0, to: count - 3, by: 4).map { UInt32(number(at: $0, bytes: 4)) }
  }
}
