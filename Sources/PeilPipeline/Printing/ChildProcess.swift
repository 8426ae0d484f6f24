import Glibc

/// A program that is run and waited for, with whatever it starts in its turn.
struct ChildProcess {
  /// Its path.
  var program: String
  var arguments: [String]
  /// As in `PATH=/usr/bin`; nothing else is passed on.
  var environment: [String]
  /// The file that standard error goes to. Standard input is empty and standard output is thrown away.
  var errors: String

  enum End: Equatable {
    case exited(Int32)
    case ended(signal: Int32)
    case tookTooLong
    case didNotStart(Int32)
  }

  func run(atMost seconds: Int) -> End {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // A group of its own, so that all of it can be ended; signals as a shell leaves them, whatever ours are.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var process: pid_t = 0
    let code = withCStrings([program] + arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawn(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { return .didNotStart(code) }
    defer { kill(-process, SIGKILL) }
    return wait(for: process, atMost: seconds)
  }

  private func wait(for process: pid_t, atMost seconds: Int) -> End {
    var status: Int32 = 0
    for _ in 0..<seconds * 100 {
      let done = waitpid(process, &status, WNOHANG)
      if done == process { return end(status) }
      if done < 0, errno != EINTR { return .didNotStart(errno) }
      usleep(10_000)
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .tookTooLong
  }

  /// By the layout that Linux gives the status; the macros for it are not visible to Swift.
  private func end(_ status: Int32) -> End {
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .ended(signal: signal)
  }
}

/// Texts as a C function takes a list of them: pointers with a null behind the last.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
