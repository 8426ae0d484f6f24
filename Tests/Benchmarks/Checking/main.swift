import Glibc
import LibXML2
import PeilPipeline

/// `check-pages parse|check PAGE DATA COUNT`: the same page, that many times.
/// `check-pages workers PAGE DATA COUNT`: the page once by each of so many workers, which are kept.
///
/// A first round fills the tables that every page shares; whoever counts takes the difference of two runs.

final class Silence: XMLHandler {
  func startElement(_ tag: XMLStartTag) {}
  func endElement() {}
  func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}

let arguments = CommandLine.arguments
guard arguments.count == 5, let count = Int(arguments[4]) else {
  print("usage: check-pages parse|check|workers PAGE DATA COUNT")
  exit(64)
}
let prover = PageProver(data: arguments[3])
guard let page = try prover.prepare(arguments[2]) else { exit(1) }

if arguments[1] == "parse" {
  let parser = XMLParser()
  let silence = Silence()
  for _ in 0..<count {
    let outcome = page.bytes.withUnsafeBufferPointer { parser.parse($0, telling: silence) }
    if !outcome.isWellFormed { exit(1) }
  }
} else if arguments[1] == "workers" {
  // The names are in the page's facts, so that these need no agency.
  let workers = (0..<count).map { _ in PageProver(data: "") }
  for worker in workers { _ = worker.check(page) }
  // Without a farewell, so that what they hold is counted.
  withExtendedLifetime(workers) { exit(0) }
} else {
  var findings = 0
  for _ in 0..<count { findings = prover.check(page).findings.count }
  print(findings)
}
