import Diagnostics
import Testing

@Suite struct PlaceTests {
  private func place(_ text: String, _ meant: String, showing shown: String? = nil) throws -> Place
  {
    func range(_ part: String) throws -> Range<Int> {
      let part = try #require(text.firstRange(of: part))
      let start = text.utf8.distance(from: text.startIndex, to: part.lowerBound)
      return start..<start + text[part].utf8.count
    }
    return Place(
      file: "f.csv", bytes: Array(text.utf8), range: try range(meant),
      showing: try shown.map(range))
  }

  @Test func `of a line no more is shown than what may be`() throws {
    let place = try place("id,Anna Visser,\"a b,c\n", "b", showing: "\"a b")
    #expect(place.column == 19)
    #expect(place.excerpt?.text == "…\"a b…")
    #expect(place.excerpt?.offset == 4)
    let all = try self.place("one,two\n", "two", showing: "one,two")
    #expect(all.excerpt?.text == "one,two")
  }

  @Test(
    arguments: [
      ("to anna.visser+1@bakkerij.example, now", "to xxxxxxxxxxxxx@xxxxxxxxxxxxxxxx, now"),
      ("<info@b.nl>", "<xxxx@xxxx>"), ("@bakkerij", "@bakkerij"), ("a@b", "a@b"),
      ("a@@b.nl", "a@@b.nl"),
    ])
  func `an address of e-mail is not shown`(text: String, shown: String) throws {
    #expect(try place(text, text, showing: text).excerpt?.text == shown)
    // Settings are the agency's own.
    #expect(try place(text, text).excerpt?.text == text)
  }

  @Test func `a line of millions of bytes is cut around what is meant`() throws {
    let many = String(repeating: "é", count: 2_000_000)
    let place = try place("\(many)!\(many)", "!")
    #expect(place.line == 1)
    #expect(place.column == 2_000_001)
    #expect(place.excerpt?.text == "…" + many.prefix(72) + "!" + many.prefix(40) + "…")
    #expect(place.excerpt?.offset == 73)
  }
}
