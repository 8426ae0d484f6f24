/// Patterns of folded words as a tree whose branches are words, found by their hashes.
///
/// A text is searched word by word, see `WordScan`. It is Aho and Corasick's idea with words for
/// letters; a text follows each pattern that it is inside of, and there are seldom two.
final class NameIndex: @unchecked Sendable {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  fileprivate struct Branch {
    /// Of the node and the word; 0 is free.
    var key: UInt64
    var node: Int32
  }

  fileprivate static let beginningBits = 18
  fileprivate static let prefixBits = 16

  // Written in `init` only.
  private let branches: UnsafeMutablePointer<Branch>
  private let mask: Int
  /// Of each node the pattern that ends there, or -1.
  private let patterns: UnsafeMutablePointer<Int32>
  private let hasBranches: UnsafeMutablePointer<Bool>
  private let beginnings: UnsafeMutablePointer<UInt64>
  private let prefixes: UnsafeMutablePointer<UInt64>
  /// Of each byte, whether a pattern begins with it.
  private let firsts: UnsafeMutablePointer<Bool>

  /// - Parameter patterns: Each with a boundary at both ends and one between its words.
  init(_ folded: [[UInt8]]) {
    let wordCount = folded.reduce(0) { $0 + $1.count { $0 == LetterFolding.boundary } }
    var size = 64
    while size < wordCount * 2 { size *= 2 }
    mask = size - 1
    branches = .allocate(capacity: size)
    branches.initialize(repeating: Branch(key: 0, node: 0), count: size)
    patterns = .allocate(capacity: wordCount + 1)
    patterns.initialize(repeating: -1, count: wordCount + 1)
    hasBranches = .allocate(capacity: wordCount + 1)
    hasBranches.initialize(repeating: false, count: wordCount + 1)
    let words = 1 << (Self.beginningBits - 6)
    beginnings = .allocate(capacity: words)
    beginnings.initialize(repeating: 0, count: words)
    firsts = .allocate(capacity: 256)
    firsts.initialize(repeating: false, count: 256)
    prefixes = .allocate(capacity: 1 << (Self.prefixBits - 6))
    prefixes.initialize(repeating: 0, count: 1 << (Self.prefixBits - 6))

    var nodeCount: Int32 = 1
    for (number, pattern) in folded.enumerated() {
      var node: Int32 = 0
      for word in pattern.split(separator: LetterFolding.boundary) {
        let key = word.withUnsafeBufferPointer { Self.key(node, $0) }
        if node == 0 { word.withUnsafeBufferPointer { addBeginning($0) } }
        hasBranches[Int(node)] = true
        var slot = Int(truncatingIfNeeded: key) & mask
        while branches[slot].key != 0, branches[slot].key != key { slot = (slot + 1) & mask }
        if branches[slot].key == 0 {
          branches[slot] = Branch(key: key, node: nodeCount)
          nodeCount += 1
        }
        node = branches[slot].node
      }
      if node != 0 { patterns[Int(node)] = Int32(number) }
    }
  }

  deinit {
    branches.deallocate()
    patterns.deallocate()
    hasBranches.deallocate()
    beginnings.deallocate()
    prefixes.deallocate()
    firsts.deallocate()
  }

  /// A bit for the first letters of every pattern, and one for its first four; a word that is shorter has
  /// spaces after it.
  struct Beginnings {
    fileprivate let bits: UnsafeMutablePointer<UInt64>
    fileprivate let prefixes: UnsafeMutablePointer<UInt64>
    fileprivate let firsts: UnsafeMutablePointer<Bool>
    /// All bits when a pattern begins with a digit, else none: such names are few, and numbers in texts are
    /// many.
    let digits: UInt64

    /// Whether a pattern begins with the first letter of a word.
    func mayBegin(_ word: Bytes) -> Bool {
      var offset = 0
      guard let first = LetterFolding.next(word, &offset) else { return false }
      return firsts[Int(first)]
    }

    /// The same for the first byte of a letter that folds to itself.
    func mayBegin(with first: UInt8) -> Bool { firsts[Int(first)] }

