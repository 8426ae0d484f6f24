import Diagnostics
import Mustache
import PeilModel

/// What the style sheet sees: the words that stand in print, and the agency's brand.
struct SheetView: Sendable {
  let words: Words
  let brand: Branding

  /// The parts of a report's sheet, in the order in which they are joined.
  static let report = ["tokens", "page", "charts", "print"]
  /// The parts of the sheet of the site's pages.
  static let site = ["tokens", "page", "charts", "site", "print"]

  static func view(words: RecordView<Words>) -> RecordView<SheetView> {
    RecordView(
      "sheet",
      [
        .record("words", words) { $0.words },
        .text("agency") { $0.brand.name.escapedForCSS },
        .optionalRecord("colours", colours) { $0.brand.colours },
        .optionalText("font") { $0.brand.font },
      ])
  }

  private static let colours = RecordView<BrandColours>(
    "colours",
    [
      .record("light", scheme) { $0.light },
      .record("dark", scheme) { $0.dark },
    ])

  private static let scheme = RecordView<BrandColours.Scheme>(
    "colour-scheme",
    [
      .optionalText("line") { $0.line?.text },
      .optionalText("text") { $0.text?.text },
      .optionalText("link") { $0.link?.text },
      .optionalText("button") { $0.button?.text },
      .optionalText("button-text") { $0.buttonText?.text },
      .optionalText("page") { $0.page?.text },
    ])

  func sheet(
    of parts: [String], _ words: RecordView<Words>, files: ThemeFiles
  ) throws(Problems) -> Sheet {
    let view = Self.view(words: words)
    var bytes: [UInt8] = []
    var problems: [Diagnostic] = []
    for part in parts {
      do throws(Problems) {
        let template = try files.template("styles/\(part).css", shape: view.shape, mode: .text)
        do throws(Diagnostic) {
          bytes += try template.rendered(view.packed(self))
        } catch {
          problems.append(error)
        }
      } catch {
        problems += error.diagnostics
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return Sheet(bytes)
  }
}

extension String {
  /// For a string in double quotes of a style sheet: what could end or leave it becomes a code point.
  fileprivate var escapedForCSS: String {
    var text = ""
    for scalar in unicodeScalars {
      let isPlain =
        scalar.value >= 0xA0 || scalar.properties.isAlphabetic || scalar == " "
        || scalar == "." || scalar == "-" || ("0"..."9").contains(scalar)
      if isPlain {
        text.unicodeScalars.append(scalar)
      } else {
        text += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return text
  }
}
