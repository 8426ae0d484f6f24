import Diagnostics
import Mustache
import PeilModel

/// What the style sheet sees: the words that stand in print, and the agency's brand.
struct SheetView: Sendable {
  let words: Words
  let brand: Branding

  /// The parts of a report's sheet, in the order in which they are joined.
  static let report = ["tokens", "page", "charts", "print"]
  /// The parts of the sheet of a sales copy.
  static let proposal = ["tokens", "page", "charts", "proposal", "print"]
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
    return Sheet(Self.withoutSpare(Self.withoutIndentation(bytes)))
  }
}

extension SheetView {
  /// No space before a brace and after a comma, no semicolon at the end of a rule; strings stay as they are.
  fileprivate static func withoutSpare(_ bytes: [UInt8]) -> [UInt8] {
    var sheet: [UInt8] = []
    sheet.reserveCapacity(bytes.count)
    var isInString = false
    for byte in bytes {
      if isInString {
        isInString = byte != UInt8(ascii: "\"") || sheet.last == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: " "), sheet.last == UInt8(ascii: ",") {
        continue
      } else if byte == UInt8(ascii: "{"), sheet.last == UInt8(ascii: " ") {
        sheet.removeLast()
      } else if byte == UInt8(ascii: "}"), sheet.last == UInt8(ascii: ";") {
        sheet.removeLast()
      }
      sheet.append(byte)
    }
    return sheet
  }

  /// Line ends and what stands before a line are for who writes the sheet; every page would carry them.
  fileprivate static func withoutIndentation(_ bytes: [UInt8]) -> [UInt8] {
    var sheet: [UInt8] = []
    sheet.reserveCapacity(bytes.count)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = line.drop { $0 == UInt8(ascii: " ") }
      // A line that goes on in the next one is parted from it by a space.
      if let last = sheet.last, !"{};,".utf8.contains(last), !line.isEmpty {
        sheet.append(UInt8(ascii: " "))
      }
      // `colour: red;` needs no space either.
      let colon = line.last == UInt8(ascii: ";") ? line.firstIndex(of: UInt8(ascii: ":")) : nil
      if let colon, colon + 1 < line.endIndex, line[colon + 1] == UInt8(ascii: " ") {
        sheet += line[...colon] + line[(colon + 2)...]
      } else {
        sheet += line
      }
    }
    return sheet
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
