import Calendars
import Diagnostics
import PeilModel

/// A note of the account manager, cut into the sections that its headings name.
struct Note: Sendable {
  /// What stands in one section.
  struct Part: Equatable, Sendable {
    /// Made by cmark out of a tree without raw markup.
    let html: String
    /// The same without markup, as a reader sees it.
    let text: String
    /// Addresses outside the page that it leads to.
    let links: [String]
    let place: Place
  }

  /// A step that the note asks for instead of those that the report would choose.
  struct Action: Equatable, Sendable {
    let text: String
    let owner: String?
    let due: Day?
  }

  let parts: [NoteSection: Part]
  /// `nil` when the note leaves them to the report.
  let actions: [Action]?

  static let mostActions = 3

  /// - Throws: Every problem of the note: it is shown whole or not at all.
  init(_ file: NoteFile) throws(Problems) {
    guard let text = String(validating: file.bytes, as: UTF8.self),
      let document = MarkdownDocument(text.withoutControls)
    else { throw Problems([.noteNotUTF8(in: file.file)]) }
    var reading = Reading(file: file.file)
    reading.read(document)
    guard reading.problems.isEmpty else { throw Problems(reading.problems) }
    parts = reading.parts
    actions = reading.actions
  }
}

// MARK: - Reading

private struct Reading {
  let file: String
  var problems: [Diagnostic] = []
  var parts: [NoteSection: Note.Part] = [:]
  var actions: [Note.Action]?

  init(file: String) { self.file = file }

  mutating func read(_ document: MarkdownDocument) {
    var section: NoteSection? = .summary
    var blocks: [(section: NoteSection, nodes: [MarkdownNode])] = []
    for node in document.root.children {
      if node.kind == .heading, node.level == 1 {
        let name = node.text.trimmed
        section = NoteSection(named: name)
        if section == nil { problems.append(.noteUnknownSection(name, at: place(of: node))) }
      } else if let section {
        if let index = blocks.firstIndex(where: { $0.section == section }) {
          blocks[index].nodes.append(node)
        } else {
          blocks.append((section, [node]))
        }
      }
    }
    for (section, nodes) in blocks {
      if section == .actions {
        readActions(nodes)
      } else {
        parts[section] = part(section, nodes)
      }
    }
  }

  /// Takes the nodes out of the note's document and into one of their own, with the page's own rules.
  private mutating func part(_ section: NoteSection, _ nodes: [MarkdownNode]) -> Note.Part? {
    guard let first = nodes.first, let own = MarkdownDocument() else { return nil }
    let place = place(of: first)
    var links: [String] = []
    var level = section.subheadingLevel - 1
    for node in nodes {
      for inner in node.all {
        switch inner.kind {
        case .image: problems.append(.noteImage(at: self.place(of: inner, or: node)))
        case .rawBlock, .rawInline: continue
        case .link:
          let address = inner.address
          if !address.isNoteLink {
            problems.append(.noteLink(address, at: self.place(of: inner, or: node)))
          }
          if !address.hasPrefix("#") { links.append(address) }
        case .heading:
          // Levels follow each other, whatever the author left out.
          level = min(max(inner.level - 2, 0) + section.subheadingLevel, level + 1, 6)
          inner.set(level: level)
        default: break
        }
        inner.dropExtras()
      }
      own.root.append(node)
    }
    for inner in own.root.all where inner.kind == .rawBlock || inner.kind == .rawInline {
      inner.becomeText()
    }
    return Note.Part(
      html: own.html, text: own.root.text.trimmed, links: links, place: place)
  }

  /// Each item of a list is a step, at its end who does it and until when: `(Jelle, 2026-11-15)`.
  private mutating func readActions(_ nodes: [MarkdownNode]) {
    var actions: [Note.Action] = []
    for node in nodes {
      guard node.kind == .list else {
        problems.append(.noteActionsNoList(at: place(of: node)))
        continue
      }
      for item in node.children {
        guard let action = Note.Action(item.text.oneLine) else {
          problems.append(.noteActionEmpty(at: place(of: item)))
          continue
        }
        actions.append(action)
        if actions.count == Note.mostActions + 1 {
          problems.append(.noteTooManyActions(most: Note.mostActions, at: place(of: item)))
        }
      }
    }
    self.actions = actions
  }

  private func place(of node: MarkdownNode, or block: MarkdownNode? = nil) -> Place {
    let shown = node.line > 0 ? node : block ?? node
    return Place(file: file, line: max(1, shown.line), column: max(1, shown.column))
  }
}

extension Note.Action {
  /// - Returns: `nil` when nothing is to be done.
  fileprivate init?(_ text: String) {
    var words = text[...]
    var owner: String?
    var due: Day?
    if text.hasSuffix(")"), let opening = text.lastIndex(of: "(") {
      let inside = text[text.index(after: opening)...].dropLast()
      let pieces = inside.split(separator: ",", omittingEmptySubsequences: false)
      due = pieces.last.flatMap { Day(iso8601: String($0).trimmed) }
      let name = (due == nil ? inside : pieces.dropLast().joined(separator: ",")[...])
      owner = String(name).trimmed.nilIfEmpty
      words = text[..<opening]
    }
    guard let step = String(words).trimmed.nilIfEmpty else { return nil }
    self.init(text: step, owner: owner, due: due)
  }
}

extension Day {
  /// Reads `2026-11-15`, and nothing else.
  fileprivate init?(iso8601 text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}

// MARK: - Texts

extension String {
  /// Line ends as `\n`; tabs as spaces; without other control characters and marks that turn text around.
  fileprivate var withoutControls: String {
    var text = ""
    for character in self {
      switch character {
      case "\r\n", "\r", "\n", "\u{2028}", "\u{2029}", "\u{85}": text.append("\n")
      case "\t": text.append("    ")
      default:
        text.unicodeScalars.append(
          contentsOf: character.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .surrogate, .privateUse: false
            case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
            default: !scalar.properties.isNoncharacterCodePoint
            }
          })
      }
    }
    return text
  }

  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }

  fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }

  /// A part of the page, or an address that opens in the browser or the mail program.
  fileprivate var isNoteLink: Bool {
    hasPrefix("#") || hasPrefix("https://") || hasPrefix("mailto:")
  }
}
