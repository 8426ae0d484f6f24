import HTMLDialect
import Testing

@Suite struct ValueGrammarTests {
  @Test(
    arguments: [
      (.identifier, ["a", "m1-heading", "c.1_x"], ["", "1a", "a b", "é", "-a"]),
      (.identifierReferences, ["a", "a b"], ["", "a  b", " a", "a "]),
      (.classNames, ["a", "belief wide", "tick "], ["", " ", "A", "a.b", "é"]),
      (
        .languageTag, ["nl", "en-GB", "zh-Hant-TW", "es-419"],
        ["", "xx", "EN", "nl_NL", "nl-", "english"]
      ),
      (.metricKeys, ["m4.ratio.instagram", "a b-c 95"], ["", " a", "a  b", "a,b", "é"]),
      (.integer(1...100), ["1", "100"], ["0", "101", "", "-1", "1.5", "1e2", "99999999999"]),
      (.number, ["0", "-12.5", ".5", "007"], ["", "-", "1.", "1e3", "NaN", "+1", "1 ", "1,5"]),
      (.nonNegativeNumber, ["0", "1.5"], ["-1", "NaN", "10px", "100%"]),
      (
        .viewBox, ["0 0 720 300", "-4 0 0.5 1"],
        ["0 0 720", "0 0 0 1", "0,0,1,1", "0 0 1 -1", "0 0 1 1 1"]
      ),
      (
        .pathData,
        [
          "M0 0L1 1", "M1,2 3,4Z", "m0 0h5v-5z", "M0 0C1 2 3 4 5 6", "M0 0A1 1 0 0 1 5 5",
          "M0 0a1 1 0 01.5.5", "M.5.5.5.5", "M1234567.25 -12345678L123456789.5 0", "M-1-2-3 -4Z",
          "M10 20H30V40", "M0 0 1 1 2 2", "M0 0H123456789012345678901234H0.12345678.12345678",
        ],
        [
          "M1234567. 0L0 0", "M0 12345678.L0 0", "M-.L0 0 1 1", "M0 0L--1 0 0 0",
          "M0 0a-1 1 0 0 1 5 5",
          "M0 0L1,,1", "M0 0H,1", "M0 0Z1", "M0 0L1 1 1", "M0 0[1 1", "M0 0LL1 1", "M0 0Q1 1",
          "M0 0L1234567890123456789012345 0", "M1 2123456789012345678901234",
          "M0 0 0 0 0 0 1.23456789012345678901234", "", "L0 0", "M0", "M0 0L1", "M0 NaN",
          "M0 0C1 2 3 4 5", "M0 0A1 1 0 2 1 5 5", "M0 0 ",
          "M0 0X1", "M",
        ]
      ),
      (.points, ["0,0 1,1", "0 0 1 1"], ["", "0", "0,0 1", "a,b"]),
      (
        .transform, ["rotate(45)", "translate(1 2) scale(2)", "matrix(1,0,0,1,5,6)"],
        ["", "rotate(1,2)", "rotate()", "spin(1)", "translate(1 2 3)", "rotate(45"]
      ),
      (
        .paint, ["none", "currentColor", "url(#a)"], ["red", "url(a)", "url(https://x.nl)", "#fff"]
      ),
      (
        .dateTime,
        [
          "2026", "2026-10", "2026-02-28", "2024-02-29", "2026-W53", "2026-10-31T09:30",
          "2026-10-31T09:30:05Z", "2026-10-31T09:30+01:00", "09:30", "PT3H30M", "P2D",
        ],
        [
          "", "2026-13", "2026-02-29", "2025-W53", "31-10-2026", "2026-10-32", "2026-10-31T25:00",
          "P", "PT", "PT5", "P3M5", "20261031", "2026-1-1", "24:00",
        ]
      ),
      (
        .link,
        [
          "https://example.org/a?b=c&d", "mailto:a@example.org", "tel:+31201234567", "#m1",
          "2026-10/report.html", "../index.html", "https://bücher.example",
        ],
        [
          "", "javascript:alert(1)", "http://example.org", "//example.org/a", "/etc", "data:,", "#",
          "https://", "https://127.0.0.1/", "https://a b.nl", "https://me:pw@example.org/",
          "mailto:", "mailto:a", "tel:", "https://example.org/%zz", "a\\b", "https://localhost/",
          "JAVASCRIPT:x", "vbscript:x", "https://-a.nl",
        ]
      ),
      (
        .imageData, ["data:image/png;base64,AAAA", "data:image/svg+xml;base64,PHN2Zy8+"],
        [
          "data:image/png,abc", "data:text/html;base64,AAAA", "https://example.org/a.png",
          "data:image/png;base64,AAA", "data:image/png;base64,",
        ]
      ),
      (.iconData, ["data:,"], ["", "favicon.ico"]),
      (.empty, [""], ["x"]),
      (.nonEmptyText, ["x"], ["", " "]),
      (.keyword(["col", "row"]), ["col"], ["column", "", "COL"]),
    ] as [(ValueGrammar, [String], [String])])
  func `accepts values of a grammar and no others`(
    _ grammar: ValueGrammar, good: [String], bad: [String]
  ) {
    for value in good { #expect(accepts(grammar, value), "\(value)") }
    for value in bad { #expect(!accepts(grammar, value), "\(value)") }
  }

  // Weeks of the ISO calendar: 2004, 2009, 2015, 2020 and 2026 have 53 (ISO 8601 calendars).
  @Test(arguments: [
    (2004, 53), (2009, 53), (2015, 53), (2020, 53), (2026, 53), (2021, 52), (2024, 52),
  ])
  func `knows the years with a week 53`(_ year: Int, _ weeks: Int) {
    #expect(accepts(.dateTime, "\(year)-W53") == (weeks == 53))
  }

  private func accepts(_ grammar: ValueGrammar, _ value: String) -> Bool {
    Array(value.utf8).withUnsafeBufferPointer(grammar.accepts)
  }
}
