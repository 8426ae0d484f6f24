import CByteMasks

/// Text with bits for its bytes, sixty-four in a number, the first byte of them in its lowest bit.
struct TextBits {
  /// In small letters, whole blocks of sixty-four bytes.
  let text: UnsafeBufferPointer<UInt8>
  /// Letters and digits of ASCII.
  let letters: UnsafeMutableBufferPointer<UInt64>
  /// Blanks and control characters.
  let blanks: UnsafeMutableBufferPointer<UInt64>
  /// What may begin a hashtag, mention or address, and what is not ASCII.
  let signs: UnsafeMutableBufferPointer<UInt64>
}

/// Texts one after another, a blank behind each, in memory that is used again when they are read.
struct TextBuffer: ~Copyable {
  private var bytes: UnsafeMutableBufferPointer<UInt8>
  private var bits: UnsafeMutableBufferPointer<UInt64>
  /// Bytes of the texts and blanks.
  private(set) var count = 0

  init() { (bytes, bits) = Self.room(forBytes: 0) }

  deinit {
    bytes.deallocate()
    bits.deallocate()
  }

  mutating func append(_ text: String) {
    text.withBytes { text in
      let end = count + text.count
      if end >= bytes.count { grow(toHold: end + 1) }
      if let target = bytes.baseAddress, let source = text.baseAddress {
        (target + count).update(from: source, count: text.count)
      }
      bytes[end] = UInt8(ascii: " ")
      count = end + 1
    }
  }

  /// Tells the bits of the texts, which stay there until the next text comes, and makes their letters small.
  mutating func take() -> TextBits {
    let blocks = (count + 63) / 64
    bytes[count..<blocks * 64].update(repeating: UInt8(ascii: " "))
    count = 0
    let taken = TextBits(
      text: UnsafeBufferPointer(rebasing: bytes[..<(blocks * 64)]),
      letters: UnsafeMutableBufferPointer(rebasing: bits[..<blocks]),
      blanks: UnsafeMutableBufferPointer(rebasing: bits[blocks..<blocks * 2]),
      signs: UnsafeMutableBufferPointer(rebasing: bits[(blocks * 2)..<blocks * 3]))
    guard let first = bytes.baseAddress else { return taken }
    for block in 0..<blocks {
      let classes = byte_fold_words(
        first + block * 64, UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "@"))
      taken.letters[block] = classes.alphanumeric
      taken.blanks[block] = classes.blanks
      taken.signs[block] = classes.signs
    }
    return taken
  }

  private mutating func grow(toHold most: Int) {
    let (old, oldBits) = (bytes, bits)
    (bytes, bits) = Self.room(forBytes: max(most, old.count * 2))
    _ = bytes.update(fromContentsOf: old[..<count])
    old.deallocate()
    oldBits.deallocate()
  }

  /// Room for whole blocks, and for three numbers for each.
  private static func room(
    forBytes count: Int
  ) -> (UnsafeMutableBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt64>) {
    let blocks = count / 64 + 1
    return (.allocate(capacity: blocks * 64), .allocate(capacity: blocks * 3))
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