    /// Whether a pattern may begin with a word.
    ///
    /// - Parameters:
    ///   - word: In capitals or not; eight bytes of it may be read.
    ///   - count: Of the whole word.
    @inline(__always)
    func mayHold(_ word: UnsafeRawPointer, _ count: Int) -> Bool {
      if count >= 4 {
        // The four letters pass over most words without a look at how long they are.
        guard hasPrefix(word.loadUnaligned(as: UInt32.self)) else { return false }
      }
      var letters = word.loadUnaligned(as: UInt64.self)
      if count < 8 { letters &= 1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1 }
      let bit = NameIndex.beginning(letters, count)
      return bits[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit) & 1 != 0
    }

    /// The same by the first four letters alone.
    ///
    /// - Parameters:
    ///   - letters: Of the word, and what stands behind a shorter one.
    ///   - word: A bit for each of them that belongs to the word.
    @inline(__always)
    func mayBegin(_ letters: UInt32, _ word: UInt32) -> Bool {
      let isShort = ~word & 15
      guard isShort != 0 else { return hasPrefix(letters) }
      let count = UInt32(truncatingIfNeeded: isShort.trailingZeroBitCount)
      return hasPrefix(letters & (1 &<< (count &* 8) &- 1))
    }

    @inline(__always)
    private func hasPrefix(_ letters: UInt32) -> Bool {
      let bit = NameIndex.prefix(letters)
      return prefixes[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit) & 1 != 0
    }
  }

  /// The tables alone, for one page; the index must live as long.
  struct View {
    fileprivate let branches: UnsafeMutablePointer<Branch>
    fileprivate let mask: Int
    fileprivate let patterns: UnsafeMutablePointer<Int32>
    fileprivate let hasBranches: UnsafeMutablePointer<Bool>
    let beginnings: Beginnings

    /// The node that a word leads to from another; `nil` when no pattern goes that way.
    func node(after node: Int32, _ word: Bytes) -> Int32? {
      let key = NameIndex.key(node, word)
      var slot = Int(truncatingIfNeeded: key) & mask
      while branches[slot].key != 0 {
        if branches[slot].key == key { return branches[slot].node }
        slot = (slot + 1) & mask
      }
      return nil
    }

    /// The pattern that ends in a node.
    func pattern(at node: Int32) -> Int? {
      patterns[Int(node)] >= 0 ? Int(patterns[Int(node)]) : nil
    }

    func goesOn(from node: Int32) -> Bool { hasBranches[Int(node)] }
  }

  var view: View {
    View(
      branches: branches, mask: mask, patterns: patterns, hasBranches: hasBranches,
      beginnings: Beginnings(
        bits: beginnings, prefixes: prefixes, firsts: firsts,
        digits: (0x30..<0x3A).contains { firsts[$0] } ? UInt64.max : 0))
  }

  private static func key(_ node: Int32, _ word: Bytes) -> UInt64 {
    let mixed =
      (hashOfBytes(word) ^ UInt64(UInt32(bitPattern: node))) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed &>> 32) | 1
  }

  @inline(__always)
  fileprivate static func beginning(_ letters: UInt64, _ count: Int) -> Int {
    // Capitals become small letters and digits stay; the bytes after a short word do not matter.
    let small = letters | 0x2020_2020_2020_2020
    // The count tells a short word from a longer one with the same letters.
    let mixed = (small ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 - beginningBits))
  }

  @inline(__always)
  fileprivate static func prefix(_ letters: UInt32) -> Int {
    Int(truncatingIfNeeded: ((letters | 0x2020_2020) &* 0x9E37_79B1) &>> UInt32(32 - prefixBits))
  }

  private func addBeginning(_ word: Bytes) {
    guard let base = word.baseAddress else { return }
    firsts[Int(base[0])] = true
    let letters =
      word.count < 8
      ? wordOfBytes(base, word.count) : UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
    let bit = Self.beginning(letters, word.count)
    beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
    let prefix = Self.prefix(UInt32(truncatingIfNeeded: letters))
    prefixes[prefix >> 6] |= 1 << UInt64(prefix & 63)
  }
}
