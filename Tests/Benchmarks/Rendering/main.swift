import Glibc
import Mustache

// render-peil ENGINE FOLDER GENERATED SECONDS [OUTPUT]
//
//   peil         against a shape, escaped by context, the value packed beforehand
//   peil-json    schemaless: names are looked up while rendering
//   peil-plain   as the specification escapes, against a shape
//   peil-pack    as `peil`, and the value is packed for each rendering
//   peil-compile parses and compiles the template and its partials
//
// FOLDER holds template.mustache, partials/ and data.json. In the contextual mode `{{{path}}}`, which
// stands in an attribute, is written `{{path}}`: the mode refuses unescaped values there. The output
// is the same, because a path has nothing to escape.

let arguments = CommandLine.arguments
guard arguments.count >= 5, let seconds = Double(arguments[4]) else {
  print("usage: render-peil ENGINE FOLDER GENERATED SECONDS [OUTPUT]")
  exit(64)
}
let engine = arguments[1]
let folder = arguments[2]
let isPlain = engine == "peil-plain"

func source(_ path: String) -> TemplateSource? {
  guard let bytes = contents(of: "\(folder)/\(path)") else { return nil }
  let text = String(decoding: bytes, as: UTF8.self)
  return TemplateSource(
    name: path, text: isPlain ? text : text.replacing("{{{path}}}", with: "{{path}}"))
}

/// The shape that this value has: lists are of what their first item is.
func shape(of value: Value, named name: String) -> Shape {
  switch value {
  case .object(let fields):
    let names = fields.keys.sorted()
    return .record(
      RecordShape(
        name, names.map { (name: $0, shape: shape(of: fields[$0] ?? .null, named: $0)) }))
  case .list(let items): return .list(items.first.map { shape(of: $0, named: name) } ?? .json)
  case .bool: return .flag
  case .number: return .number(.plain)
  default: return .text
  }
}

guard let template = source("template.mustache"), let json = contents(of: "\(folder)/data.json")
else {
  print("no template and data in \(folder)")
  exit(66)
}
let value = try Value(json: json, file: "data.json")
let dataShape = engine == "peil-json" ? Shape.json : shape(of: value, named: "page")
let partials = Dictionary(
  uniqueKeysWithValues: ["kpi", "chart", "post"].map { ($0, source("partials/\($0).mustache")) })

func compile() throws -> Template {
  try Template(
    template, partials: { name in partials[name] ?? nil }, shape: dataShape,
    mode: isPlain ? .specification : .html(dialect: false))
}

let compiled = try compile()
let packed = try value.packed(as: dataShape)
var output = OutputBuffer()
try compiled.render(packed, into: &output)
if arguments.count > 5 { write(output.bytes, to: arguments[5]) }
let count = output.count

switch engine {
case "peil-compile":
  try measure(engine, seconds: seconds, bytes: template.bytes.count) { _ = try compile() }
case "peil-pack":
  try measure(engine, seconds: seconds, bytes: count) {
    output.removeAll()
    try compiled.render(value, into: &output)
  }
default:
  try measure(engine, seconds: seconds, bytes: count) {
    output.removeAll()
    try compiled.render(packed, into: &output)
  }
}
