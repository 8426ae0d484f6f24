public import Diagnostics

/// Everything that is wrong with a template and its partials, at once.
public struct TemplateErrors: Error, Hashable, Sendable {
  /// In the order of the templates and of the places in them; never empty.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension TemplateErrors: CustomStringConvertible {
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n\n")
  }
}
