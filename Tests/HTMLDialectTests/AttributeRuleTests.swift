import HTMLDialect
import Testing

@Suite struct AttributeRuleTests {
  @Test(
    arguments: [
      (.p, "class", true), (.p, "data-metric", true), (.p, "aria-label", false),
      (.nav, "aria-label", true), (.p, "onclick", false), (.p, "style", false),
      (.svg, "viewBox", true), (.svg, "viewbox", false), (.rect, "x", true), (.p, "x", false),
      (.td, "colspan", true), (.th, "scope", true), (.td, "scope", false), (.a, "href", true),
      (.text, "data-tick", true), (.text, "text-anchor", true), (.body, "aria-hidden", false),
      (.p, "tabindex", false), (.div, "data-unknown", false), (.rect, "data-mark", true),
      (.desc, "data-metric", true), (.title, "data-metric", true), (.meta, "http-equiv", true),
    ] as [(DialectElement, String, Bool)])
  func `knows which element may carry which attribute`(
    _ element: DialectElement, _ name: String, allowed: Bool
  ) {
    let grammar = DialectAttribute(named: name).flatMap(element.grammar(of:))
    #expect((grammar != nil) == allowed)
  }

  @Test func `what an element must carry it may carry`() {
    for element in DialectElement.allCases {
      #expect(element.requiredAttributes.isSubset(of: element.allowedAttributes))
    }
  }

  @Test func `every attribute has a place and a name of its own`() {
    for attribute in DialectAttribute.allCases {
      #expect(DialectElement.allCases.contains { $0.grammar(of: attribute) != nil })
      #expect(DialectAttribute(named: attribute.name) == attribute)
    }
  }

  @Test func `roles stand only where they say`() {
    #expect(DialectElement.svg.grammar(of: .role) == .keyword(["img"]))
    #expect(DialectElement.p.grammar(of: .role) == .keyword(["note"]))
    #expect(DialectElement.h1.grammar(of: .role) == nil)
  }
}
