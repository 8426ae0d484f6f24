import Charts
import Testing

@Suite struct TextWidthTests {
  // By hand: class widths x size x 1.16.
  @Test(
    arguments: [
      ("empty", "", 0), ("digits", "0123456789", 5.56), ("narrow", "il. ", 1.2),
      ("wide", "mW%", 2.58), ("capitals and others", "AaÉé", 2.42), ("no Latin", "日本", 1.8),
      ("one emoji of several scalars", "👩‍💻", 0.9), ("minus and dash", "−–", 1.06),
    ] as [(String, String, Double)])
  func `is the sum of class widths`(_ name: String, text: String, ems: Double) {
    #expect((textWidth(of: text, size: 10) - ems * 11.6).magnitude < 1e-9)
  }
}
