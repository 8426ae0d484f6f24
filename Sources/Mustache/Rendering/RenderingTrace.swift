/// Whether a rendering notes what it prints; decided when the program is built, not in the loop.
protocol RenderingTrace {
  static var isOn: Bool { get }
}

enum Silence: RenderingTrace {
  static var isOn: Bool { false }
}

enum Recording: RenderingTrace {
  static var isOn: Bool { true }
}
