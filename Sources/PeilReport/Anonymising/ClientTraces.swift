import Calendars
package import PeilModel

/// What would tell who a client is: the rare words of everything that was read about it, and the years it is about.
///
/// A piece that a word of the vocabulary has too is no trace: `bedri` stands in `bedrijfsuitje`, which a client
/// wrote, and in `bedrijf`, which every page may say.
package struct ClientTraces: Sendable {
  /// Five letters of a rare word.
  private(set) var pieces: Set<UInt64> = []
  /// Words that count as a whole: numbers, and short words of names.
  private(set) var words: Set<[UInt8]> = []
  let years: Set<Int>

  /// - Parameters:
  ///   - data: Everything that was read from the client's exports.
  ///   - note: What the account manager wrote.
  ///   - seals: What stands for the inputs as a whole: their hash.
  package init(
    of client: Client, _ data: ClientData, note: NoteFile?, seals: [String],
    beside vocabulary: Vocabulary
  ) {
    let names =
      [client.name, client.slug.text] + client.identifyingNames
      + client.accounts.values.sorted()
    self.init(
      names: names,
      texts: Self.texts(of: client) + Self.texts(of: data) + seals
        + [note.map { String(decoding: $0.bytes, as: UTF8.self) }].compactMap { $0 },
      // Goals and steps lie ahead.
      years: data.days.map { Set($0.lowerBound.month.year...($0.upperBound.month.year + 1)) } ?? [],
      beside: vocabulary)
  }

  /// - Parameters:
  ///   - names: Whose short words count too.
  ///   - years: That the figures are about.
  init(names: [String], texts: [String], years: Set<Int>, beside vocabulary: Vocabulary) {
    self.years = years
    for name in names {
      FoldedWords.each(in: name) { word in
        let isShort = word.count < FoldedWords.pieceLength && word.count > 1
        if isShort, !vocabulary.words.contains(word) { words.insert(word) }
      }
    }
    var seen: Set<[UInt8]> = []
    for text in names + texts {
      FoldedWords.each(in: text) { word in
        guard word.count >= FoldedWords.pieceLength, !vocabulary.words.contains(word),
          seen.insert(word).inserted
        else { return }
        // Five digits of a long number may stand in any other.
        if word.allSatisfy({ $0 &- 0x30 < 10 }) {
          words.insert(word)
        } else {
          pieces.formUnion(FoldedWords.pieces(of: word))
        }
      }
    }
    pieces.subtract(vocabulary.pieces)
  }

  private static func texts(of client: Client) -> [String] {
    [client.sector, client.accountManager].compactMap { $0 }
  }

  private static func texts(of data: ClientData) -> [String] {
    var texts: [String] = []
    for post in data.posts {
      texts += [post.id, post.text]
      texts += [post.link, post.topic, post.department].compactMap { $0 }
      texts += post.distribution ?? []
    }
    texts += data.costs.map(\.item) + data.ads.compactMap(\.campaign)
    texts += data.words.all
    texts += data.audience.flatMap { [$0.dimension, $0.segment] }
    return texts + data.files.map(\.path)
  }
}
