public import Diagnostics

/// Reads a mapping key by key and collects everything that is wrong with it, down to unknown keys.
///
///     var fields = Fields(of: document.root, called: "client")
///     let name = fields.required("name") { $0.text }
///     let problems = fields.finish()
///
/// A value that is not what its key asks for gives a diagnostic and `nil`, so that all problems of a file
/// are told at once.
public struct Fields {
  public private(set) var problems: [Diagnostic] = []
  private let title: String
  /// `nil` for a mapping that is not there.
  private let entry: Entry?
  private var pairs: [(key: String, keyEntry: Entry, value: Entry)] = []
  private var known: [String] = []

  /// - Parameter title: What the mapping describes, for messages: "a client".
  public init(of entry: Entry, called title: String) {
    self.title = title
    self.entry = entry
    if entry.isNothing { return }
    guard let mapping = entry.mapping else {
      problems.append(.notAMapping(title, at: entry.place))
      return
    }
    for (key, value) in mapping {
      guard let name = key.text else {
        problems.append(.notAName(at: key.place))
        continue
      }
      pairs.append((name, key, value))
    }
  }

  /// A mapping that is not there, for settings whose every key may be left out.
  public init(empty title: String) {
    self.title = title
    self.entry = nil
  }

  /// A value that may be left out.
  ///
  /// - Parameters:
  ///   - expected: What the value must be, for the message: "a text".
  ///   - read: Returns `nil` when the value is not that.
  public mutating func optional<Value>(
    _ key: String, _ expected: String, _ read: (Entry) -> Value?
  ) -> Value? {
    guard let value = entry(for: key), !value.isNothing else { return nil }
    guard let result = read(value) else {
      problems.append(.wrongType(key, expected: expected, at: value.place))
      return nil
    }
    return result
  }

  /// A value without which the rest makes no sense.
  public mutating func required<Value>(
    _ key: String, _ expected: String, _ read: (Entry) -> Value?
  ) -> Value? {
    let before = problems.count
    if let value = optional(key, expected, read) { return value }
    if problems.count == before {
      problems.append(.missingKey(key, of: title, expected: expected, in: entry?.source.file))
    }
    return nil
  }

  /// One of a closed set of words; an unknown one is told with the nearest known.
  public mutating func choice<Value: CaseIterable & RawRepresentable>(_ key: String) -> Value?
  where Value.RawValue == String {
    guard let value = entry(for: key), !value.isNothing else { return nil }
    return choice(in: value, for: key)
  }

  /// A list of words of a closed set, in the order of the file; empty when the key is not there.
  public mutating func choices<Value: CaseIterable & RawRepresentable>(_ key: String) -> [Value]
  where Value.RawValue == String {
    let entries = optional(key, "a list, as in `[a, b]`") { $0.list } ?? []
    return entries.compactMap { choice(in: $0, for: key) }
  }

  public mutating func texts(_ key: String) -> [String] {
    let entries = optional(key, "a list of texts, as in `[a, b]`") { $0.list } ?? []
    return entries.compactMap { entry in
      if let text = entry.text { return text }
      problems.append(.wrongType(key, expected: "a text", at: entry.place))
      return nil
    }
  }

  /// Takes over what a mapping inside this one found, and what a caller judges himself.
  public mutating func report(_ more: [Diagnostic]) {
    problems += more
  }

  /// Everything that is wrong, with the keys that nothing asked for; call it last.
  public consuming func finish() -> [Diagnostic] {
    for pair in pairs where !known.contains(pair.key) {
      problems.append(.unknownKey(pair.key, of: title, known: known, at: pair.keyEntry.place))
    }
    return problems
  }

  private mutating func entry(for key: String) -> Entry? {
    known.append(key)
    return pairs.first { $0.key == key }?.value
  }

  private mutating func choice<Value: CaseIterable & RawRepresentable>(
    in entry: Entry, for key: String
  ) -> Value? where Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue)
    guard let text = entry.text else {
      problems.append(.wrongType(key, expected: "one of \(names.sorted())", at: entry.place))
      return nil
    }
    guard let value = Value(rawValue: text) else {
      problems.append(.unknownWord(text, for: key, known: names, at: entry.place))
      return nil
    }
    return value
  }
}
