/// The name of a figure: `m2.paid-share`, `results.interactions`, `chart.m1.followers.w3`.
///
/// Lower-case words with hyphens, joined by dots; stable between months, so that a figure can be
/// followed through the archive. A figure's interval and sample are addressed by what stands behind it:
/// `m2.paid-share.low`, `.high`, `.n`.
package struct FigureKey: Hashable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }

  /// `beginning.name`, written at once: interpolating takes several times as long, and a report has more than a
  /// thousand keys.
  package init(_ beginning: String, _ name: String) {
    let count = beginning.utf8.count + 1 + name.utf8.count
    text = String(unsafeUninitializedCapacity: count) { text in
      let end = text.initialize(fromContentsOf: beginning.utf8)
      text.initializeElement(at: end, to: UInt8(ascii: "."))
      return text[(end + 1)...].initialize(fromContentsOf: name.utf8)
    }
  }

  package var low: FigureKey { FigureKey("\(text).low") }
  package var high: FigureKey { FigureKey("\(text).high") }
  package var sampleSize: FigureKey { FigureKey("\(text).n") }
}

extension FigureKey: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.text = text }
}

extension FigureKey: Comparable {
  package static func < (a: FigureKey, b: FigureKey) -> Bool { a.text < b.text }
}
