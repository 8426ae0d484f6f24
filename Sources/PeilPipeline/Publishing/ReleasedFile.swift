import Diagnostics
import FileSystem
import PeilModel

/// A file of the output that passed its check, as `run.json` states it.
struct ReleasedFile: Hashable, Decodable, Sendable {
  /// Relative to the output folder, with `/`.
  let path: String
  let bytes: Int
  /// In lower-case hexadecimal.
  let sha256: String
  /// A report that nobody has approved.
  let isDraft: Bool

  private enum CodingKeys: String, CodingKey {
    case path, bytes, sha256
    case isDraft = "draft"
  }

  init(path: String, bytes: Int, sha256: String, isDraft: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.isDraft = isDraft
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    path = try fields.decode(String.self, forKey: .path)
    bytes = try fields.decode(Int.self, forKey: .bytes)
    sha256 = try fields.decode(String.self, forKey: .sha256)
    isDraft = try fields.decodeIfPresent(Bool.self, forKey: .isDraft) ?? false
  }
}

extension ReleasedFile {
  init(path: String, content: [UInt8]) {
    self.init(path: path, bytes: content.count, sha256: PeilModel.sha256(content))
  }

  /// Every file that stands released in an output folder, each once.
  ///
  /// - Parameter site: The pages that belong to no month.
  static func all(in output: Folder, site: [ReleasedFile]) throws(Diagnostic) -> [ReleasedFile] {
    var files = site
    for client in try output.folderNames() where client != OutputFolder.heldBack {
      let folder = output.folder(client)
      for month in try folder.folderNames()
      where folder.folder(month).contains(file: ReleaseRecord.file) {
        let record = try folder.folder(month).bytes(of: ReleaseRecord.file)
        guard let release = ReleaseRecord(record) else { continue }
        files += release.released
        files.append(Self(path: "\(client)/\(month)/\(ReleaseRecord.file)", content: record))
      }
    }
    return files
  }

  /// Without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// What readers get. `report.json` is for Peil and the agency: no page leads to it, and it names the files
  /// that a client handed over. A sales copy is sent as a file: its address on a server would name the client.
  var isForReaders: Bool {
    let name = path.split(separator: "/").last ?? ""
    return name != ReleaseRecord.file && !name.hasPrefix("\(ReportEdition.proposal.rawValue).")
  }

  /// Whether the path stays in its folder and is one that is seen there.
  var isInside: Bool {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.utf8.contains(0) }
  }
}
