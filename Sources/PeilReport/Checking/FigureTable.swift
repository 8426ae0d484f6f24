/// The keys of a ledger with their accepted texts, in the form in which a page is compared with them.
///
/// The texts of one key stand one after the other, the longest first, so that a number is never taken
/// for the beginning of a longer one.
final class FigureTable: @unchecked Sendable {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// What must stand around a text for it to be accepted.
  enum Setting: UInt8 {
    case anything
    /// A number without its minus: words say the direction, as in "a tenth less".
    case words
    /// An outcome in words, which is all that its element says.
    case nothing
  }

  /// One accepted text of a key.
  struct Form {
    fileprivate(set) var start: Int
    fileprivate(set) var count: Int
    /// Where its first digit stands; -1 for a text without one: a word, an unknown figure.
    fileprivate(set) var numeral: Int
    /// Its first eight bytes, zeros after a shorter one, and the bits of them that count.
    fileprivate(set) var first: UInt64
    fileprivate(set) var mask: UInt64
    fileprivate(set) var setting: Setting
  }

  // Filled in `init` only.
  private let keyTable: FrozenTable
  private let bytes: UnsafeMutablePointer<UInt8>
  private let forms: UnsafeMutablePointer<Form>
  /// Index of each key's first form, and one more at the end.
  private let firstForms: UnsafeMutablePointer<Int>
  /// Keys that a page must show.
  let required: [Int]

  /// - Parameters:
  ///   - figures: Of each key its accepted texts.
  ///   - outcomes: The same of what is told in words; its element shows nothing else.
  init(forms figures: [String: [String]], outcomes: [String: [String]], required: Set<String>) {
    let texts = figures.merging(outcomes) { $1 }
    let names = texts.keys.sorted()
    keyTable = FrozenTable(names)
    self.required = names.indices.filter { required.contains(names[$0]) }
    let lists = names.map { name in
      (texts[name] ?? []).map { Array($0.utf8) }.filter { !$0.isEmpty }
        .sorted { $0.count > $1.count }
    }
    bytes = .allocate(capacity: max(1, lists.joined().reduce(0) { $0 + $1.count }))
    forms = .allocate(capacity: max(1, lists.reduce(0) { $0 + $1.count }))
    firstForms = .allocate(capacity: names.count + 1)
    var end = 0
    var count = 0
    for (index, list) in lists.enumerated() {
      (firstForms + index).initialize(to: count)
      let negative = list.compactMap(Self.withoutMinus)
      for text in list {
        (bytes + end).initialize(from: text, count: text.count)
        let numeral = Self.numeral(in: text)
        let mask = text.count < 8 ? 1 << UInt64(text.count * 8) - 1 : UInt64.max
        (forms + count).initialize(
          to: Form(
            start: end, count: text.count, numeral: numeral ?? -1,
            first: text.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }, mask: mask,
            setting: outcomes[names[index]] != nil
              ? .nothing : negative.contains { $0.elementsEqual(text) } ? .words : .anything))
        end += text.count
        count += 1
      }
    }
    (firstForms + names.count).initialize(to: count)
  }

  private static func numeral(in text: [UInt8]) -> Int? {
    // The search reads some bytes behind the last.
    (text + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer {
      NumberMatching.numeral(in: Bytes(rebasing: $0[..<text.count]), from: 0)
    }
  }

  /// What stands behind the minus of a number; `nil` for a text without one.
  private static func withoutMinus(_ text: [UInt8]) -> ArraySlice<UInt8>? {
    let minus = "\u{2212}".utf8
    return text.starts(with: minus) ? text.dropFirst(minus.count) : nil
  }

  deinit {
    bytes.deallocate()
    forms.deallocate()
    firstForms.deallocate()
  }

  /// The tables alone, for one page; the table of figures must live as long.
  struct View {
    let keys: ByteTable
    fileprivate let bytes: UnsafeMutablePointer<UInt8>
    fileprivate let forms: UnsafeMutablePointer<Form>
    fileprivate let firstForms: UnsafeMutablePointer<Int>

    @inline(__always)
    func forms(of key: Int) -> UnsafeBufferPointer<Form> {
      UnsafeBufferPointer(
        start: forms + firstForms[key], count: firstForms[key + 1] - firstForms[key])
    }

    /// Whether a text is one of the accepted texts of a key and nothing else; a number that lacks its
    /// minus needs words beside it.
    ///
    /// - Parameter text: Eight bytes behind its last may be read.
    @inline(__always)
    func hasForm(_ text: Bytes, of key: Int) -> Bool {
      guard let letters = text.baseAddress else { return false }
      let first = UnsafeRawPointer(letters).loadUnaligned(as: UInt64.self)
      var form = forms + firstForms[key]
      let last = forms + firstForms[key + 1]
      while form < last {
        if form.pointee.count == text.count, first & form.pointee.mask == form.pointee.first {
          if text.count <= 8 || areSameBytes(letters, bytes + form.pointee.start, text.count) {
            return form.pointee.setting != .words
          }
        }
        form += 1
      }
      return false
    }

    /// What the most exact of a key's texts says; `nil` for an unknown figure, a name or a date.
    ///
    /// - Parameter decimalMark: Of the language of the texts.
    func value(of key: Int, decimalMark: UInt8) -> TickValue? {
      var best: TickValue?
      for form in forms(of: key) {
        guard let value = TickValue(text(form), decimalMark: decimalMark) else { continue }
        if best.map({ value.step < $0.step }) ?? true { best = value }
      }
      return best
    }

    @inline(__always)
    func text(_ form: Form) -> Bytes { Bytes(start: bytes + form.start, count: form.count) }
  }

  var view: View {
    View(keys: keyTable.table, bytes: bytes, forms: forms, firstForms: firstForms)
  }
}
