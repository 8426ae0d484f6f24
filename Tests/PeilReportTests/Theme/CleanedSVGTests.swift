import Diagnostics
import PeilModel
import Testing

@testable import PeilReport

@Suite struct CleanedSVGTests {
  private func cleaned(_ inside: String, root: String = "") throws -> CleanedSVG {
    let text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"\(root)>\(inside)</svg>"
    return try CleanedSVG(BrandFile(file: "logo.svg", bytes: Array(text.utf8)))
  }

  @Test(
    arguments: [
      (
        "drawing", "<g id=\"a\"><path d=\"M0 0\" fill=\"#fff\"/></g>",
        "<g id=\"a\"><path d=\"M0 0\" fill=\"#fff\"></path></g>", []
      ),
      ("a script", "<script>alert(1)</script><g/>", "<g></g>", ["script"]),
      ("a script within a script", "<script><script/><g/></script><g/>", "<g></g>", ["script"]),
      (
        "a foreign object",
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>", "",
        ["foreignObject"]
      ),
      ("an event", "<g onclick=\"x()\" ONLOAD=\"y()\"/>", "<g></g>", ["onclick", "ONLOAD"]),
      ("a picture from elsewhere", "<image href=\"https://a.example/x.png\"/>", "", ["image"]),
      ("an address", "<use href=\"https://a.example/#x\"/>", "<use></use>", ["href"]),
      ("a fragment", "<use xlink:href=\"#x\"/>", "<use href=\"#x\"></use>", []),
      ("a link", "<a href=\"javascript:x\"><g/></a>", "", ["a"]),
      ("an animation", "<set attributeName=\"href\" to=\"x\"/>", "", ["set"]),
      ("a fill from elsewhere", "<g fill=\"url( 'https://a.example')\"/>", "<g></g>", ["fill"]),
      (
        "a fill of its own", "<g fill=\"url(#a)\" style=\"fill:url('#b')\"/>",
        "<g fill=\"url(#a)\" style=\"fill:url('#b')\"></g>", []
      ),
      ("a style", "<style>.a{fill:red}</style>", "<style>.a{fill:red}</style>", []),
      ("an import", "<style>@import 'x';</style>", "", ["style"]),
      ("an import in code points", "<style>@\\69mport 'x';</style>", "", ["style"]),
      ("what ends a style", "<style>&lt;/style&gt;</style>", "<style>&lt;/style&gt;</style>", []),
      ("a drawing program's own", "<x:y xmlns:x=\"urn:x\" x:z=\"1\"><g/></x:y>", "", []),
      (
        "a comment and an entity", "<!-- x --><text>&amp;&#60;</text><?php x?>",
        "<text>&amp;&lt;</text>", []
      ),
    ] as [(String, String, String, [String])])
  func `only what draws is written again`(
    _ name: String, _ inside: String, _ expected: String, _ removed: [String]
  ) throws {
    let found = try cleaned(inside)
    #expect(
      String(decoding: found.bytes, as: UTF8.self)
        == "<svg xmlns=\"http://www.w3.org/2000/svg\">\(expected)</svg>")
    #expect(found.removed == removed)
  }

  @Test(
    arguments: [
      "", "text", "<svg/>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>",
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
      "<!DOCTYPE svg [<!ENTITY a \"&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
    ])
  func `what is no picture is refused`(_ text: String) {
    let file = BrandFile(file: "logo.svg", bytes: Array(text.utf8))
    #expect { try CleanedSVG(file) } throws: { ($0 as? Diagnostic)?.id == "brand.no-picture" }
  }

  @Test func `an entity of the file is not let in`() throws {
    let text =
      "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>"
    let file = BrandFile(file: "logo.svg", bytes: Array(text.utf8))
    if let cleaned = try? CleanedSVG(file) {
      #expect(
        String(decoding: cleaned.bytes, as: UTF8.self)
          == "<svg xmlns=\"http://www.w3.org/2000/svg\"><text></text></svg>")
    }
  }
}

@Suite struct LogoImageTests {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  @Test func `a PNG is taken as it is`() throws {
    let image = try LogoImage(BrandFile(file: "logo.png", bytes: Self.signature))
    #expect(image.format == .png)
    #expect(image.base64 == "iVBORw0KGgo=")
  }

  @Test func `sixty kilobytes are the most`() throws {
    let room = BrandFile.largest - Self.signature.count
    let bytes = Self.signature + [UInt8](repeating: 0, count: room)
    _ = try LogoImage(BrandFile(file: "logo.png", bytes: bytes))
    let file = BrandFile(file: "logo.png", bytes: bytes + [0])
    #expect { try LogoImage(file) } throws: { ($0 as? Diagnostic)?.id == "brand.too-large" }
  }

  @Test func `a font is a WOFF2 file`() throws {
    #expect(try BrandFile(file: "a", bytes: Array("wOF2".utf8)).woff2() == "d09GMg==")
    let file = BrandFile(file: "a.ttf", bytes: [0, 1, 0, 0])
    #expect { try file.woff2() } throws: { ($0 as? Diagnostic)?.id == "brand.not-woff2" }
  }
}
