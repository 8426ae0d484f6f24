import Diagnostics
import FileSystem
import Glibc

/// Prints pages to PDF with an installed Chromium, without a window and without a network.
public struct PagePrinter: Sendable {
  /// The program.
  public var chromium: String
  /// Where the page and Chromium's profile lie while it prints.
  public var temporaryFolder: String
  /// Where Chromium finds the programs that it is started with.
  public var searchPath: String

  /// Names under which distributions and Google install it.
  public static let names = ["chromium", "chromium-browser", "google-chrome"]

  /// A page takes two seconds; one that takes this long takes for ever.
  private static let seconds = 60

  public init(chromium: String, temporaryFolder: String, searchPath: String) {
    self.chromium = chromium
    self.temporaryFolder = temporaryFolder
    self.searchPath = searchPath
  }

  /// - Parameters:
  ///   - page: A page that needs no other file.
  ///   - name: What is printed, for messages.
  /// - Returns: The same bytes for the same page, with one Chromium and its fonts: no time is in them.
  func pdf(of page: [UInt8], called name: String) throws(Diagnostic) -> [UInt8] {
    let folder = try makeTemporaryFolder(in: temporaryFolder)
    do throws(Diagnostic) {
      try writeFile(page, to: "\(folder)/page.html")
      try run(in: folder, printing: name)
      let bytes = try result(in: folder, printing: name)
      try removeTree(folder)
      return bytes
    } catch {
      // The reason why nothing was printed matters more than what is left in the temporary folder.
      try? removeTree(folder)
      throw error
    }
  }

  // MARK: -

  private func run(in folder: String, printing name: String) throws(Diagnostic) {
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
      "--user-data-dir=\(folder)/profile", "--disable-dev-shm-usage",
      // What Chromium would fetch for itself.
      "--disable-background-networking", "--disable-component-update", "--disable-extensions",
      "--disable-sync", "--no-pings", "--proxy-server=127.0.0.1:9",
      "--host-resolver-rules=MAP * ~NOTFOUND",
    ]
    // Chromium's sandbox does not start as root.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    arguments += ["--print-to-pdf=\(folder)/page.pdf", "file://\(folder)/page.html"]
    let child = ChildProcess(
      program: chromium, arguments: arguments,
      environment: ["PATH=\(searchPath)", "HOME=\(folder)"],
      errors: "\(folder)/errors")
    switch child.run(atMost: Self.seconds) {
    case .exited(0): return
    case .exited(let code):
      throw .notPrinted(name, "Chromium ended with \(code)", says: lastWords(in: folder))
    case .ended(let signal):
      throw .notPrinted(
        name, "Chromium was ended by signal \(signal)", says: lastWords(in: folder))
    case .tookTooLong:
      throw .notPrinted(
        name, "Chromium was not done after \(Self.seconds) seconds", says: lastWords(in: folder))
    case .didNotStart(let code):
      throw .notPrinted(
        name, "`\(chromium)` did not start", says: strerror(code).map { String(cString: $0) })
    }
  }

  private func result(in folder: String, printing name: String) throws(Diagnostic) -> [UInt8] {
    guard let bytes = try? readFile("\(folder)/page.pdf"), bytes.starts(with: "%PDF-".utf8) else {
      throw .notPrinted(name, "Chromium wrote no PDF", says: lastWords(in: folder))
    }
    return withoutDates(bytes)
  }

  private func lastWords(in folder: String) -> String? {
    guard let bytes = try? readFile("\(folder)/errors") else { return nil }
    return bytes.split(separator: UInt8(ascii: "\n")).last.map {
      String(decoding: $0.prefix(300), as: UTF8.self)
    }
  }
}

/// Puts blanks in the place of the dates of making and changing: a reader needs none, and the same page gives the
/// same bytes. Nothing moves, so that the file's table of offsets stays true.
func withoutDates(_ pdf: [UInt8]) -> [UInt8] {
  var pdf = pdf
  for key in ["/CreationDate (D:", "/ModDate (D:"] {
    let key = Array(key.utf8)
    var start = 0
    while let match = pdf[start...].firstRange(of: key) {
      let end = pdf[match.upperBound...].firstIndex(of: UInt8(ascii: ")")) ?? pdf.endIndex
      // `20261126082147+00'00'`; anything longer is not a date.
      if end < pdf.endIndex, end - match.upperBound <= 21 {
        for index in match.lowerBound...end { pdf[index] = UInt8(ascii: " ") }
      }
      start = match.upperBound
    }
  }
  return pdf
}
