import Diagnostics
import PeilReport
import Testing

@Suite struct PageCheckerTests {
  @Test(arguments: SamplePage.allCases)
  func `says nothing about a good page`(_ page: SamplePage) throws {
    let bytes = Array(try page.text().utf8)
    let result = PageChecker().check(bytes, facts: page.facts, file: "page.html")
    #expect(result.findings.map(\.diagnostic.description) == [])
    #expect(result.isReleasable)
    #expect(result.unchecked == [])
    #expect(result.bytes == bytes)
  }
}
