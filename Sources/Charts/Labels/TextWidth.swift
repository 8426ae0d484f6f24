/// Sizes of text on a plot, in units; the style sheet of the charts uses the same ones.
enum TextSize {
  static let label = 14.0
  static let tick = 12.5
  static let lineHeight = 16.0

  /// From the middle of a line of text down to its baseline.
  static func drop(of size: Double) -> Double { size * 0.35 }
}

/// How wide `text` will be at most in the fonts that systems have, without looking at any font.
///
///     textWidth(of: "Instagram", size: 14)  // 73.7
///
/// - Parameter size: Of the font, in the unit of the result; of regular weight.
/// - Returns: The sum over all characters of a width by class, scaled to the widest common system
///   font (DejaVu Sans: 1.16 of these class widths).
public func textWidth(of text: String, size: Double) -> Double {
  var ems = 0.0
  for byte in text.utf8 {
    guard byte < 0x80 else {
      // Letters with marks and emoji are one character of several scalars.
      return text.reduce(0) { $0 + width(of: $1) } * size * 1.16
    }
    ems += asciiWidths[Int(byte)]
  }
  return ems * size * 1.16
}

private let asciiWidths: [Double] = (0..<0x80).map { width(of: Character(UnicodeScalar($0))) }

/// In parts of the font's size.
private func width(of character: Character) -> Double {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  switch character {
  case "0"..."9": return 0.556
  case "i", "I", "j", "l", "f", "t", "r", ".", ",", ":", ";", "'", "!", "|", "(", ")", "[", "]",
    " ", "-", "\u{A0}", "\u{202F}", "\u{2009}":
    return 0.30
  case "m", "w", "M", "W", "@", "%": return 0.86
  default: break
  }
  let isLatin = scalar.value < 0x250
  let isPunctuation = (0x2010...0x2025).contains(scalar.value) || scalar.value == 0x20AC
  let isMinus = scalar.value == 0x2212
  guard isLatin || isPunctuation || isMinus else { return 0.9 }
  return scalar.properties.isUppercase ? 0.68 : 0.53
}
