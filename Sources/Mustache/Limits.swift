/// What a template and its rendering may use, so that one from outside cannot take all memory.
///
/// Each limit that is passed is a diagnostic which names it.
public struct Limits: Hashable, Sendable {
  /// Bytes of one template file. Default 4 MiB: ten times the largest page anyone writes by hand.
  public var templateBytes = 4 << 20
  /// Sections, blocks and partials inside each other, counted through all files. Default 128.
  public var nesting = 128
  /// Operations of the compiled program. Default 250,000: partials that double each other end here.
  public var operations = 250_000
  /// Values inside each other while rendering, and calls of recursive partials. Default 512.
  public var contextDepth = 512
  /// Bytes of one rendering. Default 256 MiB.
  public var outputBytes = 256 << 20
  /// Templates that lambdas return during one rendering. Default 10,000.
  public var lambdaExpansions = 10_000

  public init() {}
}
