/// A template's text with the name that diagnostics show.
public struct TemplateSource: Hashable, Sendable {
  /// As a person would type it, such as `templates/report.mustache`.
  public let name: String
  /// UTF-8. Bytes of the template reach the output unchanged.
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
