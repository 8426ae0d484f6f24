import Synchronization

/// One line on a terminal that says how far the run is; nothing in a log.
final class ProgressLine: Sendable {
  private let total: Int
  private let console: Console
  private let done = Mutex(0)

  init(total: Int, console: Console) {
    self.total = total
    self.console = console
  }

  func advance(_ name: String) {
    guard console.isTerminal else { return }
    done.withLock { done in
      done += 1
      console.write("\r\u{1B}[K\(done)/\(total) \(name)")
    }
  }

  func finish() {
    if console.isTerminal { console.write("\r\u{1B}[K") }
  }
}
