/// Words that many records share, each kept once.
///
/// A record holds the number of its word, so that it is copied, sorted and let go of without a look at any text.
package struct Words: Sendable {
  private var texts: [String] = []
  private var ids: [String: ID] = [:]

  package init() {}

  /// Tells a word among those of the same list.
  package struct ID: Hashable, Sendable {
    fileprivate let number: UInt32
  }

  /// In the order in which they came up.
  package var all: [String] { texts }

  package subscript(id: ID) -> String { texts[Int(id.number)] }

  /// The number of a word, which is added when it is new.
  package mutating func id(of text: String) -> ID {
    if let known = ids[text] { return known }
    let id = ID(number: UInt32(texts.count))
    texts.append(text)
    ids[text] = id
    return id
  }
}

extension Words: Equatable {
  package static func == (a: Words, b: Words) -> Bool { a.texts == b.texts }
}

extension Words {
  /// Something said of each word of a list, looked up by number.
  package struct Table<Value> {
    private let values: [Value]

    package init(_ words: Words, _ value: (String) -> Value) {
      values = words.texts.map(value)
    }

    package subscript(id: ID) -> Value { values[Int(id.number)] }
  }

  /// Takes over the words of another list.
  ///
  /// - Returns: The number that each of them has here.
  package mutating func merge(_ other: Words) -> Table<ID> {
    var merged = self
    let table = Table(other) { merged.id(of: $0) }
    self = merged
    return table
  }
}
