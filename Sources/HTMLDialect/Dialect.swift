/// Bytes and limits that every page keeps, besides the tables of elements and attributes.
///
/// A page that keeps all of it is read alike by an XML parser and by a browser: the tree that is
/// checked is the tree that is shown.
public enum Dialect {
  /// How a page begins; the attributes of `html` follow.
  public static let prolog = "<!DOCTYPE html>\n<html "

  /// Elements inside each other, `html` being the first.
  @inlinable public static var maximumDepth: Int { 64 }

  /// Attributes of one element.
  @inlinable public static var maximumAttributes: Int { 32 }

  /// Languages of `lang` and `hreflang`: those of reports and those that quoted texts may be in.
  public static let languages: Set<String> = [
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "fy", "ga", "he", "hi",
    "hr", "hu", "id", "is", "it", "ja", "ko", "lb", "lt", "lv", "mt", "nb", "nl", "nn", "no", "pap",
    "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "und", "ur", "vi", "zh", "zxx",
  ]

  /// References that may stand in text and values; all else is the character itself in UTF-8.
  public static let entities = ["amp", "gt", "lt", "quot"]

  /// The lowest numeric reference, always decimal: browsers read 128 to 159 as other characters.
  public static let lowestNumericReference = 160
}
