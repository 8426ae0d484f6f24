/// Path data of SVG as a table: what was read so far is a state, and each byte leads to the next one.
///
/// It begins with a move; each command has its count of numbers once or more; flags of arcs are 0 or 1. Between
/// numbers stand spaces with at most one comma among them, or nothing where a hyphen, a point or a flag
/// begins the next one. Charts are mostly path data, and three instructions a byte read it.
struct PathAutomaton: @unchecked Sendable {
  // Written in `init` only, and never freed.
  static let shared = PathAutomaton()

  /// What a byte is.
  private enum Kind: UInt8, CaseIterable {
    case other, space, comma, hyphen, point, zeroOrOne, digit
    case move, line, along, smooth, curve, arc, close

    /// Of numbers, when it is a command.
    var arity: Int? {
      switch self {
      case .other, .space, .comma, .hyphen, .point, .zeroOrOne, .digit: nil
      case .close: 0
      case .along: 1
      case .move, .line: 2
      case .smooth: 4
      case .curve: 6
      case .arc: 7
      }
    }

    init(_ byte: UInt8) {
      switch Unicode.Scalar(byte) {
      case " ": self = .space
      case ",": self = .comma
      case "-": self = .hyphen
      case ".": self = .point
      case "0", "1": self = .zeroOrOne
      case "2"..."9": self = .digit
      case "M", "m": self = .move
      case "L", "l", "T", "t": self = .line
      case "H", "h", "V", "v": self = .along
      case "Q", "q", "S", "s": self = .smooth
      case "C", "c": self = .curve
      case "A", "a": self = .arc
      case "Z", "z": self = .close
      default: self = .other
      }
    }
  }

  /// What was read last, and how many numbers of its command came before.
  private struct State: Hashable {
    enum Part: Hashable {
      case start, closed, spaceAfterClose
      /// The number to come is that of `place`.
      case command, space, comma
      /// The number of `place`, so far.
      case hyphen, integer, point, fraction, flag
    }

    var part: Part
    var arity = 0
    var place = 0

    /// Its number may end here, and with it the path when it is the last of its command.
    var isNumber: Bool { part == .integer || part == .fraction || part == .flag }

    /// After the number at hand.
    var nextPlace: Int { (place + 1) % arity }

    var isComplete: Bool { part == .closed || isNumber && nextPlace == 0 }

    func successor(_ kind: Kind) -> State? {
      if let arity = kind.arity {
        guard mayEnd, part != .start || kind == .move else { return nil }
        return arity == 0 ? State(part: .closed) : State(part: .command, arity: arity)
      }
      switch (part, kind) {
      case (_, .other), (.start, _): return nil
      case (.closed, .space), (.spaceAfterClose, .space): return State(part: .spaceAfterClose)
      case (.closed, _), (.spaceAfterClose, _): return nil
      case (.command, .space), (.space, .space), (.comma, .space): return self
      case (.space, .comma): return State(part: .comma, arity: arity, place: place)
      case (.command, _), (.space, _), (.comma, _): return number(at: place, beginningWith: kind)
      case (.hyphen, .zeroOrOne), (.hyphen, .digit), (.integer, .zeroOrOne), (.integer, .digit):
        return State(part: .integer, arity: arity, place: place)
      case (.hyphen, .point), (.integer, .point):
        return State(part: .point, arity: arity, place: place)
      case (.point, .zeroOrOne), (.point, .digit), (.fraction, .zeroOrOne), (.fraction, .digit):
        return State(part: .fraction, arity: arity, place: place)
      case (.hyphen, _), (.point, _): return nil
      case (_, .space): return State(part: .space, arity: arity, place: nextPlace)
      case (_, .comma): return State(part: .comma, arity: arity, place: nextPlace)
      default: return number(at: nextPlace, beginningWith: kind)
      }
    }

    /// A command may follow.
    private var mayEnd: Bool {
      switch part {
      case .start, .closed, .spaceAfterClose: true
      case .space, .comma: place == 0
      default: isComplete
      }
    }

