/// What an address of a link is, by its letters alone.
public enum LinkSyntax: Hashable, Sendable {
  /// `https:` with a host name.
  case secure
  /// `mailto:` with an address.
  case mail
  /// `tel:` with a number.
  case phone
  /// `#id` in the page.
  case fragment
  /// An address relative to the page, without a scheme and without a host.
  case relative

  /// - Returns: `nil` for another scheme, a host that is a bare number, a name or password before the
  ///   host, and letters that no address may hold (spaces, quotes, `\`, `%` without two digits).
  public init?(_ bytes: ValueSyntax.Bytes) {
    guard !bytes.isEmpty, Self.hasAddressLetters(bytes) else { return nil }
    if bytes.first == "#" {
      guard ValueSyntax.isFragment(bytes) else { return nil }
      self = .fragment
    } else if ValueSyntax.starts(bytes, with: "https://") {
      guard Self.isHost(bytes.dropFirst(8).prefix { !($0 == "/" || $0 == "?" || $0 == "#") }) else {
        return nil
      }
      self = .secure
    } else if ValueSyntax.starts(bytes, with: "mailto:") {
      guard Self.isMailbox(bytes.dropFirst(7).prefix { !($0 == "?") }) else { return nil }
      self = .mail
    } else if ValueSyntax.starts(bytes, with: "tel:") {
      let number = bytes.dropFirst(4)
      guard number.contains(where: isDigit),
        number.allSatisfy({ isDigit($0) || $0 == "+" || $0 == "-" || $0 == "(" || $0 == ")" })
      else { return nil }
      self = .phone
    } else {
      let head = bytes.prefix { !($0 == "/" || $0 == "?" || $0 == "#") }
      guard !head.contains(UInt8(ascii: ":")), !ValueSyntax.starts(bytes, with: "/") else {
        return nil
      }
      self = .relative
    }
  }

  private static func hasAddressLetters(_ bytes: ValueSyntax.Bytes) -> Bool {
    var escaped = 0
    for byte in bytes {
      if escaped > 0 {
        guard isDigit(byte) || (byte | 0x20) &- 0x61 < 6 else { return false }
        escaped -= 1
      } else if byte == "%" {
        escaped = 2
      } else {
        switch byte {
        case "\"", "<", ">", "\\", "^", "`", "{", "|", "}", "[", "]": return false
        case 0...0x20, 0x7F: return false
        default: break
        }
      }
    }
    return escaped == 0
  }

  private static func isHost(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    let name = bytes.prefix { !($0 == ":") }
    let port = bytes.dropFirst(name.count).dropFirst()
    guard port.count <= 5, port.allSatisfy(isDigit) else { return false }
    let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, !last.allSatisfy(isDigit) else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == hyphen || $0 >= 0x80 }
    }
  }

  private static func isMailbox(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, let user = parts.first, let host = parts.last else { return false }
    return !user.isEmpty && isHost(host)
  }
}
