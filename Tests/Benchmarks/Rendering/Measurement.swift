import Glibc

/// Runs a piece of work again and again and prints what one run costs, in processor time.
///
/// With `PEIL_N` set it runs exactly that often and prints nothing: the difference of two counts of
/// instructions (`valgrind --tool=callgrind`) is then the cost of a run.
func measure(_ name: String, seconds: Double, bytes: Int, _ work: () throws -> Void) rethrows {
  if let text = getenv("PEIL_N"), let count = Int(String(cString: text)) {
    for _ in 0..<count { try work() }
    return
  }
  var times: [Double] = []
  let end = microseconds(CLOCK_MONOTONIC) + seconds * 1e6
  while microseconds(CLOCK_MONOTONIC) < end || times.count < 3 {
    let start = microseconds(CLOCK_PROCESS_CPUTIME_ID)
    for _ in 0..<3 { try work() }
    times.append((microseconds(CLOCK_PROCESS_CPUTIME_ID) - start) / 3)
  }
  times.sort()
  print(
    "{\"name\": \"\(name)\", \"us\": \(times[times.count / 2]), \"bytes\": \(bytes), "
      + "\"n\": \(times.count * 3)}")
}

private func microseconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

func contents(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var result: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { return result }
    result += chunk[..<count]
  }
}

func write(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "wb") else { return }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}
