import CSV
import Diagnostics
import FileSystem
import PeilModel

// Archives and workbooks: each file and each sheet inside is an export of its own, with the
// container's path before its name.
extension ClientLoader {
  mutating func loadArchive(_ bytes: FileBytes, of file: ExportName, depth: Int) {
    let place = Place(file: file.shownAs)
    let archive: ZipArchive
    do throws(ZipArchive.Problem) {
      archive = try ZipArchive(bytes)
    } catch {
      tell(.unreadableArchive(error, at: place))
      return
    }
    do throws(Workbook.Problem) {
      if let workbook = try Workbook(archive) {
        load(workbook, of: file)
        return
      }
    } catch {
      tellUnreadable(error, at: place)
      return
    }
    guard archive.entry(named: "[Content_Types].xml") == nil,
      archive.entry(named: "mimetype") == nil
    else {
      tell(.foreignFile(.document, at: place))
      return
    }
    guard depth == 0 else {
      tell(.foreignFile(.nestedArchive, at: place))
      return
    }
    for entry in archive.entries where !entry.isHidden {
      do throws(ZipArchive.Problem) {
        let content = try archive.bytes(of: entry)
        let name = file.inside(entry.name, digest: content.withBuffer { sha256($0) })
        load(content, of: name, depth: depth + 1)
      } catch {
        let name = file.inside(entry.name, digest: "").shownAs
        let problem = Diagnostic.unreadableArchive(error, at: Place(file: name))
        if case .damaged(_, let partial) = error {
          tellDamaged(partial, problem)
        } else {
          tell(problem)
        }
      }
    }
  }

  mutating func loadXML(_ bytes: FileBytes, of file: ExportName) {
    let place = Place(file: file.shownAs)
    do throws(Workbook.Problem) {
      guard let workbook = try Workbook(xml: bytes) else {
        tell(.foreignFile(.xml, at: place))
        return
      }
      load(workbook, of: file)
    } catch {
      tellUnreadable(error, at: place)
    }
  }

  mutating func loadCompound(_ bytes: FileBytes, of file: ExportName) {
    let place = Place(file: file.shownAs)
    do throws(CompoundFile.Damaged) {
      let compound = try CompoundFile(bytes)
      do throws(Workbook.Problem) {
        guard let workbook = try Workbook(compound) else {
          tell(.foreignFile(compound.has("Book") ? .oldWorkbook : .document, at: place))
          return
        }
        load(workbook, of: file)
      } catch {
        tellUnreadable(error, at: place)
      }
    } catch {
      tellUnreadable(.malformed("its parts do not hang together", rows: []), at: place)
    }
  }

  private mutating func tellUnreadable(_ problem: Workbook.Problem, at place: Place) {
    let rows: [UInt8] = if case .malformed(_, let rows) = problem { rows } else { [] }
    tellDamaged(rows, .unreadableWorkbook(problem, at: place))
  }

  private mutating func load(_ workbook: Workbook, of file: ExportName) {
    unknownSheets = []
    for sheet in workbook.sheets {
      let name = file.inside(sheet.name, digest: sha256(sheet.bytes), isSheet: true)
      loadText(FileBytes(sheet.bytes), of: name)
    }
    if let names = unknownSheets, !names.isEmpty {
      tell(.unknownSheets(names.map { $0.lastPart }, at: Place(file: file.shownAs)))
    }
    unknownSheets = nil
  }
}

extension ZipArchive.Entry {
  /// What the Macintosh puts beside files.
  fileprivate var isHidden: Bool {
    name.hasPrefix("__MACOSX/") || name.lastPart.hasPrefix(".")
  }
}

extension String {
  fileprivate var lastPart: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }
}
