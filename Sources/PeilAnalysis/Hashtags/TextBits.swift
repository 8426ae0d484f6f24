import CByteMasks

/// A text with bits for its bytes, sixty-four in a number, the first byte of them in its lowest bit.
struct TextBits {
  /// In small letters, with blanks up to the end of its last block, of which there is one at least.
  let text: UnsafeBufferPointer<UInt8>
  /// Letters and digits of ASCII.
  let letters: UnsafeMutableBufferPointer<UInt64>
  /// Blanks and control characters.
  let blanks: UnsafeMutableBufferPointer<UInt64>
  /// What may begin a hashtag, mention or address, and what is not ASCII.
  let signs: UnsafeMutableBufferPointer<UInt64>
}

/// Makes the bits of a text, which are gone when it returns.
@inline(__always)
func withTextBits(of text: UnsafeBufferPointer<UInt8>, _ body: (TextBits) -> Void) {
  let blocks = text.count / 64 + 1
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: blocks * 64) { folded in
    let end = folded.update(fromContentsOf: text)
    folded[end...].update(repeating: UInt8(ascii: " "))
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: blocks * 3) { bits in
      let bits = TextBits(
        text: UnsafeBufferPointer(folded),
        letters: UnsafeMutableBufferPointer(rebasing: bits[..<blocks]),
        blanks: UnsafeMutableBufferPointer(rebasing: bits[blocks..<blocks * 2]),
        signs: UnsafeMutableBufferPointer(rebasing: bits[(blocks * 2)...]))
      guard let first = folded.baseAddress else { return }
      for block in 0..<blocks {
        let classes = byte_fold_words(
          first + block * 64, UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "@"))
        bits.letters[block] = classes.alphanumeric
        bits.blanks[block] = classes.blanks
        bits.signs[block] = classes.signs
      }
      body(bits)
    }
  }
}

extension UInt64 {
  /// The place of the lowest bit, which is taken out; there must be one.
  @inline(__always)
  mutating func takeLowest() -> Int {
    defer { self &= self &- 1 }
    return trailingZeroBitCount
  }
}

// Bits are counted through the numbers, the lowest of each first: a place is 64 times the number's, and its bit's.
extension UnsafeMutableBufferPointer<UInt64> {
  /// How many ones follow one another from a place on; a zero follows the last.
  @inline(__always)
  func ones(from start: Int) -> Int {
    let count = (~(self[start >> 6] &>> UInt64(start & 63))).trailingZeroBitCount
    return (start & 63) + count < 64 ? count : count + ones(fromBlock: (start >> 6) + 1)
  }

  private func ones(fromBlock first: Int) -> Int {
    var block = first
    while self[block] == .max { block += 1 }
    return (block - first) * 64 + (~self[block]).trailingZeroBitCount
  }

  /// The place of the first one that is not before a place; where the bits end when there is none.
  @inline(__always)
  func firstOne(from start: Int) -> Int {
    var block = start >> 6
    guard block < count else { return count << 6 }
    var bits = self[block] & (~0 &<< UInt64(start & 63))
    while bits == 0 {
      block += 1
      guard block < count else { return count << 6 }
      bits = self[block]
    }
    return (block << 6) + bits.trailingZeroBitCount
  }

  /// The place of the last one before a place; -1 when there is none.
  @inline(__always)
  func lastOne(before end: Int) -> Int {
    var block = end >> 6
    var bits = self[block] & ~(~0 &<< UInt64(end & 63))
    while bits == 0 {
      block -= 1
      guard block >= 0 else { return -1 }
      bits = self[block]
    }
    return (block << 6) + 63 - bits.leadingZeroBitCount
  }

  /// Makes bits zeros; one at least.
  @inline(__always)
  func clear(_ bits: Range<Int>) {
    let (first, last) = (bits.lowerBound >> 6, (bits.upperBound - 1) >> 6)
    let fromFirst: UInt64 = ~0 &<< UInt64(bits.lowerBound & 63)
    let upToLast: UInt64 = ~0 &>> UInt64(63 - ((bits.upperBound - 1) & 63))
    if first == last {
      self[first] &= ~(fromFirst & upToLast)
    } else {
      self[first] &= ~fromFirst
      for block in first + 1..<last { self[block] = 0 }
      self[last] &= ~upToLast
    }
  }
}