    /// Of an arc: two radii, an angle, two flags, and where it ends.
    private func number(at place: Int, beginningWith kind: Kind) -> State? {
      let isFlag = arity == 7 && (place == 3 || place == 4)
      let isRadius = arity == 7 && place < 2
      switch kind {
      case .zeroOrOne: return State(part: isFlag ? .flag : .integer, arity: arity, place: place)
      case .digit where !isFlag: return State(part: .integer, arity: arity, place: place)
      case .point where !isFlag: return State(part: .point, arity: arity, place: place)
      case .hyphen where !isFlag && !isRadius:
        return State(part: .hyphen, arity: arity, place: place)
      default: return nil
      }
    }
  }

  /// `Kind` of each byte.
  private let kinds: UnsafeMutablePointer<UInt8>
  /// A row of a table for each state: for each kind where the row of the next state lies. The first one leads
  /// nowhere, the second one is before all bytes, and those from `complete` on end a path.
  private let start: UnsafeRawPointer
  private let complete: UnsafeRawPointer

  /// At least as many as there are kinds.
  private static let stride = 16

  private init() {
    kinds = .allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { (kinds + Int(byte)).initialize(to: Kind(byte).rawValue) }
    let start = State(part: .start)
    var found = [start]
    var seen: Set = [start]
    var index = 0
    while index < found.count {
      for successor in Kind.allCases.compactMap(found[index].successor)
      where seen.insert(successor).inserted { found.append(successor) }
      index += 1
    }
    let states = found.filter { !$0.isComplete } + found.filter(\.isComplete)
    let table = UnsafeMutablePointer<UnsafeRawPointer>.allocate(
      capacity: (states.count + 1) * Self.stride)
    table.initialize(repeating: UnsafeRawPointer(table), count: (states.count + 1) * Self.stride)
    let rows = Dictionary(
      uniqueKeysWithValues: zip(states, states.indices.map { table + ($0 + 1) * Self.stride }))
    for (state, row) in rows {
      for kind in Kind.allCases {
        if let successor = state.successor(kind).flatMap({ rows[$0] }) {
          row[Int(kind.rawValue)] = UnsafeRawPointer(successor)
        }
      }
    }
    self.start = UnsafeRawPointer(table + Self.stride)
    complete = UnsafeRawPointer(table + (1 + found.count { !$0.isComplete }) * Self.stride)
  }

  func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let letters = bytes.baseAddress else { return false }
    var state = start
    var index = 0
    var isDense = false
    while index &+ 16 <= bytes.count {
      // A number of more than 24 bytes fills the first eight bytes of some sixteen.
      isDense = isDense || Self.mayBeNumber(letters + index)
      let end = index &+ 16
      while index < end {
        state = successor(of: state, letters[index])
        state = successor(of: state, letters[index &+ 1])
        state = successor(of: state, letters[index &+ 2])
        state = successor(of: state, letters[index &+ 3])
        index &+= 4
      }
    }
    if index &+ 8 <= bytes.count { isDense = isDense || Self.mayBeNumber(letters + index) }
    while index < bytes.count {
      state = successor(of: state, letters[index])
      index &+= 1
    }
    return state >= complete && !(isDense && Self.hasLongNumber(bytes))
  }

  @inline(__always)
  private func successor(of state: UnsafeRawPointer, _ byte: UInt8) -> UnsafeRawPointer {
    state.load(
      fromByteOffset: Int(kinds[Int(byte)]) &* MemoryLayout<UnsafeRawPointer>.stride,
      as: UnsafeRawPointer.self)
  }

  /// Whether eight bytes may be digits and points, by bits that tell these from spaces, commas, hyphens and
  /// commands.
  @inline(__always)
  private static func mayBeNumber(_ letters: UnsafePointer<UInt8>) -> Bool {
    let word = UnsafeRawPointer(letters).loadUnaligned(as: UInt64.self)
    let bits: UInt64 = 0x1010_1010_1010_1010
    return (word | word &<< 3) & ~(word &>> 2) & bits == bits
  }

  /// Whether a number of well-formed path data has more bytes than `ValueSyntax.isNumber` allows.
  private static func hasLongNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (count, hasPoint) = (0, false)
    for byte in bytes {
      if byte == hyphen || byte == UInt8(ascii: ".") && hasPoint {
        (count, hasPoint) = (1, byte != hyphen)
      } else if isDigit(byte) || byte == UInt8(ascii: ".") {
        count += 1
        hasPoint = hasPoint || !isDigit(byte)
      } else {
        (count, hasPoint) = (0, false)
      }
      if count > ValueSyntax.longestNumber { return true }
    }
    return false
  }
}
