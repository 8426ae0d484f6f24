/// Where an export lies: in the client's folder, or in an archive or workbook that lies there.
struct ExportName: Sendable {
  /// Relative to the client's folder; what lies in a container stands behind its path.
  let path: String
  /// As shown to the person.
  let shownAs: String
  /// SHA-256 of the bytes.
  let digest: String
  /// Its records are rows of a sheet.
  let isSheet: Bool

  init(path: String, shownAs: String, digest: String, isSheet: Bool = false) {
    self.path = path
    self.shownAs = shownAs
    self.digest = digest
    self.isSheet = isSheet
  }

  /// Something inside this container.
  func inside(_ name: String, digest: String, isSheet: Bool = false) -> ExportName {
    ExportName(
      path: "\(path)/\(name)", shownAs: "\(shownAs)/\(name)", digest: digest, isSheet: isSheet)
  }
}
