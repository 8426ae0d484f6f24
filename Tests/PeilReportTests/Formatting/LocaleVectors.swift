import Foundation

/// The worked examples of `Tests/Fixtures/locales.json`: values and how each language writes them.
///
/// They come from Unicode CLDR 47 through Babel 2.18.0; the file names its corrections and house rules.
/// Another file of the same form is read when `PEIL_LOCALE_VECTORS` names it.
struct LocaleVectors: Decodable {
  let count: Int
  let cases: [Case]

  struct Case: Decodable {
    let id: String
    let kind: String
    let locale: String
    let value: Value
    let options: Options?
    let text: String
  }

  enum Value: Decodable {
    case text(String)
    case number(Int)
    case list([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .list(try container.decode([String].self))
      }
    }
  }

  struct Options: Decodable {
    let fractionDigits: Int?
    let maxFractionDigits: Int?
    let currency: String?
    let unit: String?
    let skeleton: String?
  }

  static func read() throws -> LocaleVectors {
    let path =
      ProcessInfo.processInfo.environment["PEIL_LOCALE_VECTORS"]
      ?? URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/locales.json").path(percentEncoded: false)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      LocaleVectors.self, from: Data(contentsOf: URL(filePath: path)))
  }
}
