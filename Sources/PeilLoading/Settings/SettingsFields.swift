import Diagnostics
import PeilModel
import YAML

extension Document {
  static func read(_ bytes: [UInt8], file: String) throws(Problems) -> Document {
    do {
      return try Document(bytes: bytes, file: file)
    } catch {
      throw Problems([error])
    }
  }
}

extension Fields {
  /// A mapping inside this one; without it the reader gets an empty one.
  mutating func nested<Value>(
    _ key: String, called title: String, _ read: (inout Fields) -> Value
  ) -> Value {
    let entry = optional(key, "a mapping of `key: value` lines") { $0.isMapping ? $0 : nil }
    var fields = entry.map { Fields(of: $0, called: title) } ?? Fields(empty: title)
    let value = read(&fields)
    if entry != nil { report(fields.finish()) }
    return value
  }

  /// The value, when nothing was wrong with the file.
  consuming func result<Value>(_ value: Value) throws(Problems) -> Value {
    let problems = finish()
    guard problems.isEmpty else { throw Problems(problems) }
    return value
  }
}

extension Entry {
  /// An amount with at most two decimals, not negative.
  var money: Money? {
    guard let number, number >= 0, number < 1e12 else { return nil }
    let cents = (number * 100).rounded()
    return abs(number * 100 - cents) < 1e-6 ? Money(cents: Int(cents)) : nil
  }

  /// Amounts by name, in small letters; `nil` when one of them is none.
  var amounts: [String: Money]? {
    guard let mapping else { return nil }
    var amounts: [String: Money] = [:]
    for (key, value) in mapping {
      guard let name = key.text, let amount = value.money else { return nil }
      amounts[name.lowercased()] = amount
    }
    return amounts
  }

  /// Three capital letters.
  var currencyCode: String? {
    guard let text, text.utf8.count == 3 else { return nil }
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    return text.utf8.allSatisfy(capitals.contains) ? text : nil
  }
}
