/// Several problems at once; thrown where the rest cannot be made without what is wrong.
public struct Problems: Error, Hashable, Sendable {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
