/// The name of a figure: `m2.paid-share`, `results.interactions`, `chart.m1.followers.w3`.
///
/// Lower-case words with hyphens, joined by dots; stable between months, so that a figure can be
/// followed through the archive. A figure's interval and sample are addressed by what stands behind it:
/// `m2.paid-share.low`, `.high`, `.n`.
package struct FigureKey: Hashable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }

  /// `beginning.name`
  package init(_ beginning: String, _ name: String) { text = String(beginning, dot: name) }

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
