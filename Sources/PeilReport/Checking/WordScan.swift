internal import CByteMasks

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
            // A letter that stays as it is: so do the bytes behind its first.
            if folded == byte, next == at &+ 1 { resume = at &+ Self.count(ofCharacter: byte) }
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
        let wasQuick = isQuick
        isQuick = !isFollowing
        if count == 0 { continue }
        // Of other words the first letter decides, once its mark is gone.
        if !wasQuick, !isFollowing, count <= longest,
          !beginnings.mayBegin(UnsafeBufferPointer(start: base + first, count: count))
        {
          continue
        }
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

  /// Bytes of a character of UTF-8, by its first one.
  @inline(__always)
  private static func count(ofCharacter lead: UInt8) -> Int {
    lead < 0xE0 ? (lead < 0xC2 ? 1 : 2) : lead < 0xF0 ? 3 : 4
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

/// A run of text that holds nothing to look at but its kinds of characters: no word of it begins a name, and
/// what is not ASCII are signs.
///
/// Nearly every text is one. Its characters are sorted into bits, up to 64 at a time, and of each word the
/// first four letters are looked at.
struct PlainRun {
  /// `TextKinds`; `special` stands for all of ASCII that are rare.
  let kinds: UInt16
  /// Where the word began that the run does not end, or its end.
  let wordStart: Int
  /// However that word goes on, it begins no name.
  let isDismissed: Bool

  /// - Parameters:
  ///   - base: Sixteen bytes behind `end` are zeros, and 64 may be read.
  ///   - start: No word goes on there.
  /// - Returns: `nil` for a run that a `WordScan` must walk over.
  @inline(__always)
  init?(
    of base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ beginnings: NameIndex.Beginnings
  ) {
    guard end &- start <= 32 else {
      self.init(inBlocks: base, from: start, to: end, beginnings)
      return
    }
    guard start < end else { return nil }
    let classes =
      end &- start <= 16
      ? byte_classes_of_16(base + start) : byte_classes_of_parts(base + start, 2)
    guard classes.beyond_ascii == 0 else {
      self.init(inBlocks: base, from: start, to: end, beginnings)
      return
    }
    let words = classes.letters | classes.digits
    guard words != 0 else { return nil }
    let starts = words & ~(words &<< 1)
    guard
      let isOpen = Self.isLastOpen(
        starts & (classes.letters | classes.digits & beginnings.digits), words, base, start, end,
        beginnings)
    else { return nil }
    self.init(
      Self.kinds(classes), base, to: end,
      lastStart: start &+ 63 &- starts.leadingZeroBitCount,
      goesOn: words &>> UInt64(truncatingIfNeeded: end &- start &- 1) & 1 != 0, isOpen, beginnings)
  }

  /// The same for more than 32 bytes, and for signs beyond ASCII.
  @inline(never)
  private init?(
    inBlocks base: UnsafePointer<UInt8>, from start: Int, to end: Int,
    _ beginnings: NameIndex.Beginnings
  ) {
    var (block, lastStart) = (start, end)
    var isLastOpen = false
    /// The byte before the block belongs to a word.
    var isInside: UInt64 = 0
    var (visible, words) = (UInt64(0), UInt64(0))
    var all = byte_classes()
    while true {
      var classes = byte_classes_of_parts(base + block, 4)
      if end &- block < 64 {
        let inRun: UInt64 = 1 &<< UInt64(truncatingIfNeeded: end &- block) &- 1
        classes.letters &= inRun
        classes.digits &= inRun
        classes.signs &= inRun
        classes.beyond_ascii &= inRun
      }
      words = classes.letters | classes.digits
      if classes.beyond_ascii != 0 {
        guard
          let signs = Self.signs(
            classes.beyond_ascii, words &<< 1 | isInside, base, block, from: start, beginnings)
        else { return nil }
        words |= signs
      }
      guard !Self.hasLongWord(words) else { return nil }
      all.digits |= classes.digits
      all.signs |= classes.signs
      all.beyond_ascii |= classes.beyond_ascii
      visible |= words
      let starts = words & ~(words &<< 1 | isInside)
      guard
        let isOpen = Self.isLastOpen(
          starts & (classes.letters | classes.digits & beginnings.digits), words, base, block, end,
          beginnings)
      else { return nil }
      if starts != 0 {
        lastStart = block &+ 63 &- starts.leadingZeroBitCount
        isLastOpen = isOpen
      }
      guard end &- block > 64 else { break }
      isInside = words &>> 63
      block &+= 64
    }
    guard visible != 0 else { return nil }
    self.init(
      Self.kinds(all), base, to: end, lastStart: lastStart,
      goesOn: words &>> UInt64(truncatingIfNeeded: end &- block &- 1) & 1 != 0, isLastOpen,
      beginnings)
  }

  /// - Parameters:
  ///   - lastStart: Where the last word begins.
  ///   - goesOn: The run does not end it.
  ///   - isOpen: It may begin a name.
  @inline(__always)
  private init(
    _ kinds: UInt16, _ base: UnsafePointer<UInt8>, to end: Int, lastStart: Int, goesOn: Bool,
    _ isOpen: Bool, _ beginnings: NameIndex.Beginnings
  ) {
    self.kinds = kinds
    wordStart = goesOn ? lastStart : end
    // Four letters decide about a word, and one digit where no name begins with one.
    isDismissed =
      goesOn && !isOpen
      && (end &- lastStart >= 4 || beginnings.digits == 0 && base[lastStart] &- 0x30 < 10)
  }

  /// Looks at the first letters of words.
  ///
  /// - Parameters:
  ///   - starts: A bit for each of the words.
  ///   - words: A bit for each byte that belongs to a word.
  ///   - block: Where the bits begin.
  /// - Returns: Whether the last word of the run is among them and may begin a name when it goes on; `nil`
  ///   when another one may.
  @inline(__always)
  private static func isLastOpen(
    _ starts: UInt64, _ words: UInt64, _ base: UnsafePointer<UInt8>, _ block: Int, _ end: Int,
    _ beginnings: NameIndex.Beginnings
  ) -> Bool? {
    var rest = starts
    var isOpen = false
    while rest != 0 {
      let bit = UInt64(truncatingIfNeeded: rest.trailingZeroBitCount)
      rest &= rest &- 1
      let word = base + (block &+ Int(truncatingIfNeeded: bit))
      let letters = UnsafeRawPointer(word).loadUnaligned(as: UInt32.self)
      // Of the last words of a block its bits do not show four letters.
      let inWord =
        bit <= 60 ? UInt32(truncatingIfNeeded: words &>> bit) : bitsOfFour(word, before: base + end)
      guard beginnings.mayBegin(letters, inWord) else { continue }
      let count = wordCount(word, before: base + end)
      isOpen = word + count == base + end
      if !isOpen, beginnings.mayHold(word, count) { return nil }
    }
    return isOpen
  }

  /// A bit for each of the first four letters of a word.
  @inline(never)
  private static func bitsOfFour(
    _ word: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>
  ) -> UInt32 {
    let count = min(4, wordCount(word, before: end))
    return 1 &<< UInt32(truncatingIfNeeded: count) &- 1
  }

  private static func wordCount(
    _ word: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>
  ) -> Int {
    var next = word
    while next < end, LetterFolding.ascii(next.pointee) != LetterFolding.boundary { next += 1 }
    return next - word
  }

  /// Whether 23 bytes in a row belong to a word: then it may be too long, in this block or with the next.
  @inline(__always)
  private static func hasLongWord(_ words: UInt64) -> Bool {
    var rows = words & words &>> 1
    rows &= rows &>> 2
    rows &= rows &>> 4
    rows &= rows &>> 8
    return rows & rows &>> 7 != 0
  }

  /// Signs beyond ASCII: dashes, quotes and spaces part words; others, as `€`, belong to words. No name begins
  /// with one.
  ///
  /// - Parameters:
  ///   - beyondASCII: A bit for each byte that is not ASCII.
  ///   - behindWord: A bit for each byte behind a letter or digit of ASCII.
  ///   - block: Where the bits begin.
  ///   - start: Where the run begins.
  /// - Returns: A bit for each byte that belongs to a word; `nil` when there is something else, or a sign in the
  ///   middle of a word.
  private static func signs(
    _ beyondASCII: UInt64, _ behindWord: UInt64, _ base: UnsafePointer<UInt8>, _ block: Int,
    from start: Int, _ beginnings: NameIndex.Beginnings
  ) -> UInt64? {
    var (rest, inWords) = (beyondASCII, UInt64(0))
    while rest != 0 {
      var first = block &+ rest.trailingZeroBitCount
      // It may have begun in the block before.
      while first > start, base[first] & 0xC0 == 0x80 { first &-= 1 }
      let second = base[first &+ 1]
      let (count, isInWord): (Int, Bool)
      switch base[first] {
      case 0xC2 where second != 0xAD: (count, isInWord) = (2, false)
      case 0xE2 where second > 0x81: (count, isInWord) = (3, true)
      case 0xE2 where !(0x8B...0x8F).contains(base[first &+ 2]): (count, isInWord) = (3, false)
      default: return nil
      }
      let bytes = (UInt64(1) << UInt64(count) &- 1) << (first &- block)
      rest &= ~bytes & (rest &- 1)
      if isInWord { inWords |= bytes & beyondASCII }
    }
    let isFree = inWords & behindWord == 0 && (inWords == 0 || !beginnings.mayBegin(with: 0xE2))
    return isFree ? inWords : nil
  }

  @inline(__always)
  private static func kinds(_ classes: byte_classes) -> UInt16 {
    var kinds = TextKinds.visible
    if classes.digits != 0 { kinds |= TextKinds.digit }
    if classes.signs != 0 { kinds |= TextKinds.special }
    if classes.beyond_ascii != 0 { kinds |= TextKinds.ofBytesBeyondASCII }
    return kinds
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

  /// What asks for a closer look at a text, besides its digits.
  static let rare = special | beyondASCII | at
  static let ofBytesBeyondASCII = beyondASCII | visible | notInIdentifier | notInKey

  /// Of all bytes of ASCII but letters and digits; 0 stands behind a text. Never freed.
  nonisolated(unsafe) static let letters: UnsafePointer<UInt16> = {
    let letters = UnsafeMutablePointer<UInt16>.allocate(capacity: 128)
    for byte in UInt8.min..<0x80 {
      var kinds = byte > 0x20 ? visible : 0
      if "{}[\u{7F}".utf8.contains(byte) { kinds |= special }
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
