import Glibc

/// A colour by lightness, chroma and hue, in which equal steps look equal.
///
/// Source: Björn Ottosson, *A perceptual color space for image processing* (2020).
struct OKLCH {
  /// 0 to 1.
  var lightness: Double
  /// From 0, grey.
  var chroma: Double
  /// In radians.
  var hue: Double

  init(_ colour: Colour) {
    let (r, g, b) = colour.linear
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    let a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    let b2 = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    chroma = hypot(a, b2)
    hue = atan2(b2, a)
  }

  /// In eight bits, with as much of the chroma as sRGB has at this lightness and hue.
  var colour: Colour {
    guard !isInside(chroma) else { return Colour(linear: linear(chroma)) }
    var (inside, outside) = (0.0, chroma)
    for _ in 0..<24 {
      let middle = (inside + outside) / 2
      if isInside(middle) { inside = middle } else { outside = middle }
    }
    return Colour(linear: linear(inside))
  }

  private func isInside(_ chroma: Double) -> Bool {
    let tolerance = 1e-7
    let light = linear(chroma)
    return [light.red, light.green, light.blue].allSatisfy { -tolerance...1 + tolerance ~= $0 }
  }

  private func linear(_ chroma: Double) -> (red: Double, green: Double, blue: Double) {
    let a = chroma * cos(hue)
    let b = chroma * sin(hue)
    let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
    let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
    let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
    return (
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    )
  }
}
