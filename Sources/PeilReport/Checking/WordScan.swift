/// Walks over text word by word, eight bytes at a time.
///
/// It stops only at words that a search for names must look at. Nearly every word is the beginning of
/// no name, and a bit for its first letters says so; the walk then costs what finding the ends of words
/// costs, whatever the number of names.
struct WordScan {
  /// Up to where the text was walked over.
  var index = 0
  /// Where the word began that has not ended.
  var wordStart = 0
  /// That word is of ASCII letters and digits alone.
  var isPlain = true
  /// Its letters so far begin no name. Nothing is said of a word that goes on after them.
  var isDismissed = false
  /// `TextKinds` of all characters that were met.
  var kinds: UInt16 = 0

  /// What was added from here on is walked over next.
  mutating func begin(at start: Int) { (index, kinds, isDismissed) = (start, 0, false) }

  /// Where the next word stands that may belong to a name.
  ///
  /// - Parameters:
  ///   - base: Sixteen bytes behind `end` are zeros.
  ///   - letters: `TextKinds.letters`.
  ///   - isFollowing: A name has begun, so that every word matters.
  ///   - longest: A word of more bytes matters too.
  /// - Returns: `nil` at the end; a word that goes on there has not ended.
  @inline(__always)
  mutating func next(
    in base: UnsafePointer<UInt8>, to end: Int, _ letters: UnsafePointer<UInt16>,
    _ beginnings: NameIndex.Beginnings, isFollowing: Bool, longest: Int
  ) -> Range<Int>? {
    let raw = UnsafeRawPointer(base)
    var (window, start, met) = (index, wordStart, kinds)
    // Only the first letters of the word decide, as for nearly every word.
    var isQuick = isPlain && !isFollowing
    /// Behind a character of more than one byte.
    var resume = 0
    // The high bit of each byte tells; what stands in the others does not matter.
    var (digitBits, letterBits) = (UInt64(0), UInt64(0))
    let high: UInt64 = 0x8080_8080_8080_8080
    while window < end {
      let bytes = raw.loadUnaligned(fromByteOffset: window, as: UInt64.self)
      // No sum reaches into the next byte, and no difference. Capitals are small letters here, and the
      // controls that would be digits are in no text of XML.
      let small = (bytes | 0x2020_2020_2020_2020) & ~high
      let digits = (small &+ 0x5050_5050_5050_5050) & (0xB9B9_B9B9_B9B9_B9B9 &- small)
      let alphas = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & (0xFAFA_FAFA_FAFA_FAFA &- small)
      digitBits |= digits
      letterBits |= alphas
      var stops = (~(digits | alphas) | bytes) & high
      if end &- window < 8 { stops &= Self.mask(end &- window) }
      while stops != 0 {
        let at = window &+ stops.trailingZeroBitCount &>> 3
        stops &= stops &- 1
        var next = at &+ 1
        let byte = base[at]
        if byte < 0x80 {
          met |= letters[Int(byte)]
        } else {
          if at < resume { continue }
          met |= TextKinds.ofBytesBeyondASCII
          next = at
          let folded = LetterFolding.nextBeyondASCII(
            UnsafeBufferPointer(start: base, count: end), &next)
          resume = next
          guard folded == LetterFolding.boundary else {
            isQuick = false
            continue
          }
        }
        let first = start
        let count = at &- first
        start = next
        if isQuick {
          if !beginnings.mayHold(raw + first, count), count < 8 || count <= longest { continue }
        }
        isQuick = !isFollowing
        if count == 0 { continue }
        (index, wordStart, isPlain) = (next, start, true)
        kinds = met | Self.kinds(digitBits, letterBits)
        return first..<at
      }
      window &+= 8
    }
    (index, wordStart, isPlain) = (end, start, isQuick || isFollowing && isPlain)
    kinds = met | Self.kinds(digitBits, letterBits)
    return nil
  }

  /// As many low bytes, fewer than eight.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1
  }

  /// A byte beyond ASCII may pass for a digit; who finds `digit` looks for one.
  @inline(__always)
  private static func kinds(_ digits: UInt64, _ letters: UInt64) -> UInt16 {
    let high: UInt64 = 0x8080_8080_8080_8080
    var kinds: UInt16 = 0
    if digits & high != 0 { kinds = TextKinds.digit | TextKinds.visible }
    if letters & high != 0 { kinds |= TextKinds.visible }
    return kinds
  }
}

/// A run of text that holds nothing to look at but its kinds of characters, walked over sixteen bytes at
/// a time: no word of it begins a name, and all of it is ASCII.
struct PlainRun {
  /// `TextKinds`; `special` stands for all that are rare.
  let kinds: UInt16
  /// Where the word began that the run does not end, or its end.
  let wordStart: Int
  /// That word has four letters that begin no name.
  let isDismissed: Bool

