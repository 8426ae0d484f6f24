import Foundation
import JSON
import Testing

@Suite struct JSONWriterTests {
  private func text(_ body: (inout JSONObject) -> Void) -> String {
    var json = JSONWriter()
    json.object(body)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  @Test func `writes members in the order given, indented`() {
    let written = text {
      $0["b"] = "x"
      $0["a"] = 1
      $0.object("nested") { $0["flag"] = true }
      $0.array("list") {
        $0.append(nil)
        $0.object { $0["n"] = 0.5 }
      }
      $0.list("inline", [1, "two", 3.25])
      $0.object("empty") { _ in }
      $0.array("none") { _ in }
    }
    #expect(
      written == """
        {
          "b": "x",
          "a": 1,
          "nested": {
            "flag": true
          },
          "list": [
            null,
            {
              "n": 0.5
            }
          ],
          "inline": [1, "two", 3.25],
          "empty": {},
          "none": []
        }

        """)
  }

  @Test(arguments: [
    "\"quotes\" \\ back", "line\nend\ttab", "\u{0}\u{1F}\u{7F}", "é 🥐 </script>", "",
  ])
  func `a text reads back as it was`(_ value: String) throws {
    let written = text { $0["text"] = JSONScalar(value) }
    let read = try JSONDecoder().decode([String: String].self, from: Data(written.utf8))
    #expect(read["text"] == value)
  }

  @Test(arguments: [0, -0.0, 1, -28, 4.2, 1e-9, 1e300, 123_456_789_012_345_680, .pi] as [Double])
  func `a number reads back as it was`(_ value: Double) throws {
    let written = text { $0["number"] = JSONScalar(value) }
    let read = try JSONDecoder().decode([String: Double].self, from: Data(written.utf8))
    #expect(read["number"] == value)
  }
}
