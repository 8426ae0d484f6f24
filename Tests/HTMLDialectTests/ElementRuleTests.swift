import HTMLDialect
import Testing

@Suite struct ElementRuleTests {
  @Test(
    arguments: [
      ("p", "div", false), ("p", "span", true), ("div", "p", true), ("ul", "li", true),
      ("ul", "div", false), ("table", "tr", false), ("tbody", "tr", true), ("h2", "h3", false),
      ("a", "div", false), ("body", "main", true), ("div", "main", false), ("dl", "div", false),
      ("figure", "figcaption", true), ("div", "figcaption", false), ("th", "p", false),
      ("td", "p", true), ("li", "ul", true), ("body", "style", false), ("p", "svg", true),
    ] as [(String, String, Bool)])
  func `knows which element may stand in which`(_ parent: String, _ child: String, allowed: Bool)
    throws
  {
    let parent = try #require(DialectElement(named: parent, in: .html))
    let child = try #require(
      DialectElement(named: child, in: .html) ?? DialectElement(named: child, in: .svg))
    #expect(parent.rule.children.contains(child) == allowed)
  }

  @Test func `every element but html may stand somewhere`() {
    let placed = DialectElement.rules.reduce(ElementSet()) { $0.union($1.children) }
    #expect(DialectElement.allCases.filter { !placed.contains($0) } == [.html])
  }

  @Test func `no element of one namespace holds one of the other, but svg`() {
    for rule in DialectElement.rules {
      for child in rule.children.elements where child.namespace != rule.element.namespace {
        #expect(child == .svg)
      }
    }
  }

  @Test func `what must stand among the children may stand there`() {
    for rule in DialectElement.rules {
      #expect(rule.order.required.isSubset(of: rule.children))
      #expect(rule.order.once.isSubset(of: rule.children))
      #expect(rule.order.atEdge.isSubset(of: rule.children))
    }
  }

  @Test func `the title of a page and of a picture are two elements`() {
    #expect(DialectElement(named: "title", in: .html) == .title)
    #expect(DialectElement(named: "title", in: .svg) == .svgTitle)
    #expect(DialectElement.svgTitle.rule.isIntegrationPoint)
  }

  @Test(arguments: ["script", "iframe", "font", "P", "form", "template", "clippath", ""])
  func `other names are no elements`(_ name: String) {
    #expect(DialectElement(named: name, in: .html) == nil)
    #expect(DialectElement(named: name, in: .svg) == nil)
  }
}
