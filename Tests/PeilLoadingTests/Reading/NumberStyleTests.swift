import Diagnostics
import PeilModel
import Testing

@testable import PeilLoading

@Suite struct NumberStyleTests {
  /// What real files hold; the values by hand.
  @Test(
    arguments: [
      ("1825", NumberStyle.point, 1825.0), ("-28", .point, -28), ("0", .point, 0),
      ("1,825", .point, 1825), ("1,234,567.5", .point, 1_234_567.5), ("376.0", .point, 376),
      ("7.48E-6", .point, 7.48e-6), ("1e3", .point, 1000), ("77.77%", .point, 77.77),
      ("16.1 %", .point, 16.1), ("0.0842", .point, 0.0842), (".5", .point, 0.5),
      ("US$0.00", .point, 0), ("US$ -1,234.5", .point, -1234.5), ("€ 12.50", .point, 12.5),
      ("12.50 €", .point, 12.5), ("EUR 3", .point, 3), ("5,00,000", .point, 500_000),
      ("  42 ", .point, 42), ("1\u{A0}", .point, 1),
      ("2.546", .comma, 2546), ("1,15", .comma, 1.15), ("99,88%", .comma, 99.88),
      ("20,0", .comma, 20), ("2.000,0", .comma, 2000), ("US$ 0,00", .comma, 0),
      ("-1.234.567,89", .comma, -1_234_567.89),
      ("9007199254740993.5", .point, 9_007_199_254_740_994),
      ("0.1", .point, 0.1), ("0.30000000000000004", .point, 0.30000000000000004),
    ])
  func `a number is read in the style of its file`(
    text: String, style: NumberStyle, value: Double
  ) {
    #expect(style.number(Array(text.utf8)) == value)
  }

  @Test(
    arguments: [
      "", " ", "-", "--", " --", "N/A", "NAN", "undefined", "< 10%", "> 90%", "< 1%",
      "menos de 1%", "3.apr", "3-apr", "3.апр", "13-06-2025", "1:02", "abc", "1 2", "EUR", ".", ",",
      "1.2.3", "1.5.2026", "1..5", "1e999", "--5", "12abc",
    ])
  func `what is no number is not measured`(text: String) {
    #expect(NumberStyle.point.number(Array(text.utf8)) == nil)
    #expect(NumberStyle.comma.number(Array(text.utf8)) == nil)
  }

  /// A sign that cannot group thousands there is no number of this style; guessing would be hundredfold off.
  @Test(
    arguments: [
      ("1,15", NumberStyle.point), ("99,88%", .point), ("1.15", .comma), ("4.25", .comma),
      ("1234,567", .point), ("0,125", .point), ("12,3456", .point),
    ])
  func `a number of the other style is none`(text: String, style: NumberStyle) {
    #expect(style.number(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      ("1825", NumberStyle.Hint.nothing), ("--", .nothing), ("", .nothing),
      ("1,15", .settles(.comma)), ("20,0", .settles(.comma)), ("2.000,0", .settles(.comma)),
      ("99,88%", .settles(.comma)), ("1.234.567", .settles(.comma)),
      ("4.25", .settles(.point)), ("1,234.5", .settles(.point)), ("1,234,567", .settles(.point)),
      ("0.125", .settles(.point)), ("0,125", .settles(.comma)), ("1234.567", .settles(.point)),
      ("7.48E-6", .settles(.point)), (".125", .settles(.point)), ("0.4", .settles(.point)),
      ("2.546", .ambiguous), ("1,825", .ambiguous), ("US$ 1.825", .ambiguous),
    ])
  func `a number may tell the style of its file`(text: String, hint: NumberStyle.Hint) {
    #expect(NumberStyle.hint(Array(text.utf8)) == hint)
  }

  private func followers(_ numbers: [String]) -> String {
    "date,platform,followers\n"
      + numbers.enumerated()
      .map { "2026-10-0\($0.offset + 1),instagram,\"\($0.element)\"\n" }.joined()
  }

  @Test(
    arguments: [
      (["1.546", "1.234.567"], [1546, 1_234_567]), (["1,546", "1,234,567"], [1546, 1_234_567]),
      (["1.546", "20,0"], [1546, 20]), (["1546", "20"], [1546, 20]),
    ])
  func `one field settles the style of the file`(numbers: [String], expected: [Int]) throws {
    let load = try load(["f.csv": followers(numbers)])
    #expect(load.data.followers.map(\.followers) == expected)
  }

  private func costs(_ amounts: [String]) -> String {
    "month,item,kind,hours,amount\n" + amounts.map { "2026-10,x,tools,,\"\($0)\"\n" }.joined()
  }

  @Test func `a file that nothing settles is a question and holds the client back`() throws {
    let load = try load(["c.csv": costs(["871", "2.546"])])
    #expect(load.problems == ["export.ambiguous-numbers"])
    #expect(load.diagnostics.first?.place?.line == 3)
    #expect(load.diagnostics.first?.message.contains("`2.546`") == true)
    #expect(load.isUnusable)
    #expect(load.data.costs == [])
    let file = try load.onlyFile
    #expect(file.account == "used 0, unreadable 2")
  }

  @Test(arguments: ["2.546", "2,546"])
  func `three digits behind a sign are no decimals of something counted`(text: String) throws {
    let load = try load(["f.csv": followers(["871", text])])
    #expect(load.problems == [])
    #expect(load.data.followers.map(\.followers) == [871, 2546])
  }

  @Test func `a percentage anywhere settles the style of amounts`() throws {
    let load = try load([
      "c.csv":
        "month,item,kind,hours,amount,share of budget\n2026-10,x,tools,,\"2.546\",\"12,5%\"\n"
    ])
    #expect(load.problems == [])
    #expect(load.data.costs.map(\.amount) == [Money(cents: 254_600)])
  }

  @Test func `a file with numbers of both styles is a question and holds the client back`() throws {
    let load = try load(["f.csv": followers(["20.5", "1,15"])])
    #expect(load.problems == ["export.mixed-numbers"])
    #expect(load.diagnostics.first?.place?.line == 3)
    #expect(load.isUnusable)
  }

  @Test func `numbers in a text do not settle anything`() throws {
    let load = try load([
      "p.csv":
        """
      platform,id,published_at,text,format,likes
      instagram,1,2026-10-02T10:00:00,"1.234,5",image,"1,234,567"
      instagram,2,2026-10-03T10:00:00,x,image,"1,234"
      """
    ])
    #expect(load.data.posts.map(\.counts.reactions) == [1_234_567, 1234])
  }
}
