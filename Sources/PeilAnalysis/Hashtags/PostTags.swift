import PeilModel

/// The hashtags of a client's posts, each post read when it is first asked for and each spelling known by a number.
struct PostTags {
  /// As written, in the order in which they were read.
  private(set) var spellings: [String] = []
  /// Two ways to write the same letters are one spelling, but not the same bytes.
  private var numbers: [String: Int] = [:]
  private var table = WordTable()
  /// Of each entry of the table.
  private var tableNumbers: [Int] = []
  /// Of the posts that were read, one after another, with repeats.
  private var tags: [Int] = []
  /// Where those of each post begin, and how many they are; below 0 where nobody asked yet.
  private var starts: [Int]
  private var counts: [Int]

  init(posts: Int) {
    starts = Array(repeating: 0, count: posts)
    counts = Array(repeating: -1, count: posts)
  }

  /// The numbers of a post's tags, in the order of its text, with repeats.
  mutating func tags(ofPost index: Int, among posts: [Post]) -> ArraySlice<Int> {
    if counts[index] < 0 { read(index, posts) }
    return tags[starts[index]..<starts[index] + counts[index]]
  }

  /// How many tags each of some posts has.
  mutating func counts(ofPosts indices: some Sequence<Int>, among posts: [Post]) -> [Int] {
    indices.map { index in
      if counts[index] < 0 { read(index, posts) }
      return counts[index]
    }
  }

  private mutating func read(_ index: Int, _ posts: [Post]) {
    starts[index] = tags.count
    forEachHashtag(
      in: posts[index].text, allowsEmoji: posts[index].platform.allowsEmojiInHashtags
    ) { tags.append(number(of: $0)) }
    counts[index] = tags.count - starts[index]
  }

  private mutating func number(of tag: UnsafeBufferPointer<UInt8>) -> Int {
    let entry = table.insert(tag)
    if entry == tableNumbers.count {
      let text = table[entry]
      let next = spellings.count
      let number = numbers[text, default: next]
      if number == next {
        numbers[text] = next
        spellings.append(text)
      }
      tableNumbers.append(number)
    }
    return tableNumbers[entry]
  }
}
