import Glibc
import PeilPipeline

// analyse-peil DATA CLIENT MONTH [SECONDS]: what each part costs in milliseconds of processor time, one
// line of JSON. With PEIL_N and PEIL_PART set, that part runs so often and nothing is printed, for callgrind.

func stop(_ message: String, _ code: Int32) -> Never {
  let line = Array("\(message)\n".utf8)
  _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  exit(code)
}

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  stop("usage: analyse-peil DATA CLIENT MONTH [SECONDS]", 64)
}
let seconds = arguments.count > 4 ? Double(arguments[4]) ?? 2 : 2

func microseconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

/// Median milliseconds of processor time of one run.
func median(_ work: () throws -> Void) rethrows -> Double {
  var times: [Double] = []
  let end = microseconds(CLOCK_MONOTONIC) + seconds * 1e6
  while microseconds(CLOCK_MONOTONIC) < end || times.count < 3 {
    let start = microseconds(CLOCK_PROCESS_CPUTIME_ID)
    try work()
    times.append((microseconds(CLOCK_PROCESS_CPUTIME_ID) - start) / 1e3)
  }
  times.sort()
  return times[times.count / 2]
}

do {
  let trial = try AnalysisTrial(data: arguments[1], client: arguments[2], month: arguments[3])
  let loaded = try trial.load()
  if let count = getenv("PEIL_N").flatMap({ Int(String(cString: $0)) }) {
    let part = getenv("PEIL_PART").map { String(cString: $0) } ?? "month"
    for _ in 0..<count {
      switch part {
      case "read": try trial.read()
      case "load": _ = try trial.load()
      case "history": _ = trial.analyse(loaded, months: 12)
      default: _ = trial.analyse(loaded, months: 1)
      }
    }
  } else {
    let read = try median { try trial.read() }
    let load = try median { _ = try trial.load() }
    let month = median { _ = trial.analyse(loaded, months: 1) }
    let history = median { _ = trial.analyse(loaded, months: 12) }
    let figures = trial.analyse(loaded, months: 12).figures
    print(
      "{\"read-ms\": \(read), \"load-ms\": \(load), \"month-ms\": \(month), \"history-ms\": \(history - month), "
        + "\"posts\": \(loaded.posts), \"figures\": \(figures)}")
  }
} catch {
  stop("\(error)", 2)
}
