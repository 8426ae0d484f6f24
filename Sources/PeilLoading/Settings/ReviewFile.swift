import Calendars
package import Diagnostics
package import FileSystem
package import PeilModel
import YAML

/// `reviews/2026-10.yaml` in a client's folder: who approved the month, and what was read.
package enum ReviewFile {
  static let folder = "reviews"

  /// Reads all reviews of a client; anything else in their folder is a problem, for it would hold for nothing.
  static func all(in client: Folder, _ problems: inout [Diagnostic]) throws(Problems) -> [Review] {
    let folder = client.folder(Self.folder)
    guard folder.exists else { return [] }
    var reviews: [Review] = []
    do throws(Diagnostic) {
      let found = try folder.files()
      problems += found.passedOver
      for path in found.paths {
        let file = "\(folder.shownAs)/\(path)"
        guard path.hasSuffix(".yaml"), let month = Month(String(path.dropLast(5))) else {
          problems.append(.reviewWithoutMonth(at: Place(file: file)))
          continue
        }
        do throws(Problems) {
          reviews.append(
            try read(try bytes(of: path, in: folder), file: file, month: month))
        } catch {
          problems += error.diagnostics
        }
      }
    } catch {
      throw Problems([error])
    }
    return reviews.sorted { $0.month < $1.month }
  }

  /// Puts a review in its place, over an earlier one of the month.
  package static func write(_ review: Review, in client: Folder) throws(Diagnostic) {
    var text = "by: \(review.by.quotedForYAML)\nread:\n"
    for (language, digest) in review.digests.sorted(by: { $0.key.text < $1.key.text }) {
      text += "  \(language.text): \(digest.quotedForYAML)\n"
    }
    let folder = client.folder(Self.folder)
    try makeFolder(folder.path)
    try writeFile(Array(text.utf8), to: "\(folder.path)/\(review.month).yaml")
  }

  private static func bytes(of path: String, in folder: Folder) throws(Problems) -> [UInt8] {
    do {
      return try folder.bytes(of: path, limit: 64 << 10)
    } catch {
      throw Problems([error])
    }
  }

  private static func read(
    _ bytes: [UInt8], file: String, month: Month
  ) throws(Problems) -> Review {
    let document = try Document.read(bytes, file: file)
    var fields = Fields(of: document.root, called: "a review")
    let name = fields.required("by", "who read the report") { $0.text }
    let digests = fields.required("read", "a digest for each language") { entry in
      entry.mapping.map { pairs in
        pairs.reduce(into: [LanguageCode: String]()) { digests, pair in
          if let language = pair.0.text { digests[LanguageCode(language)] = pair.1.text }
        }
      }
    }
    return try fields.result(Review(month: month, by: name ?? "", digests: digests ?? [:]))
  }
}

extension String {
  /// In double quotes, with escapes for what would end them.
  fileprivate var quotedForYAML: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\u{20}"..."\u{7E}", "\u{A0}"...: text.unicodeScalars.append(scalar)
      default: text += " "
      }
    }
    return text + "\""
  }
}
