import Diagnostics
import PeilReport

/// A page as PDF, not yet written.
struct Print {
  let fileName: String
  let bytes: [UInt8]
}

extension PagePrinter {
  /// Prints pages that may be released.
  ///
  /// - Parameter place: Their folder in the output, for messages.
  /// - Returns: In the order of the pages; and why some could not be printed, which leaves them good pages.
  func prints(of pages: [EditionPage], in place: String) -> (
    prints: [Print], failures: [Diagnostic]
  ) {
    var prints: [Print] = []
    var failures: [Diagnostic] = []
    for page in pages {
      let name = "\(page.fileName.split(separator: ".").dropLast().joined(separator: ".")).pdf"
      do throws(Diagnostic) {
        let bytes = try pdf(of: page.bytes, called: "\(place)/\(name)")
        prints.append(Print(fileName: name, bytes: bytes))
      } catch {
        failures.append(error)
      }
    }
    return (prints, failures)
  }
}
