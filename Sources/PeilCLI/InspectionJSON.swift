import JSON
import PeilPipeline

/// What was recognised, for a program to read.
enum InspectionJSON {
  static func text(of inspection: Inspection) -> String {
    var json = JSONWriter()
    json.object { root in
      root.array("files") { list in
        for file in inspection.files { list.object { describe(file, in: &$0) } }
      }
      root.array("problems") { $0.append(inspection.problems) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func describe(_ file: InspectedFile, in object: inout JSONObject) {
    object["path"] = JSONScalar(file.path)
    object["format"] = JSONScalar(file.format)
    object["platform"] = JSONScalar(file.platform)
    object["records"] = .integer(file.records)
    object["used"] = .integer(file.used)
    object.array("skipped") { list in
      for skipped in file.skipped {
        list.object {
          $0["reason"] = JSONScalar(skipped.reason)
          $0["count"] = .integer(skipped.count)
        }
      }
    }
    object["from"] = JSONScalar(file.from)
    object["to"] = JSONScalar(file.to)
    object.object("sums") { sums in
      for sum in file.sums { sums[sum.measure] = .number(sum.total) }
    }
    object.list("unusedColumns", file.unusedColumns.map { JSONScalar($0) })
    object.array("questions") { $0.append(file.questions) }
  }
}
