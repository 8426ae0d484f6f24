package import Diagnostics
import TextFolding
import YAML

extension ExportCatalogue {
  /// The formats with the labels of an agency's own beside those that the program brings, so that a new
  /// name of a column does not wait for a release.
  ///
  ///     meta-instagram-posts:
  ///       saves: [Opgeslagen, Bewaard]
  ///
  /// - Parameters:
  ///   - bytes: The whole of `labels.yaml`.
  ///   - file: As shown to the person.
  /// - Throws: Every problem of the file: unknown formats and fields with the nearest known ones, and
  ///   labels that mean something else in the same format.
  package static func read(_ bytes: [UInt8], file: String) throws(Problems) -> ExportCatalogue {
    let document = try Document.read(bytes, file: file)
    var fields = Fields(of: document.root, called: "the labels")
    let formats = ExportFormat.all.map { format in
      fields.nested(format.name, called: "the labels of `\(format.name)`") { own in
        format.adding(&own)
      }
    }
    return try fields.result(ExportCatalogue(formats))
  }
}

extension ExportFormat {
  fileprivate func adding(_ own: inout Fields) -> ExportFormat {
    var format = self
    for field in columns.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      for entry in own.optional(field.name, "a list of texts, as in `[a, b]`", { $0.list }) ?? [] {
        guard let text = entry.text, !HeaderLabel(text).key.isEmpty else {
          own.report([.emptyLabel(at: entry.place)])
          continue
        }
        let label = HeaderLabel(text).key
        if let other = columns.first(where: { $0.key != field && $0.value.contains(label) }) {
          own.report([.labelTaken(text, by: other.key.name, at: entry.place)])
        } else if format.columns[field]?.contains(label) == false {
          format.columns[field]?.append(label)
        }
      }
    }
    return format
  }
}
