import Foundation
import PeilModel
import TestSupport
import Testing

@testable import PeilReport

@Suite struct ColourTests {
  private func colour(_ text: String) throws -> Colour { try #require(Colour(text)) }

  @Test func `reads six digits behind a number sign, and nothing else`() throws {
    #expect(try colour("#0b5394").text == "#0B5394")
    #expect(try colour("#000001").text == "#000001")
    for text in ["0B5394", "#0B539", "#0B53944", "#0B539G", "#+B5394", "#１２３４５６", ""] {
      #expect(Colour(text) == nil, "\(text)")
    }
  }

  // Vectors s-contrast-1 to 3 of reference/statistics.json: closed form.
  @Test(
    arguments: [
      ("#1A1F26", 0.013395256632611029, 16.562753363157324),
      ("#F46A25", 0.29674736392651035, 3.0281412614359113),
      ("#777777", 0.184474994500441, 4.478089453577214),
    ])
  func `contrast with white is that of WCAG`(_ text: String, luminance: Double, ratio: Double)
    throws
  {
    #expect(abs(try colour(text).luminance / luminance - 1) < 1e-9)
    #expect(abs(try colour(text).contrast(with: .white) / ratio - 1) < 1e-9)
    #expect(abs(try Colour.white.contrast(with: colour(text)) / ratio - 1) < 1e-9)
  }

  // Vectors s-contrast-fit-1 to 3: a reference implementation; two steps a channel are allowed.
  @Test(
    arguments: [
      ("#FFDD00", "#FFFFFF", "#897600"), ("#003366", "#14181F", "#5383BC"),
      ("#12436D", "#FFFFFF", "#12436D"),
    ])
  func `a colour is changed in lightness until it reaches its contrast`(
    _ text: String, on ground: String, _ expected: String
  ) throws {
    let (ground, expected) = (try colour(ground), try colour(expected))
    let fitted = try colour(text).fitted(on: ground, ratio: 4.5)
    #expect(fitted.contrast(with: ground) >= 4.5)
    for channel in [\Colour.red, \.green, \.blue] {
      #expect(abs(Int(fitted[keyPath: channel]) - Int(expected[keyPath: channel])) <= 2)
    }
  }

  @Test func `every colour reaches every contrast that there is`() throws {
    let steps: [UInt8] = [0, 51, 102, 153, 204, 255]
    for ground in try ["#FFFFFF", "#F5F7F9", "#1C222B", "#14181F", "#808080"].map(colour) {
      let most = max(ground.contrast(with: .white), ground.contrast(with: try colour("#000000")))
      for red in steps {
        for green in steps {
          for blue in steps {
            let found = Colour(red: red, green: green, blue: blue).fitted(on: ground, ratio: 4.5)
            #expect(
              found.contrast(with: ground) >= min(4.5, most), "\(found.text) on \(ground.text)")
          }
        }
      }
    }
  }
}

@Suite struct BrandColoursTests {
  private func tokens() throws -> ColourTokens {
    let sheet = try String(
      contentsOfFile: "\(Project.templates)/styles/tokens.css", encoding: .utf8)
    return try #require(ColourTokens(styleSheet: sheet))
  }

  @Test func `the grounds are read from the style sheet`() throws {
    let tokens = try tokens()
    #expect(tokens.light.page.text == "#F5F7F9")
    #expect(tokens.light.surface.text == "#FFFFFF")
    #expect(tokens.dark.page.text == "#14181F")
    #expect(tokens.dark.axis.text == "#94A1AF")
    #expect(ColourTokens(styleSheet: "--page: #FFFFFF;\n--surface: #FFFFFF;\n") == nil)
  }

  @Test(arguments: ["#FFDD00", "#000000", "#FFFFFF", "#E4572E", "#7F7F7F", "#0F5C63"])
  func `whatever the colours, each place has its contrast`(_ text: String) throws {
    let tokens = try tokens()
    var brand = Brand()
    (brand.brand, brand.ground) = (text, text)
    let colours = try #require(BrandColours(brand, on: tokens))
    for (scheme, token) in [(colours.light, tokens.light), (colours.dark, tokens.dark)] {
      let page = try #require(scheme.page)
      #expect(page.contrast(with: token.axis) >= 4.5)
      #expect(try #require(scheme.line).contrast(with: page) >= 3)
      for place in try [#require(scheme.text), #require(scheme.link)] {
        #expect(place.contrast(with: page) >= 4.5)
        #expect(place.contrast(with: token.surface) >= 4.5)
      }
      let button = try #require(scheme.button)
      #expect(button.contrast(with: try #require(scheme.buttonText)) >= 4.5)
    }
  }

  @Test func `what can be read stays as it is, and what is changed is told`() throws {
    var brand = Brand()
    brand.brand = "#12436D"
    let colours = try #require(BrandColours(brand, on: try tokens()))
    #expect(colours.light.line?.text == "#12436D")
    #expect(colours.light.link?.text == "#12436D")
    #expect(colours.light.page == nil)
    #expect(colours.corrections.map(\.isDark) == [true, true, true])
    #expect(colours.corrections.map(\.use) == [.line, .text, .link])
    brand.accent = "#FFDD00"
    let both = try #require(BrandColours(brand, on: try tokens()))
    #expect(both.light.text?.text == "#12436D")
    #expect(both.corrections.first { $0.use == .link && !$0.isDark }?.from.text == "#FFDD00")
  }

  @Test func `without colours the style sheet keeps its own`() throws {
    #expect(BrandColours(Brand(), on: try tokens()) == nil)
  }
}
