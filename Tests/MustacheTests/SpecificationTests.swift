import Diagnostics
import Glibc
import Mustache
import Testing

/// The official cases, https://github.com/mustache/spec: every module, no case left out.
///
/// They lie outside of the package, in `mustache-spec` of the folder that `PEIL_SHARED` names (default
/// `../shared`); without it these tests are skipped.
@Suite struct SpecificationTests {
  /// Modules with their number of cases, so that a lost file is noticed.
  private static let modules = [
    ("comments", 12), ("delimiters", 14), ("interpolation", 42), ("inverted", 22),
    ("partials", 12), ("sections", 34), ("~dynamic-names", 21), ("~inheritance", 27),
    ("~lambdas", 10),
  ]

  @Test(.enabled("the specification's files are at hand") { SharedFiles.folder != nil })
  func `passes every official case`() throws {
    var passed = 0
    for (module, count) in Self.modules { passed += try run(module, count) }
    let all = Self.modules.reduce(0) { $0 + $1.1 }
    print("mustache/spec: \(passed) of \(all)")
    #expect(passed == 194)
  }

  /// - Returns: How many cases pass.
  private func run(_ module: String, _ count: Int) throws -> Int {
    let folder = try #require(SharedFiles.folder)
    let file = "\(folder)/mustache-spec/specs/\(module).json"
    let bytes = try #require(SharedFiles.bytes(of: file))
    guard case .object(let document) = try Value(json: bytes, file: file),
      case .list(let cases)? = document["tests"]
    else {
      Issue.record("\(file) holds no tests")
      return 0
    }
    #expect(cases.count == count)
    var passed = 0
    for case .object(let fields) in cases {
      let name = "\(module): \(fields.text("name")) (\(fields.text("desc")))"
      #expect(throws: Never.self, "\(name)") {
        let result = try render(fields)
        #expect(result == fields.text("expected"), "\(name)")
        if result == fields.text("expected") { passed += 1 }
      }
    }
    return passed
  }

  private func render(_ fields: [String: Value]) throws -> String {
    let partials = fields["partials"].map(\.fields) ?? [:]
    let template = try Template(
      TemplateSource(name: "test", text: fields.text("template")),
      partials: { name in
        guard case .text(let text)? = partials[name] else { return nil }
        return TemplateSource(name: name, text: text)
      },
      shape: .json, mode: .specification)
    let data = (fields["data"] ?? .null).replacingCode(in: fields.text("name"))
    return String(decoding: try template.rendered(data), as: UTF8.self)
  }
}

/// The lambdas of the specification, by the name of their case; written there in other languages.
private func lambdaOfCase(_ name: String) -> Lambda? {
  switch name {
  case "Interpolation": return Lambda { _ in "world" }
  case "Interpolation - Expansion": return Lambda { _ in "{{planet}}" }
  case "Interpolation - Alternate Delimiters": return Lambda { _ in "|planet| => {{planet}}" }
  case "Interpolation - Multiple Calls":
    let calls = Counter()
    return Lambda { _ in "\(calls.next())" }
  case "Escaping": return Lambda { _ in ">" }
  case "Section": return Lambda { $0 == "{{x}}" ? "yes" : "no" }
  case "Section - Expansion": return Lambda { "\($0 ?? ""){{planet}}\($0 ?? "")" }
  case "Section - Alternate Delimiters":
    return Lambda { "\($0 ?? ""){{planet}} => |planet|\($0 ?? "")" }
  case "Section - Multiple Calls": return Lambda { "__\($0 ?? "")__" }
  case "Inverted Section": return Lambda { _ in "" }
  default: return nil
  }
}

private final class Counter: @unchecked Sendable {
  private var value = 0

  func next() -> Int {
    value += 1
    return value
  }
}

extension Value {
  fileprivate var fields: [String: Value] {
    if case .object(let fields) = self { return fields }
    return [:]
  }

  /// Puts the lambda of a case where its data hold code in other languages.
  fileprivate func replacingCode(in name: String) -> Value {
    guard case .object(var fields) = self else { return self }
    if fields["__tag__"] == .text("code") { return lambdaOfCase(name).map { .lambda($0) } ?? self }
    for (key, value) in fields { fields[key] = value.replacingCode(in: name) }
    return .object(fields)
  }
}

extension [String: Value] {
  fileprivate func text(_ name: String) -> String {
    if case .text(let text)? = self[name] { return text }
    return ""
  }
}
