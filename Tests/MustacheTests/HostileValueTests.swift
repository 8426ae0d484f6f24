import Diagnostics
import Glibc
import Mustache
import Testing

/// Random templates with hostile values: whatever compiles has the same structure with any data.
///
/// The seed is fixed. `PEIL_FUZZ_SECONDS` runs for that long with other seeds.
@Suite struct HostileValueTests {
  /// Pieces of templates: tags of Mustache, and HTML that is whole, half or wrong.
  private static let pieces = [
    "{{a}}", "{{b}}", "{{{a}}}", "{{&m}}", "{{m}}", "{{n}}", "{{r.a}}", "{{r.n}}", "{{.}}",
    "{{#l}}", "{{/l}}", "{{^l}}", "{{#f}}", "{{/f}}", "{{^f}}", "{{#o}}", "{{/o}}", "{{^}}",
    "{{#r}}", "{{/r}}", "{{>p}}", "{{>q}}", "{{>w}}", "{{<w}}", "{{/w}}", "{{$x}}", "{{/x}}",
    "{{! c }}", "{{=<% %>=}}", "<%={{ }}=%>", "{{-index}}", "{{n | number:1}}", "{{l | join}}",
    "{{#l | first:1}}", "{{>*t}}", "{{", "}}", "{{{", "{{#", "\n", "  ", "\r\n", " ", "x", "&amp;",
    "&", "<p>", "</p>", "<b>", "</b>", "<div class=\"", "\">", "\"", "'", "<a href=\"", "<a href='",
    "<a href=\"/x?q=", "<a href=\"javascript:", "<a href=\"https://", "<img src=\"", "\" alt=\"",
    "\"/>", "/>", ">", "<", "</", "<!--", "-->", "<!-->", "<!DOCTYPE html>", "<title>", "</title>",
    "<style>", "</style>", "<script>", "</script>", "<script type=\"application/json\">",
    "<textarea>", "</textarea>", "<svg>", "</svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\">",
    "<rect width=\"", "\" height=\"", "<ul>", "<li>", "</li>", "</ul>", "</div>", "</a>",
    " title=\"", " onclick=\"", " style=\"width:", " id=", " hidden", "=", "<br/>", "<br>",
    "<table>", "<tr><td>", "</td></tr>", "</table>", "<meta http-equiv=\"refresh\" content=\"",
    "<meta content=\"", "\" http-equiv=\"refresh\">", "<iframe src=\"", "<math>", "</math>",
    "<noscript>", "</noscript>", "<h1>", "</h1>", "<time datetime=\"",
  ]

  private static let shape = RecordShape(
    "view", ("a", .text), ("b", .text), ("f", .flag), ("l", .list(.text)), ("m", .markup),
    ("n", .number(.plain)), ("o", .optional(.text)),
    ("r", .record(RecordShape("r", ("a", .text), ("n", .number(.plain))))),
    ("t", .template(names: ["p", "w"])))

  private static func value(_ text: String, _ other: String, flag: Bool) -> Value {
    .record([
      .text(text), .text(other), .bool(flag), .list([.text(text), .text(other)]),
      .markup(Markup(trusted: "<i>m</i>")), .number(.decimal(-1.5)),
      flag ? .text(text) : .null, .record([.text(other), .number(.integer(7))]), .text("p"),
    ])
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    /// Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators* (2014).
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func template(_ most: Int) -> String {
      var text = ""
      for _ in 0..<Int.random(in: 1...most, using: &self) {
        text += HostileValueTests.pieces.randomElement(using: &self) ?? ""
      }
      return text
    }
  }

  @Test func `what compiles has the same tags with any data`() throws {
    let seconds = getenv("PEIL_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) }
    let end = time(nil) + (seconds ?? 0)
    var seed: UInt64 = seconds == nil ? 1 : UInt64(time(nil))
    var accepted = 0
    repeat {
      for _ in 0..<4000 {
        var generator = Generator(state: seed)
        if try check(&generator, seed) { accepted += 1 }
        seed += 1
      }
    } while time(nil) < end
    #expect(accepted > 200, "the generator makes templates that compile")
    if seconds != nil { print("\(seed) templates up to this seed, \(accepted) accepted") }
  }

  private func check(_ generator: inout Generator, _ seed: UInt64) throws -> Bool {
    let most = Bool.random(using: &generator) ? 4 : 14
    let main = generator.template(most)
    let partials = [
      "p": generator.template(3), "q": generator.template(4) + "{{#f}}{{>q}}{{/f}}",
      "w": generator.template(2) + "{{$x}}" + generator.template(2) + "{{/x}}",
    ]
    let modes: [Template.Mode] = [
      .html(dialect: false), .html(dialect: true), .text, .specification,
    ]
    let mode = modes[Int(seed % 4)]
    let isTyped = mode != .specification
    guard
      let template = try? Template(
        TemplateSource(name: "main", text: main),
        partials: { name in partials[name].map { TemplateSource(name: name, text: $0) } },
        shape: isTyped ? .record(Self.shape) : .json, mode: mode)
    else { return false }
    guard isTyped else {
      _ = try? template.rendered(.object(["a": .text("<"), "l": .list([.null, .bool(true)])]))
      return true
    }
    for flag in [true, false] {
      let harmless = try? template.rendered(Self.value("harmless", "word", flag: flag))
      for _ in 0..<3 {
        let text = HostileTexts.all.randomElement(using: &generator) ?? ""
        let other = HostileTexts.all.randomElement(using: &generator) ?? ""
        let page = try? template.rendered(Self.value(text, other, flag: flag))
        guard let page, let harmless, case .html(let dialect) = mode else { continue }
        let structure = PageStructure(page)
        let context = "seed \(seed): \(main) with \(text) and \(other); partials \(partials)"
        #expect(structure == PageStructure(harmless), "\(context)")
        if dialect { #expect(structure.isBalanced, "\(context)") }
        let parsed = LibXML2Structure(html: page)
        let expected = LibXML2Structure(html: harmless)
        #expect(parsed == expected, "\(context)")
        #expect(parsed.isAsHarmless(as: expected), "\(context): \(parsed.urls)")
      }
    }
    return true
  }

  @Test func `random bytes are an error or a result`() {
    var generator = Generator(state: 7)
    for _ in 0..<3000 {
      let length = Int.random(in: 0...200, using: &generator)
      let alphabet = Array("{}#^/<>$!=&*|.:, \n\"'ab\u{0}é".utf8)
      let bytes = (0..<length).map { _ in
        Bool.random(using: &generator)
          ? alphabet.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
      }
      for mode in [Template.Mode.html(dialect: true), .text, .specification] {
        let template = try? Template(
          TemplateSource(name: "bytes", bytes: bytes), shape: .json, mode: mode)
        _ = try? template?.rendered(.object(["a": .text("x"), "b": .list([.null])]))
      }
      _ = try? Value(json: bytes, file: "bytes")
    }
  }
}
