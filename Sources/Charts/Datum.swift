/// A value with the key it is known by and its finished text.
///
/// A missing value is `nil` where a recipe takes `Datum?`; a value that is not finite counts as
/// missing too. Neither is ever drawn as zero.
public struct Datum: Hashable, Sendable {
  public var value: Double
  public var key: String
  /// As the reader sees it: written beside the mark where a recipe labels its marks.
  public var text: String

  public init(_ value: Double, key: String, text: String) {
    self.value = value
    self.key = key
    self.text = text
  }

  var label: ChartText { ChartText(text, keys: [key]) }
}

extension Datum? {
  /// The value when there is one to draw.
  var known: Double? {
    guard let value = self?.value, value.isFinite else { return nil }
    return value
  }
}
