/// Texts that end a place, open another, or choose what a browser does.
enum HostileTexts {
  static let all = [
    "\"><script>alert(1)</script>", "' onmouseover='alert(1)", "x onclick=alert(1) y", "--><b>",
    "--!><b>", "</title><b>", "</style><b>", "</script><b>", "</textarea><b>", "</svg><b>",
    "</p><b>",
    "title", "title>", "/title ", "script>", "style>", "</", "<", "<!", "<?x ?>", "<!DOCTYPE html>",
    "<!--", "-->", "<![CDATA[", "]]>", "]]><b>", "/>", ">", "'", "\"", "`x`", "=x", "x y=z",
    "#\"'<>&",
    "&lt;b&gt;", "&#60;b&#62;", "&colon;", "&", "&#x3a;", "colon;alert(1)", "#58;alert(1)",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " \u{1}java\tscript:alert(1)", "java\nscript:",
    "javascript", ":alert(1)", "vbscript:x", "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=x>", "//evil.example", "\\\\evil.example", "/\\evil",
    "%6Aavascript:",
    "%22%3E", "?", "../..", "mailto:a@b",
    "{{b}}", "{{{a}}}", "}}", "\\\"", "\\u003c", "\\", "{};</style>", "}*{x:y",
    "expression(alert(1))",
    "url(//evil)", "<svg onload=x>",
    "\u{0}<b", "\u{B}onclick=x", "a\nb\tc\r\nd", "\u{C}", "\u{7F}\u{80}\u{85}\u{9F}",
    "\u{2028}\u{2029}", "\u{FFFE}\u{FFFF}\u{1FFFE}",
    String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self), "x\u{FEFF}", "\u{202E}x", "é€😀",
    "0x1p3", "-1", "1e999",
  ]
}
