extension ValueGrammar {
  /// Whether a value keeps the grammar; references are taken as they are written, and `metaContent`
  /// is any text, because only who sees the other attributes can judge it.
  public func accepts(_ value: ValueSyntax.Bytes) -> Bool {
    switch self {
    case .empty: value.isEmpty
    case .text, .metaContent: true
    case .nonEmptyText: !ValueSyntax.isBlank(value)
    case .keyword(let words): words.contains { ValueSyntax.equals(value, $0) }
    case .identifier, .identifierReference: ValueSyntax.isIdentifier(value)
    case .identifierReferences: ValueSyntax.isList(value, of: ValueSyntax.isIdentifier)
    case .classNames: ValueSyntax.isClassNames(value)
    case .languageTag: ValueSyntax.isLanguageTag(value)
    case .metricKeys: ValueSyntax.isList(value, of: ValueSyntax.isMetricKey)
    case .integer(let range): ValueSyntax.isInteger(value, in: range)
    case .number: ValueSyntax.isNumber(value)
    case .nonNegativeNumber: ValueSyntax.isNonNegativeNumber(value)
    case .viewBox: ValueSyntax.isViewBox(value)
    case .pathData: ValueSyntax.isPathData(value)
    case .points: ValueSyntax.isPoints(value)
    case .transform: ValueSyntax.isTransform(value)
    case .paint: ValueSyntax.isPaint(value)
    case .localReference: ValueSyntax.isLocalReference(value)
    case .dateTime: DateTimeSyntax(value) != nil
    case .link: LinkSyntax(value) != nil
    case .fragment: ValueSyntax.isFragment(value)
    case .imageData: ValueSyntax.isImageData(value)
    case .iconData: ValueSyntax.isIconData(value)
    }
  }

  /// What a value of this grammar looks like, for the help of a message.
  public var expectation: String {
    switch self {
    case .empty: "nothing between the quotes"
    case .text, .metaContent: "any text"
    case .nonEmptyText: "text that is more than white space"
    case .keyword(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .identifier: "a letter, then letters, digits, `-`, `_` or `.`"
    case .identifierReference: "the id of an element of this page"
    case .identifierReferences: "ids of elements of this page, one space apart"
    case .classNames: "class names of lower-case letters, digits, `-` or `_`"
    case .languageTag: "a language tag such as `nl` or `en-GB`"
    case .metricKeys: "keys of the ledger, one space apart"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number: "a number such as `-12.5`"
    case .nonNegativeNumber: "a number such as `12.5`, 0 or more"
    case .viewBox: "four numbers, one space apart, the last two above 0"
    case .pathData: "path data with all numbers of each command"
    case .points: "pairs of numbers"
    case .transform: "`translate`, `scale`, `rotate`, `matrix`, `skewX` or `skewY` with its numbers"
    case .paint: "`none`, `currentColor` or `url(#id)`"
    case .localReference: "`url(#id)`"
    case .dateTime: "a date, month, week, time or duration that exists, such as `2026-10-31`"
    case .link: "an `https:`, `mailto:` or `tel:` address, `#id` or a relative address"
    case .fragment: "`#` and the id of an element of this page"
    case .imageData: "a `data:image/…;base64,` address"
    case .iconData: "`data:,` or a `data:image/…;base64,` address"
    }
  }
}
