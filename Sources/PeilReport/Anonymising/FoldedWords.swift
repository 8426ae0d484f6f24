/// The words of a text without regard to case and accents: runs of letters and digits.
enum FoldedWords {
  /// Pieces of this many letters of a rare word give it away.
  static let pieceLength = 5

  /// - Parameter body: Gets each word, folded, and where it stands in the text.
  static func each(in text: [UInt8], _ body: (_ word: [UInt8], _ place: Range<Int>) -> Void) {
    text.withUnsafeBufferPointer { bytes in
      var word: [UInt8] = []
      var (index, start, end) = (0, 0, 0)
      func finish() {
        if !word.isEmpty { body(word, start..<end) }
        word.removeAll(keepingCapacity: true)
      }
      while index < bytes.count {
        let before = index
        guard let letter = LetterFolding.next(bytes, &index) else { break }
        if letter == LetterFolding.boundary {
          finish()
        } else {
          if word.isEmpty { start = before }
          word.append(letter)
          end = index
        }
      }
      finish()
    }
  }

  static func each(in text: String, _ body: (_ word: [UInt8]) -> Void) {
    each(in: Array(text.utf8)) { word, _ in body(word) }
  }

  /// Every run of `pieceLength` letters of a word, five bytes in one number.
  static func pieces(of word: [UInt8]) -> [UInt64] {
    guard word.count >= pieceLength else { return [] }
    return (0...(word.count - pieceLength)).map { start in
      word[start..<(start + pieceLength)].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
