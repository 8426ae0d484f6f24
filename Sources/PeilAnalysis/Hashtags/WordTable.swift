import Glibc

/// Words with a number each, found again by their bytes without making a text of them.
///
/// An open table: a word's hash says where to look, and its neighbours are looked at until a place is free.
/// Most words of a text are none of the table's, and are told apart by their first two letters and length alone.
struct WordTable {
  /// All words, one after another.
  private var bytes: [UInt8] = []
  /// Where each begins in them, and one more where the last ends.
  private var starts = [0]
  /// One more than the number of the word, and 0 where a place is free; at least half are.
  private var places = [Int](repeating: 0, count: 1 << 10)
  /// Bits of the lengths that words with these first two letters have.
  private var lengths = [UInt64](repeating: 0, count: 1 << 10)

  var count: Int { starts.count - 1 }

  /// - Returns: The number of the word, from 0 in the order in which they came.
  @discardableResult
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var place = firstPlace(of: word)
    while places[place] != 0 {
      if isWord(places[place] - 1, word) { return places[place] - 1 }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = count + 1
    bytes.append(contentsOf: word)
    starts.append(bytes.count)
    lengths[Self.beginning(word)] |= Self.length(word)
    if count * 2 > places.count { grow() }
    return count - 1
  }

  /// `nil` for a word that was never put in.
  @inline(__always)
  func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    lengths[Self.beginning(word)] & Self.length(word) == 0 ? nil : find(word)
  }

  private func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = firstPlace(of: word)
    while places[place] != 0 {
      if isWord(places[place] - 1, word) { return places[place] - 1 }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// Whether some word may begin with these two bytes: never no for one that does.
  @inline(__always)
  func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    lengths[Self.beginning(first, second)] != 0
  }

  subscript(number: Int) -> String {
    String(decoding: bytes[starts[number]..<starts[number + 1]], as: UTF8.self)
  }

  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer {
      guard let known = $0.baseAddress, let word = word.baseAddress else { return true }
      return memcmp(known + start, word, starts[number + 1] - start) == 0
    }
  }

  private mutating func grow() {
    places = [Int](repeating: 0, count: places.count * 2)
    bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<count {
        var place = firstPlace(
          of: UnsafeBufferPointer(rebasing: bytes[starts[number]..<starts[number + 1]]))
        while places[place] != 0 { place = (place + 1) & (places.count - 1) }
        places[place] = number + 1
      }
    }
  }

  @inline(__always)
  private func firstPlace(of word: UnsafeBufferPointer<UInt8>) -> Int {
    Int(truncatingIfNeeded: word.quickHash) & (places.count - 1)
  }

  @inline(__always)
  private static func beginning(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    word.count > 1 ? beginning(word[0], word[1]) : 0
  }

  @inline(__always)
  private static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  @inline(__always)
  private static func length(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    1 << UInt64(min(word.count, 63))
  }
}

extension WordTable {
  @discardableResult
  mutating func insert(_ word: String) -> Int {
    word.withBytes { insert($0) }
  }

  func number(of word: String) -> Int? {
    word.withBytes { number(of: $0) }
  }
}
