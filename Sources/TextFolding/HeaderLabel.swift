/// The label of a column as it is compared, with the currency that stood in it.
///
///     HeaderLabel("Amount spent (EUR)")  // key "amount spent", currency "EUR"
///
/// On top of what `NameKey` folds, round brackets are left out, because files that were saved again by
/// scripts lose them, and so is a backslash at the end, which one platform writes.
public struct HeaderLabel: Hashable, Sendable {
  /// Lower case; for comparing, not for showing.
  public let key: String
  /// An ISO 4217 code in upper case that stood in brackets at the end.
  public let currency: String?

  public init(_ label: String) {
    let (name, currency) = Self.takingOutCurrency(label)
    self.currency = currency
    // Full-width brackets are ASCII only after folding.
    let folded = NameKey(name).text
    guard folded.utf8.contains(where: { $0 == 0x28 || $0 == 0x29 || $0 == 0x5C }) else {
      key = folded
      return
    }
    var bare = folded.filter { $0 != "(" && $0 != ")" }
    while bare.last == "\\" || bare.last == " " { bare.removeLast() }
    key = NameKey(bare).text
  }

  /// Splits `Amount spent (EUR)` into `Amount spent` and `EUR`; blanks around both are allowed.
  private static func takingOutCurrency(_ label: String) -> (name: String, currency: String?) {
    let bytes = Array(label.utf8)
    var end = bytes.count
    while end > 0, isBlank(bytes[end - 1]) { end -= 1 }
    guard end >= 5, bytes[end - 1] == UInt8(ascii: ")"), bytes[end - 5] == UInt8(ascii: "("),
      case let code = String(decoding: bytes[end - 4..<end - 1], as: UTF8.self),
      currencyCodes.contains(code)
    else { return (label, nil) }
    return (String(decoding: bytes[..<(end - 5)], as: UTF8.self), code)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The currencies of ISO 4217, without funds, metals and test codes, and with three that were
  /// withdrawn lately and stand in older exports (ANG, BGN, HRK).
  private static let currencyCodes = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN
    BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD
    FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY
    KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR
    RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT
    TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER
    ZAR ZMW ZWG
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
