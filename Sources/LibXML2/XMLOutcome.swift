/// How a parse ended.
public struct XMLOutcome: Hashable, Sendable {
  /// What libxml2 found wrong first; later messages of one parse mostly follow from it.
  public let firstProblem: XMLProblem?
  /// The whole input was read and nothing at all was wrong with it.
  ///
  /// libxml2's own `wellFormed` is not enough: it stays 1 for an undeclared prefix and for a parse
  /// that was stopped.
  public let isWellFormed: Bool
  /// New lines of a well-formed document, wherever they stand.
  public let newlineCount: Int
}

/// One message of libxml2.
public struct XMLProblem: Hashable, Sendable {
  /// The part of libxml2 that speaks: 1 is the parser, 3 namespaces.
  public let domain: Int
  /// `xmlParserErrors`, for example 76 for an end tag that fits no start tag.
  public let code: Int
  /// libxml2's sentence on one line.
  public let message: String
  /// In bytes from the start of the input, where the parser stood: at the fault or soon after it.
  public let offset: Int
}
