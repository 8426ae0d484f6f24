import CByteMasks
import FileSystem

/// What a pass over all bytes found: whether they are text in UTF-8, and where they are not.
struct UTF8Check {
  /// Offset of the first NUL byte.
  private(set) var firstNUL: Int?
  /// Offset of the first byte that begins no valid character.
  private(set) var firstInvalid: Int?
  /// Characters of two bytes and more.
  private(set) var multibyteCharacters = 0
  /// Bytes that begin no valid character, each with the continuation bytes behind it.
  private(set) var invalidSequences = 0

  /// Looks at 64 bytes at a time and only stops at those that are not ASCII.
  ///
  /// - Parameters:
  ///   - text: Its padding is read, never reported.
  ///   - start: Bytes before it are not looked at.
  init(_ text: FileBytes, from start: Int) {
    let bytes = text.buffer
    let first = text.start
    var index = start
    while true {
      while index &+ 64 <= bytes.count, byte_block_is_plain(first + index) { index &+= 64 }
      guard index < bytes.count else { return }
      var special = byte_mask_special(first + index)
      let end = min(index + 64, bytes.count)
      // A character that began in this block may end in the next.
      var next = end
      while special != 0 {
        let position = index + special.trailingZeroBitCount
        guard position < end else { break }
        let after = position + takeSpecial(at: position, in: bytes)
        if after >= end {
          next = after
          break
        }
        special &= UInt64.max << UInt64(after - index)
      }
      index = next
    }
  }

  /// - Parameter index: Of a byte that is NUL or outside ASCII.
  /// - Returns: How many bytes it stands for.
  private mutating func takeSpecial(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes[index] == 0 {
      if firstNUL == nil { firstNUL = index }
      return 1
    }
    let length = Self.lengthOfCharacter(at: index, in: bytes)
    if length > 0 {
      multibyteCharacters += 1
      return length
    }
    if firstInvalid == nil { firstInvalid = index }
    invalidSequences += 1
    return 1 + bytes[(index + 1)...].prefix { $0 & 0xC0 == 0x80 }.count
  }

  /// Bytes of the well-formed character of two to four bytes that begins here; 0 when there is none.
  ///
  /// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
  private static func lengthOfCharacter(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: length = 3
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
