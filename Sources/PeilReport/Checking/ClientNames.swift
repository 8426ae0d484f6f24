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

    package init(id: String, names: [String], handles: [String] = [], domains: [String] = []) {
      self.id = id
      self.names = names
      self.handles = handles
      self.domains = domains
    }
  }

  let automata: [NameAutomaton]
  let patterns: [NamePattern]

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
      order.append(LetterFolding.folded(residue))
      found[LetterFolding.folded(residue)] = NamePattern(text: residue, isResidue: true)
    }
    patterns = order.compactMap { found[$0] }
    automata = NameAutomaton.make(for: order)
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
    "undefined", "null", "NaN", "inf", "Infinity", "nil", "TODO", "FIXME", "Lorem ipsum",
  ]
}

/// Aho and Corasick's automaton over folded letters, as one table of 16-bit cells.
///
/// Source: A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18 (1975). Boundaries are
/// letters of the patterns, so a match is a whole word and is known when the word has ended.
final class NameAutomaton: @unchecked Sendable {
  // Written in `init` only.
  let next: UnsafeMutablePointer<UInt16>
  let width: Int
  /// Class of each folded byte: 0 is the boundary, 1 a letter of no pattern.
  let classes: UnsafeMutablePointer<UInt8>
  private let rawClasses: UnsafeMutablePointer<UInt8>
  /// Pattern that ends in a state, or -1.
  private let pattern: [Int32]
  /// The nearest shorter state in which a pattern ends, or 0.
  private let shorter: [UInt16]
  let hasOutput: UnsafeMutablePointer<Bool>

  private static let maximumStates = 65_535

  /// The tables alone, for the walk over a text; the automaton must live as long.
  struct Tables {
    let next: UnsafeMutablePointer<UInt16>
    let width: Int
    /// Class of each byte of text as it is: folded where it is ASCII, else `beyondASCII`.
    let rawClasses: UnsafeMutablePointer<UInt8>
    let classes: UnsafeMutablePointer<UInt8>
    let hasOutput: UnsafeMutablePointer<Bool>

    static let beyondASCII: UInt8 = 255

    init(_ automaton: NameAutomaton) {
      next = automaton.next
      width = automaton.width
      rawClasses = automaton.rawClasses
      classes = automaton.classes
      hasOutput = automaton.hasOutput
    }
  }

  /// As many automata as the patterns need; nearly always one.
  static func make(for patterns: [[UInt8]]) -> [NameAutomaton] {
    var result: [NameAutomaton] = []
    var start = 0
    while start < patterns.count {
      var end = start
      var letters = 1
      while end < patterns.count, letters + patterns[end].count <= maximumStates {
        letters += patterns[end].count
        end += 1
      }
      end = max(end, start + 1)
      result.append(NameAutomaton(patterns[start..<end]))
      start = end
    }
    return result
  }

  private init(_ patterns: ArraySlice<[UInt8]>) {
    classes = .allocate(capacity: 256)
    classes.initialize(repeating: 1, count: 256)
    classes[Int(LetterFolding.boundary)] = 0
    var classCount = 2
    for byte in patterns.joined() where byte != LetterFolding.boundary && classes[Int(byte)] == 1 {
      classes[Int(byte)] = UInt8(classCount)
      classCount += 1
    }
    width = classCount
    rawClasses = .allocate(capacity: 256)
    for byte in 0..<256 {
      let folded = byte < 0x80 ? classes[Int(LetterFolding.ascii(UInt8(byte)))] : Tables.beyondASCII
      (rawClasses + byte).initialize(to: folded)
    }

    var trie: [[UInt8: Int]] = [[:]]
    var ends: [Int32] = [-1]
    var lastClass: [UInt8] = [1]
    for (index, pattern) in zip(patterns.indices, patterns) {
      var state = 0
      for byte in pattern.prefix(Self.maximumStates - 1) {
        let letter = classes[Int(byte)]
        if let known = trie[state][letter] {
          state = known
        } else {
          trie.append([:])
          ends.append(-1)
          lastClass.append(letter)
          trie[state][letter] = trie.count - 1
          state = trie.count - 1
        }
      }
      ends[state] = Int32(index)
    }

    let cells = trie.count * width
    next = .allocate(capacity: cells)
    next.initialize(repeating: 0, count: cells)
    hasOutput = .allocate(capacity: trie.count)
    hasOutput.initialize(repeating: false, count: trie.count)
    var failure = [Int](repeating: 0, count: trie.count)
    var shorter = [UInt16](repeating: 0, count: trie.count)
    var queue = [0]
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      for letter in 0..<width {
        let cell = state * width + letter
        let fallback = state == 0 ? 0 : Int(next[failure[state] * width + letter])
        if let child = trie[state][UInt8(letter)] {
          failure[child] = fallback
          shorter[child] = ends[fallback] >= 0 ? UInt16(fallback) : shorter[fallback]
          hasOutput[child] = ends[child] >= 0 || shorter[child] != 0
          next[cell] = UInt16(child)
          queue.append(child)
        } else if letter == 0, lastClass[state] == 0, state != 0 {
          // A run of boundaries is one boundary.
          next[cell] = UInt16(state)
        } else {
          next[cell] = UInt16(fallback)
        }
      }
    }
    self.pattern = ends
    self.shorter = shorter
  }

  deinit {
    next.deallocate()
    classes.deallocate()
    rawClasses.deallocate()
    hasOutput.deallocate()
  }

  /// All patterns that end in a state, the longest first.
  func patterns(in state: Int) -> [Int] {
    var result: [Int] = []
    var state = state
    repeat {
      if pattern[state] >= 0 { result.append(Int(pattern[state])) }
      state = Int(shorter[state])
    } while state != 0
    return result
  }
}
