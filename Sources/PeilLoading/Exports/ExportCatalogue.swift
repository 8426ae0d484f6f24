/// All formats that are known, with their labels turned round: what a label means in which of them.
package struct ExportCatalogue: Sendable {
  let formats: [ExportFormat]
  let metaTitles: MetaTitles
  private let meanings: [String: [Meaning]]
  private let exclusions: [String: [Int]]
  private let signatures: [FieldSet]

  /// What the program brings; nothing of an agency's own.
  package static let standard = ExportCatalogue(ExportFormat.all)

  /// One use of a label.
  private struct Meaning {
    /// Index in `formats`.
    let format: Int
    let field: Field
    /// Place among the labels of the field: the first one that is there wins.
    let rank: Int
  }

  init(_ formats: [ExportFormat], metaTitles: MetaTitles = .standard) {
    self.formats = formats
    self.metaTitles = metaTitles
    var meanings: [String: [Meaning]] = [:]
    var exclusions: [String: [Int]] = [:]
    for (index, format) in formats.enumerated() {
      for (field, labels) in format.columns {
        for (rank, label) in labels.enumerated() {
          meanings[label, default: []].append(Meaning(format: index, field: field, rank: rank))
        }
      }
      for label in format.excluded { exclusions[label, default: []].append(index) }
    }
    self.meanings = meanings
    self.exclusions = exclusions
    signatures = formats.map { FieldSet($0.signature) }
  }

  /// The formats whose signature a header has, in the order of `formats`.
  ///
  /// - Parameter labels: As `HeaderLabel` folds them.
  func fitting(_ labels: [String]) -> [ExportFormat] {
    var present = [FieldSet](repeating: [], count: formats.count)
    var known = [Int](repeating: 0, count: formats.count)
    var touched: [Int] = []
    for label in labels {
      for meaning in meanings[label] ?? [] {
        if present[meaning.format].isEmpty { touched.append(meaning.format) }
        known[meaning.format] += 1
        present[meaning.format].formUnion(FieldSet(meaning.field))
      }
    }
    let excluded = Set(labels.flatMap { exclusions[$0] ?? [] })
    return touched.sorted().filter { index in
      signatures[index].isSubset(of: present[index]) && !excluded.contains(index)
        && formats[index].width.map { $0 == labels.count && known[index] >= $0 } ?? true
    }.map { formats[$0] }
  }

  /// Where the fields of a format stand in a header that fits it.
  ///
  /// - Returns: The columns, and the labels that no field has, in the order of the file.
  func columns(
    of format: ExportFormat, in labels: [String]
  ) -> (columns: FieldColumns, unused: [String]) {
    guard let index = formats.firstIndex(where: { $0.name == format.name }) else {
      return (FieldColumns(), labels)
    }
    var best: [Field: (rank: Int, places: [Int])] = [:]
    var known: Set<Int> = []
    for (place, label) in labels.enumerated() {
      for meaning in meanings[label] ?? [] where meaning.format == index {
        let old = best[meaning.field]
        if old.map({ meaning.rank < $0.rank }) ?? true {
          best[meaning.field] = (meaning.rank, [place])
        } else if old?.rank == meaning.rank {
          best[meaning.field]?.places.append(place)
        }
        known.insert(place)
      }
    }
    var columns = FieldColumns()
    for (field, found) in best { columns.set(field, found.places) }
    let unused = labels.indices.filter { !known.contains($0) && !labels[$0].isEmpty }
    return (columns, unused.map { labels[$0] })
  }

  /// The format of which most of the signature is there, if at least half of it is.
  func nearest(to labels: [String]) -> (format: String, missing: [String])? {
    let candidates = formats.filter { $0.width == nil }.map { format in
      (format: format.name, missing: format.missing(in: labels), count: format.signature.count)
    }.filter { !$0.missing.isEmpty }
    let best = candidates.min {
      (Double($0.missing.count) / Double($0.count), $0.format)
        < (Double($1.missing.count) / Double($1.count), $1.format)
    }
    guard let best, best.missing.count * 2 <= best.count else { return nil }
    return (best.format, best.missing)
  }
}

extension ExportFormat {
  /// The first label of each field of the signature that is not there.
  fileprivate func missing(in labels: [String]) -> [String] {
    signature.compactMap { field in
      let known = columns[field] ?? []
      return known.contains(where: labels.contains) ? nil : known.first ?? field.name
    }
  }
}
