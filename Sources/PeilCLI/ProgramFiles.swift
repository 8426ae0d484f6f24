import Glibc
import PeilModel
import PeilPipeline

/// What the program knows of itself and the machine.
enum ProgramFiles {
  /// Where an installation puts the delivered templates: `share` stands beside the program's folder.
  static var installedTemplates: String {
    let prefix = executable.split(separator: "/").dropLast(2).map { "/\($0)" }.joined()
    return "\(prefix)/share/peil/templates"
  }

  /// The SHA-256 of the program: a page of another program is built again.
  static var digest: String {
    // Mapped, because most of it is in memory already, and it is larger than all that a run reads.
    let descriptor = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return Peil.release }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let memory = mmap(nil, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { return Peil.release }
    defer { munmap(memory, status.st_size) }
    return sha256(
      UnsafeBufferPointer(
        start: memory.assumingMemoryBound(to: UInt8.self), count: status.st_size))
  }

  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The first Chromium on the search path.
  static var printer: PagePrinter? {
    let searchPath = environment("PATH") ?? "/usr/bin:/bin"
    for name in PagePrinter.names {
      for folder in searchPath.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
        return PagePrinter(
          chromium: "\(folder)/\(name)", temporaryFolder: environment("TMPDIR") ?? "/tmp",
          searchPath: searchPath)
      }
    }
    return nil
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  private static var executable: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }
}
