/// What a template can see; nothing else reaches it.
public enum Value: Equatable, Sendable {
  case null
  /// Escaped for the place it lands in.
  case text(String)
  /// Ours, written as it is.
  case markup(Markup)
  case bool(Bool)
  case number(Number)
  case date(CalendarDate)
  case list([Value])
  /// In the order of its shape: a name is a slot, never looked up by text.
  case record([Value])
  /// For the shape `json`, where names are known only while rendering; also accepted for a record.
  case object([String: Value])
  case lambda(Lambda)
}

/// Markup that was made by a program and not by a stranger.
///
/// Every place that makes one is a place to review: search for `Markup(trusted:`.
public struct Markup: Hashable, Sendable {
  let bytes: [UInt8]

  public init(trusted: String) {
    bytes = Array(trusted.utf8)
  }
}

public enum Number: Hashable, Sendable {
  case integer(Int)
  /// Must be finite: a fraction that is not is printed as nothing.
  case decimal(Double)
}

/// A day of the Gregorian calendar.
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  /// From 1.
  public let month: Int
  /// From 1.
  public let day: Int

  /// Returns `nil` for a day that does not exist, and outside the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A function as a value: what it returns is rendered as a template in its place.
public final class Lambda: Sendable {
  /// Receives the unrendered text of the section, or `nil` where it stands as a variable.
  let body: @Sendable (String?) -> String

  public init(_ body: @escaping @Sendable (_ section: String?) -> String) {
    self.body = body
  }
}

extension Lambda: Equatable {
  /// Functions cannot be compared: a lambda equals itself only.
  public static func == (one: Lambda, other: Lambda) -> Bool { one === other }
}

extension Value {
  /// In words, for diagnostics.
  var phrase: String {
    switch self {
    case .null: "nothing"
    case .text: "text"
    case .markup: "markup"
    case .bool: "a flag"
    case .number: "a number"
    case .date: "a date"
    case .list: "a list"
    case .record, .object: "a record"
    case .lambda: "a lambda"
    }
  }
}
