/// What the value of an attribute may be.
///
/// References are resolved by who knows the whole page; the grammar is about the value's own letters.
public enum ValueGrammar: Hashable, Sendable {
  /// `""`: the attribute is a mark.
  case empty
  /// Any text, also none (`alt` of a decoration).
  case text
  /// Text that is more than white space.
  case nonEmptyText
  /// One of these, exactly.
  case keyword([String])
  /// Letters, digits, `-`, `_` and `.`, beginning with a letter.
  case identifier
  /// The `id` of an element of this page.
  case identifierReference
  /// One or more `id`s of this page, one space apart.
  case identifierReferences
  /// One or more class names, white space apart: lower-case letters, digits, `-`, `_`.
  case classNames
  /// A language tag whose language is one that reports are written in or may quote.
  case languageTag
  /// Keys of the ledger, one space apart, in the order of the numbers of the text.
  case metricKeys
  case integer(ClosedRange<Int>)
  /// A decimal without exponent: `-12.5`.
  case number
  case nonNegativeNumber
  /// Four numbers, the last two above 0.
  case viewBox
  /// SVG path data; each command has its count of numbers.
  case pathData
  /// Pairs of numbers.
  case points
  /// `translate`, `scale`, `rotate`, `matrix`, `skewX`, `skewY` with their counts of numbers.
  case transform
  /// `none`, `currentColor` or `url(#id)`: colours are the style sheet's.
  case paint
  /// `url(#id)`.
  case localReference
  /// A day, month, week, year, moment or duration of HTML, valid in the calendar.
  case dateTime
  /// `https:`, `mailto:`, `#id` or a relative address.
  case link
  /// `#id`.
  case fragment
  /// `data:image/png`, `jpeg`, `webp`, `gif` or `svg+xml`, in Base64.
  case imageData
  /// `data:,` or image data.
  case iconData
  /// The content of `meta`: which one is decided by its `name` or `http-equiv`.
  case metaContent
}
