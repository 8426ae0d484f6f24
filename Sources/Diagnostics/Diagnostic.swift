/// A problem that a person can fix, with the place to look at and what to do.
///
/// Thrown where one problem ends the work (`throws(Diagnostic)`), collected in arrays where problems
/// are independent of each other. How it looks is decided by `DiagnosticPrinter` alone.
public struct Diagnostic: Error, Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    /// The result cannot be made or must not be used.
    case error
    /// The result stands, but someone should look.
    case warning
  }

  /// A second place or a fact that helps to understand the message.
  public struct Note: Hashable, Sendable {
    public var message: String
    public var place: Place?
    /// What the caret shows, in a few words; without a place it is not printed.
    public var label: String?

    public init(_ message: String, at place: Place? = nil, label: String? = nil) {
      self.message = message
      self.place = place
      self.label = label
    }
  }

  public var severity: Severity
  /// `module.what-is-wrong`, stable over releases.
  public var id: String
  /// The rule that was broken: lower case, one line, no full stop, names in backticks.
  public var message: String
  /// The smallest piece of the file that is wrong; `nil` when the problem is in no file.
  public var place: Place?
  /// What the caret shows, in a few words.
  public var label: String?
  public var notes: [Note]
  /// What to type or to do.
  public var help: String?

  public init(
    _ severity: Severity, _ id: String, _ message: String, at place: Place? = nil,
    label: String? = nil, notes: [Note] = [], help: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.place = place
    self.label = label
    self.notes = notes
    self.help = help
  }
}

extension Diagnostic: CustomStringConvertible {
  public var description: String { DiagnosticPrinter().text(of: self) }
}
