import Charts
import Diagnostics
import Mustache
import PeilAnalysis
import PeilModel

/// Fills the places of sentences with figures, names and other phrases, and remembers whose numbers they are.
///
/// Collects what cannot be said instead of stopping, so that all of it is told at once; a page with such
/// a problem is not released.
final class SentenceWriter {
  let phrases: Phrasebook
  let texts: FigureTexts
  let locale: LocaleFormat
  let names: FigureNames
  /// Names of the language's file, for messages.
  private let file: String
  private(set) var problems: [Diagnostic] = []
  /// Where axes begin that do not begin at zero: numbers of a drawing, not of the ledger.
  private(set) var axisStarts: [FigureKey: String] = [:]

  init(
    phrases: Phrasebook, texts: FigureTexts, locale: LocaleFormat, names: FigureNames = .keys,
    file: String
  ) {
    self.names = names
    self.phrases = phrases
    self.texts = texts
    self.locale = locale
    self.file = file
  }

  /// A finished sentence, with a capital where it begins.
  func sentence(_ statement: Statement) -> SentenceView {
    let phrase = phrase(statement)
    return SentenceView(text: capitalised(phrase.text), keys: phrase.keys)
  }

  /// What follows something else on its line, and so begins as it stands in the translations.
  func phrase(_ statement: Statement) -> SentenceView {
    let piece = write(statement)
    return SentenceView(
      text: piece.text, keys: piece.keys.isEmpty ? nil : piece.keys.joined(separator: " "))
  }

  /// A phrase without places.
  func word(_ key: String) -> String { write(Statement(key)).text }

  func sentence(_ key: String) -> SentenceView { sentence(Statement(key)) }

  /// One figure with its key.
  func figure(_ key: FigureKey, _ form: FigureForm = .plain) -> FigureValueView {
    let piece = write(.figure(key, form))
    return FigureValueView(text: piece.text, key: names.name(of: key))
  }

  /// Whether a figure has a value to show.
  func isKnown(_ key: FigureKey) -> Bool { figure(key).text != FigureTexts.unknown }

  /// The text of an argument alone: a label of a chart or table.
  func label(_ argument: Statement.Argument) -> SentenceView {
    let piece = write(argument)
    return SentenceView(
      text: capitalised(piece.text),
      keys: piece.keys.isEmpty ? nil : piece.keys.joined(separator: " "))
  }

  /// Two sentences as one paragraph.
  func joined(_ statements: [Statement]) -> SentenceView {
    let sentences = statements.map { sentence($0) }
    let keys = sentences.compactMap(\.keys)
    return SentenceView(
      text: sentences.map(\.text).joined(separator: " "),
      keys: keys.isEmpty ? nil : keys.joined(separator: " "))
  }

  /// Remembers the text of an axis's first tick, so that a sentence can name it.
  func note(_ start: AxisStart, of plot: String) -> FigureKey {
    let key = FigureKey("axis.\(plot)\(start.panel.map { "-\($0 + 1)" } ?? "").start")
    axisStarts[key] = start.text
    return key
  }

  // MARK: - Pieces

  private struct Piece {
    var text: String
    var keys: [String]
  }

  private func write(_ statement: Statement) -> Piece {
    guard let phrase = phrases[statement.phrase] else {
      problems.append(.noPhrase(statement.phrase, in: file))
      return Piece(text: "", keys: [])
    }
    var pieces: [String: Piece] = [:]
    for place in phrase.places {
      guard let argument = statement.arguments[place] else {
        problems.append(.emptyPlace(place, of: statement.phrase, in: file))
        return Piece(text: "", keys: [])
      }
      pieces[place] = write(argument)
    }
    do throws(Diagnostic) {
      let value = try phrase.packed(pieces.mapValues(\.text))
      let text = String(decoding: try phrase.template.rendered(value), as: UTF8.self)
      let order = try phrase.template.names(printedFor: value)
      return Piece(text: text, keys: order.flatMap { pieces[$0]?.keys ?? [] })
    } catch {
      problems.append(error)
      return Piece(text: "", keys: [])
    }
  }

  private func write(_ argument: Statement.Argument) -> Piece {
    switch argument {
    case .figure(let key, let form):
      guard let text = axisStarts[key] ?? texts.text(key, form) else {
        problems.append(.noFigure(key.text))
        return Piece(text: "", keys: [])
      }
      return Piece(text: text, keys: [names.name(of: key)])
    case .phrase(let key): return write(Statement(key))
    case .statement(let statement): return write(statement)
    case .platform(let platform): return write(Statement("platforms.\(platform.rawValue)"))
    case .list(let arguments):
      let pieces = arguments.map { write($0) }
      return Piece(text: locale.list(pieces.map(\.text)), keys: pieces.flatMap(\.keys))
    }
  }

  private func capitalised(_ text: String) -> String {
    guard let first = text.first, first.isLowercase else { return text }
    return first.uppercased() + text.dropFirst()
  }
}

extension Phrasebook.Phrase {
  /// The texts of the places in the form that the sentence is rendered with.
  func packed(_ texts: [String: String]) throws(Diagnostic) -> PackedValue {
    var builder = ValueBuilder(capacity: 256)
    builder.beginRecord()
    for place in places { builder.text(texts[place] ?? "") }
    builder.endRecord()
    return try builder.finish()
  }

  /// The sentence with these texts; `nil` when it cannot be rendered.
  func text(_ texts: [String: String]) -> String? {
    guard let value = try? packed(texts), let bytes = try? template.rendered(value) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
