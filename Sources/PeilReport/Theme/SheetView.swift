import Diagnostics
import Mustache
import PeilModel

/// What the style sheet sees: the words that stand in print.
struct SheetView: Sendable {
  let words: Words

  /// The parts of the sheet, in the order in which they are joined.
  private static let parts = ["tokens", "page", "charts", "print"]

  func sheet(_ words: RecordView<Words>, files: inout ThemeFiles) throws(Problems) -> Sheet {
    let view = RecordView<SheetView>("sheet", [.record("words", words) { $0.words }])
    var bytes: [UInt8] = []
    for part in Self.parts {
      let template = try files.template("styles/\(part).css", shape: view.shape, mode: .text)
      do {
        bytes += try template.rendered(view.packed(self))
      } catch {
        throw Problems([error])
      }
    }
    return Sheet(bytes)
  }
}
