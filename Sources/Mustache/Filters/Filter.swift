/// What is done to a value before it is printed or asked for; an extension.
///
///     {{price | number:2,nl}}   {{day | date:"d MMMM yyyy"}}   {{#posts | first:3}}…{{/posts}}
///
/// Filters are read and checked while the template is compiled; only their work is left to rendering.
enum Filter {
  /// `number`, `number:DECIMALS,LANGUAGE`: grouped, and rounded half away from zero.
  case number(decimals: Int?, FilterLanguage)
  /// `percent`, `percent:DECIMALS,LANGUAGE`: of a fraction.
  case percent(decimals: Int, FilterLanguage)
  /// `date:"PATTERN",LANGUAGE`
  case date([DatePattern.Part], FilterLanguage)
  /// `count`: of a list's items.
  case count
  /// `first:N` and `last:N` are lists, `first` and `last` items.
  case first(Int?)
  case last(Int?)
  /// `join:"SEPARATOR"`: the items of a list as one text.
  case join([UInt8])

  static let names = ["count", "date", "first", "join", "last", "number", "percent"]
}

/// Why a filter cannot be used.
enum FilterProblem: Error {
  case unknown
  case arguments(expected: String)
  case value(expected: String)
}

extension Filter {
  /// Reads a call and checks its arguments.
  init(_ call: FilterCall) throws(FilterProblem) {
    var arguments = FilterArguments(call.arguments)
    switch call.name {
    case "count": self = .count
    case "first": self = .first(try arguments.count())
    case "last": self = .last(try arguments.count())
    case "join": self = .join(Array((try arguments.text() ?? ", ").utf8))
    case "number":
      self = .number(decimals: try arguments.decimals(), try arguments.language())
    case "percent":
      self = .percent(decimals: try arguments.decimals() ?? 0, try arguments.language())
    case "date":
      guard let pattern = DatePattern.parts(of: try arguments.text() ?? "yyyy-MM-dd") else {
        throw .arguments(expected: "a pattern of `d dd M MM MMM MMMM yy yyyy EEE EEEE`")
      }
      self = .date(pattern, try arguments.language())
    default: throw .unknown
    }
    try arguments.finish()
  }

  /// What comes out when a value of this shape goes in.
  func shape(of input: Shape) throws(FilterProblem) -> Shape {
    let isOptional = input.isOptional
    let output: Shape
    switch (self, input.unwrapped) {
    case (_, .json):
      switch self {
      case .number, .percent, .date, .join: return .text
      case .count: return .number(.count)
      case .first, .last: return .json
      }
    case (.number, .number(let kind)) where kind != .share: output = .text
    case (.number, .number): throw .value(expected: "a number that is no share: use `percent`")
    case (.percent, .number(.share)), (.percent, .number(.plain)): output = .text
    case (.percent, _): throw .value(expected: "a share")
    case (.number, _): throw .value(expected: "a number")
    case (.date, .date), (.date, .text): output = .text
    case (.date, _): throw .value(expected: "a date")
    case (.count, .list): output = .number(.count)
    case (.first(nil), .list(let item)), (.last(nil), .list(let item)): return .optional(item)
    case (.first, .list), (.last, .list): output = input.unwrapped
    case (.join, .list(let item)):
      switch item.unwrapped {
      case .text, .number, .template: output = .text
      default: throw .value(expected: "a list of texts or numbers")
      }
    case (.count, _), (.first, _), (.last, _), (.join, _): throw .value(expected: "a list")
    }
    return isOptional ? .optional(output) : output
  }
}

private struct FilterArguments {
  private var rest: ArraySlice<FilterCall.Argument>

  init(_ arguments: [FilterCall.Argument]) {
    rest = arguments[...]
  }

  mutating func decimals() throws(FilterProblem) -> Int? {
    guard case .integer(let value)? = rest.first else { return nil }
    guard (0...9).contains(value) else { throw .arguments(expected: "0 to 9 decimals") }
    rest = rest.dropFirst()
    return value
  }

  mutating func count() throws(FilterProblem) -> Int? {
    guard case .integer(let value)? = rest.first else { return nil }
    guard value > 0 else { throw .arguments(expected: "a number of items") }
    rest = rest.dropFirst()
    return value
  }

  mutating func text() throws(FilterProblem) -> String? {
    guard case .text(let value)? = rest.first else { return nil }
    rest = rest.dropFirst()
    return value
  }

  mutating func language() throws(FilterProblem) -> FilterLanguage {
    guard case .text(let name)? = rest.first else { return .en }
    guard let language = FilterLanguage(rawValue: name) else {
      throw .arguments(
        expected: "one of the languages "
          + FilterLanguage.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))
    }
    rest = rest.dropFirst()
    return language
  }

  func finish() throws(FilterProblem) {
    if !rest.isEmpty { throw .arguments(expected: "no more arguments") }
  }
}
