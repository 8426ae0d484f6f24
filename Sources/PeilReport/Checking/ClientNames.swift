/// Names, handles and domains of all clients of an agency, ready to be searched for in any text.
///
/// Made once a run and shared by all workers. The search is for whole words, without regard to case,
/// accents and punctuation, in one walk over the text whatever the number of clients.
package struct ClientNames: Sendable {
  package struct Client: Hashable, Sendable {
    /// The client's slug.
    package var id: String
    /// Names shorter than four letters are not searched for: too many words hold them.
    package var names: [String]
    /// With or without `@`; those shorter than four letters count only after `@` or `/`.
    package var handles: [String]
    package var domains: [String]
    /// Slugs of other clients that may be named on this client's pages.
    package var mentions: [String]

    package init(
      id: String, names: [String], handles: [String] = [], domains: [String] = [],
      mentions: [String] = []
    ) {
      self.id = id
      self.names = names
      self.handles = handles
      self.domains = domains
      self.mentions = mentions
    }
  }

  let index: NameIndex
  let patterns: [NamePattern]
  /// Of each client the clients that may be named on its pages, itself among them.
  let welcome: [String: Set<String>]

  package init(_ clients: [Client]) {
    var found: [[UInt8]: NamePattern] = [:]
    var order: [[UInt8]] = []
    func add(_ text: String, of owner: String, isHandle: Bool) {
      let folded = LetterFolding.folded(text)
      let letters = folded.count { $0 != LetterFolding.boundary }
      guard letters >= 4 || isHandle && letters > 1 else { return }
      if found[folded] == nil {
        order.append(folded)
        found[folded] = NamePattern(text: text, needsSign: letters < 4)
      }
      found[folded]?.owners.insert(owner)
    }
    for client in clients {
      for name in client.names { add(name, of: client.id, isHandle: false) }
      for handle in client.handles { add(handle, of: client.id, isHandle: true) }
      for domain in client.domains { add(domain, of: client.id, isHandle: false) }
    }
    for residue in NamePattern.residue {
      let folded = LetterFolding.folded(residue)
      // A client that goes by such a word stays a client.
      guard found[folded] == nil else { continue }
      order.append(folded)
      found[folded] = NamePattern(text: residue, isResidue: true)
    }
    patterns = order.compactMap { found[$0] }
    welcome = Dictionary(
      clients.map { ($0.id, Set($0.mentions + [$0.id])) }, uniquingKeysWith: { $0.union($1) })
    index = NameIndex(order)
  }
}

/// Something that is searched for.
struct NamePattern: Sendable {
  let text: String
  /// Slugs of the clients it belongs to; two may share a name.
  var owners: Set<String> = []
  /// Counts only after `@` or `/`.
  var needsSign = false
  /// No client's: what a broken template or a missing value leaves behind.
  var isResidue = false

  /// Words that no finished text holds, in the capitals in which programs write them.
  static let residue = [
    "undefined", "null", "NaN", "inf", "Infinity", "nil", "Optional(", "TODO", "FIXME",
    "Lorem ipsum",
  ]
}
