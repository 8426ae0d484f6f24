import Glibc

// load-peil ENGINE FLEET N
//
//   csv   the CSV reader: the same figures as the peers, from the same four files a client
//   peil  the program's own loading: every file of a client recognised, read and brought to its model
//
// FLEET holds client-0001 and so on, as the fleet's generator writes them. One line of JSON is printed,
// with the fields of the peers' driver; `sum` holds their five checksums for `csv`.

let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[3]), count > 0 else {
  print("usage: load-peil csv|peil FLEET N")
  exit(64)
}
let folders = (1...count).map { number in
  let digits = String(number)
  return
    "\(arguments[2])/client-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
}
let agency = arguments[1] == "peil" ? AgencyOfFleet(folders) : nil
let start = (wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
let result: (bytes: Int, sums: [Double])
switch (arguments[1], agency) {
case ("csv", _): result = try aggregate(folders)
case (_, let agency?): result = agency.load()
default:
  print("no engine \(arguments[1])")
  exit(64)
}
let wall = seconds(CLOCK_MONOTONIC) - start.wall
let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - start.cpu
let megabytes = Double(result.bytes) / 1e6
agency?.remove()
var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
print(
  "{\"engine\": \"peil-\(arguments[1])\", \"threads\": 1, \"procs\": 1, \"mb\": \(tenths(megabytes)), "
    + "\"wall_s\": \(wall), \"cpu_s\": \(cpu), \"ms_client\": \(cpu * 1e3 / Double(count)), \"mb_s_wall\": \(tenths(megabytes / wall)), "
    + "\"mb_s_cpu\": \(tenths(megabytes / cpu)), \"peak_mb\": \(usage.ru_maxrss / 1024), "
    + "\"sum\": \(result.sums)}")

func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