  /// - Parameters:
  ///   - base: Sixteen bytes behind `end` are zeros.
  ///   - start: No word goes on there.
  /// - Returns: `nil` for a run that a `WordScan` must walk over.
  @inline(__always)
  init?(
    of base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ beginnings: NameIndex.Beginnings
  ) {
    guard start < end else { return nil }
    let raw = UnsafeRawPointer(base)
    var (window, last) = (start, end)
    /// The last word may begin a name.
    var isOpen = false
    // Kinds of characters in each lane.
    var met = Lanes(repeating: 0)
    // A bit for each byte that is a letter or a digit, of this window and from bit 16 of the next.
    var words = Self.words(
      raw.loadUnaligned(fromByteOffset: start, as: Lanes.self), &met)
    /// The byte before the window belongs to a word.
    var isInside: UInt32 = 0
    while window < end {
      if window &+ 16 < end {
        let next = raw.loadUnaligned(fromByteOffset: window &+ 16, as: Lanes.self)
        words |= Self.words(next, &met) &<< 16
      }
      var starts = words & ~(words &<< 1 | isInside) & 0xFFFF
      while starts != 0 {
        let bit = UInt32(truncatingIfNeeded: starts.trailingZeroBitCount)
        starts &= starts &- 1
        last = window &+ Int(bit)
        let letters = raw.loadUnaligned(fromByteOffset: last, as: UInt32.self)
        if beginnings.mayBegin(letters, words &>> bit) {
          let wordEnd = Self.endOfWord(base, from: last, to: end)
          // Of the last word more may come.
          isOpen = wordEnd == end
          if !isOpen, beginnings.mayHold(raw + last, wordEnd &- last) { return nil }
        }
      }
      // A word so long may be too long.
      if words & 0xFFFF == 0xFFFF { return nil }
      isInside = words &>> 15 & 1
      words &>>= 16
      window &+= 16
    }
    kinds = Self.union(of: met)
    if kinds & TextKinds.beyondASCII != 0 { return nil }
    let endsInside = LetterFolding.ascii(base[end &- 1]) != LetterFolding.boundary
    wordStart = endsInside ? last : end
    isDismissed = endsInside && !isOpen && end &- last >= 4
  }

  private static func endOfWord(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index < end, LetterFolding.ascii(base[index]) != LetterFolding.boundary { index &+= 1 }
    return index
  }

  private typealias Lanes = SIMD16<UInt8>

  @inline(__always)
  private static func words(_ bytes: Lanes, _ met: inout Lanes) -> UInt32 {
    let small = bytes | Lanes(repeating: 0x20)
    let letter = lanes((small &- Lanes(repeating: 0x61)) .< Lanes(repeating: 26))
    let digit = lanes((bytes &- Lanes(repeating: 0x30)) .< Lanes(repeating: 10))
    // Brackets, braces, `@` and the like.
    let odd = lanes(small .>= Lanes(repeating: 0x60)) & ~letter
    let visible = lanes(bytes .> Lanes(repeating: 0x20))
    let beyond = bytes & Lanes(repeating: 0x80)
    met |= digit & Lanes(repeating: UInt8(TextKinds.digit))
    met |= odd & Lanes(repeating: UInt8(TextKinds.special))
    met |= visible & Lanes(repeating: UInt8(TextKinds.visible))
    met |= beyond
    return bits(letter | digit)
  }

  /// All bits of a lane that is true.
  @inline(__always)
  private static func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> Lanes {
    unsafeBitCast(mask, to: Lanes.self)
  }

  /// A bit for each lane that has all bits.
  @inline(__always)
  private static func bits(_ lanes: Lanes) -> UInt32 {
    let halves = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
    let high: UInt64 = 0x8080_8080_8080_8080
    let first = ((halves[0] & high) &* 0x0002_0408_1020_4081) &>> 56
    let second = ((halves[1] & high) &* 0x0002_0408_1020_4081) &>> 56
    return UInt32(truncatingIfNeeded: first | second &<< 8)
  }

  /// What stands in any lane; the highest bit is that of a byte beyond ASCII.
  @inline(__always)
  private static func union(of lanes: Lanes) -> UInt16 {
    let halves = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
    var all = halves[0] | halves[1]
    all |= all &>> 32
    all |= all &>> 16
    all |= all &>> 8
    let kinds = UInt16(truncatingIfNeeded: all)
    return kinds & 0x7F | (kinds & 0x80) &>> 4
  }
}

/// What a character of text is, for one look at each.
enum TextKinds {
  static let digit: UInt16 = 1
  static let special: UInt16 = 2
  static let visible: UInt16 = 4
  static let beyondASCII: UInt16 = 8
  /// A name of some client is in it.
  static let name: UInt16 = 64
  /// Not in an identifier.
  static let notInIdentifier: UInt16 = 16
  /// Not in a key of the ledger.
  static let notInKey: UInt16 = 32
  static let percent: UInt16 = 128
  static let at: UInt16 = 256

  /// Whether a template or a program may have left something in a text besides its words.
  @inline(__always)
  static func mayHoldResidue(_ kinds: UInt16) -> Bool {
    kinds & special != 0 || kinds & (percent | at) == percent | at
  }

  /// What asks for a closer look at a text.
  static let ofInterest = digit | special | visible | beyondASCII
  static let ofBytesBeyondASCII = beyondASCII | visible | notInIdentifier | notInKey

  /// Of all bytes of ASCII but letters and digits; 0 stands behind a text. Never freed.
  nonisolated(unsafe) static let letters: UnsafePointer<UInt16> = {
    let letters = UnsafeMutablePointer<UInt16>.allocate(capacity: 128)
    for byte in UInt8.min..<0x80 {
      var kinds = byte > 0x20 ? visible : 0
      if "{}[".utf8.contains(byte) { kinds |= special }
      if byte == UInt8(ascii: "%") { kinds |= percent }
      if byte == UInt8(ascii: "@") { kinds |= at }
      let isLetterOrDigit = LetterFolding.ascii(byte) != LetterFolding.boundary
      if byte > 0, !isLetterOrDigit, !"-_.".utf8.contains(byte) {
        kinds |= notInIdentifier
        if !":/".utf8.contains(byte) { kinds |= notInKey }
      }
      (letters + Int(byte)).initialize(to: kinds)
    }
    return UnsafePointer(letters)
  }()
}
