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
    var titles = MetaTitles.standard
    for group in MetaTitles.Group.allCases {
      fields.nested(group.rawValue, called: "the labels of `\(group.rawValue)`") { own in
        titles.add(&own, to: group)
      }
    }
    return try fields.result(ExportCatalogue(formats, metaTitles: titles))
  }
}

extension MetaTitles {
  fileprivate mutating func add(_ own: inout Fields, to group: Group) {
    for index in entries.indices where entries[index].group == group {
      for label in own.labels(of: entries[index].name) {
        if let other = add(label.key, to: index) {
          own.report([.labelTaken(label.text, by: other, at: label.place)])
        }
      }
    }
  }
}

extension Fields {
  /// The labels below a key, as they are written and as they are compared.
  fileprivate mutating func labels(of key: String) -> [(text: String, key: String, place: Place)] {
    var labels: [(text: String, key: String, place: Place)] = []
    for entry in optional(key, "a list of texts, as in `[a, b]`", { $0.list }) ?? [] {
      guard let text = entry.text, !HeaderLabel(text).key.isEmpty else {
        report([.emptyLabel(at: entry.place)])
        continue
      }
      labels.append((text, HeaderLabel(text).key, entry.place))
    }
    return labels
  }
}

extension ExportFormat {
  fileprivate func adding(_ own: inout Fields) -> ExportFormat {
    var format = self
    for field in columns.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      for label in own.labels(of: field.name) {
        if let other = columns.first(where: { $0.key != field && $0.value.contains(label.key) }) {
          own.report([.labelTaken(label.text, by: other.key.name, at: label.place)])
        } else if format.columns[field]?.contains(label.key) == false {
          format.columns[field]?.append(label.key)
        }
      }
    }
    return format
  }
}
