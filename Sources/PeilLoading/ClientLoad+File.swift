package import Calendars
import FileSystem
import PeilModel

extension ClientLoad {
  /// Understands one file on its own, for whichever client it is: records of all platforms are used.
  ///
  /// - Parameter path: As typed; it is shown as it is.
  package init(
    ofFile path: String, zone: TimeZoneTable, pacific: TimeZoneTable,
    catalogue: ExportCatalogue = .standard
  ) {
    let slash = path.lastIndex(of: "/")
    let folder = Folder(slash.map { String(path[..<$0]) } ?? ".")
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let file = InputFile(path: name, in: folder, shownAs: path)
    // Any slug will do: nothing of the client is looked at but its platforms.
    guard let slug = Client.Slug("file") else {
      self.init(data: ClientData(), diagnostics: [], isUnusable: true)
      return
    }
    let client = Client(
      slug: slug, name: "", language: LanguageCode("en"), platforms: Platform.allCases)
    var loader = ClientLoader(
      client: client,
      settings: ClientLoader.Settings(
        clocks: RecordReader.Clocks(agency: zone, pacific: pacific), currency: nil,
        catalogue: catalogue))
    loader.load(file)
    self = loader.finish()
    if !data.files.isEmpty { data.files[0].path = path }
  }
}
