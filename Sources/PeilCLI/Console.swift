import Diagnostics
import Glibc

/// Standard error: problems and progress, in colour on a terminal.
struct Console: Sendable {
  /// Whether a person is looking on, so that a line may be written over.
  let isTerminal: Bool
  private let printer: DiagnosticPrinter

  init() {
    isTerminal = isatty(STDERR_FILENO) == 1
    // NO_COLOR is the convention by which a person turns colours off (no-color.org).
    let wantsColour = getenv("NO_COLOR") == nil
    printer = DiagnosticPrinter(isColoured: isTerminal && wantsColour)
  }

  /// Problems, each once, with an empty line between.
  func tell(_ diagnostics: [Diagnostic]) {
    var told: Set<Diagnostic> = []
    for diagnostic in diagnostics where told.insert(diagnostic).inserted {
      write(printer.text(of: diagnostic) + "\n\n")
    }
  }

  func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
