import Diagnostics
import PeilModel

/// The agency's colours where they may appear, changed as far as contrast asks for.
///
/// They stand in the line of the masthead, numbers of sections, links, buttons and behind the sheet;
/// never in data, verdicts, good and bad.
struct BrandColours: Equatable, Sendable {
  /// For one scheme; what is `nil` stays as the style sheet has it.
  struct Scheme: Equatable, Sendable {
    var line: Colour?
    var text: Colour?
    var link: Colour?
    var button: Colour?
    var buttonText: Colour?
    var page: Colour?
  }

  private(set) var light = Scheme()
  private(set) var dark = Scheme()
  /// What was changed, for the log of the build.
  private(set) var corrections: [Correction] = []

  /// A colour that was not shown as the settings have it.
  struct Correction: Equatable, Sendable {
    enum Use: String, Sendable {
      case line, text, link = "links", button = "buttons", page = "ground"
    }

    let from: Colour
    let to: Colour
    let use: Use
    let isDark: Bool
  }

  /// Contrasts of WCAG 2.2: of text (1.4.3), and of what is no text (1.4.11).
  private static let textRatio = 4.5
  private static let lineRatio = 3.0
  private static let darkInk = Colour(red: 0x1A, green: 0x1F, blue: 0x26)

  init?(_ brand: Brand, on tokens: ColourTokens) {
    let main = brand.brand.flatMap { Colour($0) }
    let accent = brand.accent.flatMap { Colour($0) }
    let ground = brand.ground.flatMap { Colour($0) }
    guard main != nil || accent != nil || ground != nil else { return nil }
    for isDark in [false, true] {
      let token = isDark ? tokens.dark : tokens.light
      func kept(_ colour: Colour?, _ use: Correction.Use, _ fit: (Colour) -> Colour) -> Colour? {
        guard let colour else { return nil }
        let fitted = fit(colour)
        if fitted != colour {
          corrections.append(Correction(from: colour, to: fitted, use: use, isDark: isDark))
        }
        return fitted
      }
      var scheme = Scheme()
      // The palest text of the page must be read on it.
      scheme.page = kept(ground, .page) { $0.fitted(on: token.axis, ratio: Self.textRatio) }
      let grounds = [token.surface, scheme.page ?? token.page]
      scheme.line = kept(main, .line) { $0.fitted(on: grounds[1], ratio: Self.lineRatio) }
      scheme.text = kept(main, .text) { $0.fitted(on: grounds, ratio: Self.textRatio) }
      scheme.link = kept(accent ?? main, .link) { $0.fitted(on: grounds, ratio: Self.textRatio) }
      if let main {
        let ink =
          main.contrast(with: .white) >= main.contrast(with: Self.darkInk)
          ? Colour.white : Self.darkInk
        scheme.button = kept(main, .button) { $0.fitted(on: ink, ratio: Self.textRatio) }
        scheme.buttonText = ink
      }
      if isDark { dark = scheme } else { light = scheme }
    }
  }
}

/// Colours of the style sheet that others are fitted to.
struct ColourTokens: Equatable, Sendable {
  struct Scheme: Equatable, Sendable {
    let page: Colour
    let surface: Colour
    /// Of the palest text.
    let axis: Colour
  }

  let light: Scheme
  let dark: Scheme

  /// Reads `--page: #F5F7F9;` and its like, of which the first is the light scheme's and the second the dark one's.
  ///
  /// - Returns: `nil` when a token does not stand there twice.
  init?(styleSheet: String) {
    func values(_ token: String) -> [Colour] {
      styleSheet.split(separator: "\n").compactMap { line in
        let line = line.drop { $0 == " " }
        guard line.hasPrefix("\(token): #") else { return nil }
        return Colour(String(line.dropFirst(token.count + 2).prefix(7)))
      }
    }
    let (page, surface, axis) = (values("--page"), values("--surface"), values("--axis"))
    guard page.count > 1, surface.count > 1, axis.count > 1 else { return nil }
    light = Scheme(page: page[0], surface: surface[0], axis: axis[0])
    dark = Scheme(page: page[1], surface: surface[1], axis: axis[1])
  }
}
