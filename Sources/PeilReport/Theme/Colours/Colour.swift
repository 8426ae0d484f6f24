import Glibc

/// A colour of eight bits a channel in sRGB.
struct Colour: Hashable, Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#0B5394`, and nothing else.
  init?(_ text: String) {
    guard text.utf8.count == 7, text.first == "#", let number = UInt32(text.dropFirst(), radix: 16),
      text.dropFirst().allSatisfy(\.isHexDigit)
    else { return nil }
    self.init(
      red: UInt8(number >> 16), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
  }

  /// `#0B5394`
  var text: String {
    let number = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(number, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  static let white = Colour(red: 255, green: 255, blue: 255)

  /// Relative luminance, 0 to 1.
  ///
  /// Source: WCAG 2.2, with the threshold of IEC 61966-2-1; for eight bits it gives the same.
  var luminance: Double {
    let light = linear
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }

  /// 1 to 21, the same either way round.
  ///
  /// Source: WCAG 2.2, contrast ratio.
  func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Linear light of each channel, 0 to 1.
  var linear: (red: Double, green: Double, blue: Double) {
    func light(_ value: UInt8) -> Double {
      let c = Double(value) / 255
      return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    return (light(red), light(green), light(blue))
  }

  /// - Parameter linear: Light of each channel; what lies outside of 0 to 1 is cut off.
  init(linear: (red: Double, green: Double, blue: Double)) {
    func eightBits(_ light: Double) -> UInt8 {
      let light = min(max(light, 0), 1)
      let c = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
      return UInt8((255 * c + 0.5).rounded(.down))
    }
    self.init(
      red: eightBits(linear.red), green: eightBits(linear.green), blue: eightBits(linear.blue))
  }
}
