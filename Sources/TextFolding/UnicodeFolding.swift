import Foundation

/// Folds a name that ASCII rules do not cover; see `NameKey`.
///
/// Case: upper case and then lower case, each with the full mappings of Unicode, so that `ß` is `ss`
/// and both forms of sigma are one. It differs from Unicode's own case folding in few letters (`ı` is
/// `i` here).
func foldedBeyondASCII(_ name: String, ignoringMarks: Bool) -> String {
  let compatible = withoutInvisibles(name).precomposedStringWithCompatibilityMapping
  var folded = compatible.uppercased().lowercased()
  if ignoringMarks {
    folded = String(
      String.UnicodeScalarView(
        folded.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
          $0.properties.generalCategory != .nonspacingMark
        }))
  }
  return withSingleBlanks(folded.precomposedStringWithCompatibilityMapping)
}

/// Leaves out what is not seen: the byte order mark, soft hyphens, zero-width and direction marks, word
/// joiners, control characters that are no blanks.
private func withoutInvisibles(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: false
        case ..<0x20, 0x7F...0x9F: scalar.properties.isWhitespace
        default: true
        }
      }))
}

/// Every run of blanks as one space, none at the ends.
private func withSingleBlanks(_ text: String) -> String {
  text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    .map { String($0) }.joined(separator: " ")
}
