internal import CZip
import FileSystem

/// A zip archive in memory, read entry by entry within limits that hold before a byte is unpacked.
///
/// Names of entries are shown and never opened; nothing is written. It is for one task: make it where it
/// is used and do not pass it on.
final class ZipArchive {
  struct Entry: Hashable {
    /// As the archive has it, with `/`.
    let name: String
    /// Unpacked, as the archive says; checked again while unpacking.
    let byteCount: Int
    fileprivate let index: UInt64
  }

  struct Limits {
    /// Default: 2,000.
    var entries = 2_000
    /// Of one entry. Default: 256 MiB, as for a file.
    var entryBytes = 256 << 20
    /// Of all entries. Default: 512 MiB.
    var totalBytes = 512 << 20
    /// How many times larger an entry above 1 MiB may become. Tables of text shrink to a twentieth or a
    /// hundredth; a bomb to less than a thousandth.
    var ratio = 250

    init() {}
  }

  enum Problem: Error {
    /// In libzip's words.
    case unreadable(String)
    case tooManyEntries(Int)
    /// An entry, or `nil` for all of them together.
    case tooLarge(String?)
    case encrypted(String)
    /// With what could be unpacked before the damage.
    case damaged(String, partial: FileBytes)
  }

  /// Files of the archive in its order, without folders.
  let entries: [Entry]
  private let archive: OpaquePointer
  /// libzip reads from here for as long as the archive is open.
  private let memory: FileBytes

  init(_ bytes: FileBytes, limits: Limits = Limits()) throws(Problem) {
    let archive = try Self.open(bytes)
    do throws(Problem) {
      entries = try Self.entries(of: archive, limits)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.archive = archive
    memory = bytes
  }

  deinit { zip_discard(archive) }

  func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

  /// Unpacks an entry; its checksum is compared at the end.
  func bytes(of entry: Entry) throws(Problem) -> FileBytes {
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw .damaged(entry.name, partial: FileBytes([]))
    }
    defer { zip_fclose(file) }
    var isWhole = false
    let bytes = FileBytes(capacity: entry.byteCount + 1) { buffer in
      var count = 0
      while count < buffer.count {
        let got = zip_fread(
          file, buffer.baseAddress.map { $0 + count }, UInt64(buffer.count - count))
        if got < 0 { return count }
        if got == 0 {
          isWhole = count == entry.byteCount
          return count
        }
        count += Int(got)
      }
      return count
    }
    guard isWhole else { throw .damaged(entry.name, partial: bytes) }
    return bytes
  }

  // MARK: - Opening

  private static func open(_ bytes: FileBytes) throws(Problem) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(bytes.start, UInt64(bytes.count), 0, &error)
    else { throw .unreadable(String(cString: zip_error_strerror(&error))) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .unreadable(String(cString: zip_error_strerror(&error)))
    }
    return archive
  }

  private static func entries(
    of archive: OpaquePointer, _ limits: Limits
  ) throws(Problem) -> [Entry] {
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.entries else { throw .tooManyEntries(limits.entries) }
    var entries: [Entry] = []
    var total = 0
    for index in 0..<UInt64(max(count, 0)) {
      var facts = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &facts) == 0, let letters = facts.name else {
        throw .unreadable("entry \(index)")
      }
      let name = String(cString: letters)
      if name.hasSuffix("/") { continue }
      guard facts.encryption_method == ZIP_EM_NONE else { throw .encrypted(name) }
      guard facts.size <= UInt64(limits.entryBytes) else { throw .tooLarge(name) }
      let size = Int(facts.size)
      if size > 1 << 20, facts.comp_size <= UInt64(size / limits.ratio) { throw .tooLarge(name) }
      total += size
      guard total <= limits.totalBytes else { throw .tooLarge(nil) }
      entries.append(Entry(name: name, byteCount: size, index: index))
    }
    return entries
  }
}
