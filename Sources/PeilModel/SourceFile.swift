package import Calendars

/// An export as it was found in a client's folder.
package struct SourceFile: Equatable, Sendable {
  /// Index in the list of the client's files, in the order of their paths.
  package struct ID: Hashable, Comparable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
    package static func < (a: ID, b: ID) -> Bool { a.index < b.index }
  }

  /// Relative to the client's folder, with `/`.
  package var path: String
  /// The name of the format, as `peil inspect` prints it: `meta-instagram-posts`.
  package var format: String
  package var kind: Kind
  package var platform: Platform?
  /// Records found, without header, preamble and blank ones. Always `used` plus all of `skipped`.
  package var records: Int
  package var used: Int
  package var skipped: [Skipped]
  /// The first and last day that the data of this file speak of.
  package var days: ClosedRange<Day>?
  /// The day on which the export was made, as far as the platform wrote it down; else the last day
  /// with data. Never the file's own time.
  package var asOf: Day?
  package var sums: [Sum]
  package var unusedColumns: [String]
  /// The labels of columns, or the titles, by which its kind was told.
  package var recognisedBy: [String]
  /// What was taken for granted to read the file: clock, code page, decimal sign.
  package var assumptions: [String]
  /// Totals that the platform wrote below or above its records and that these do not add up to.
  package var differences: [Difference]
  /// Whether every post of `days` stands in it; a list of the best ones does not hold the others.
  package var isComplete: Bool
  /// Of the bytes, in lower-case hexadecimal.
  package var sha256: String

  package init(
    path: String, format: String, kind: Kind, platform: Platform?, sha256: String
  ) {
    self.path = path
    self.format = format
    self.kind = kind
    self.platform = platform
    self.records = 0
    self.used = 0
    self.skipped = []
    self.sums = []
    self.unusedColumns = []
    self.recognisedBy = []
    self.assumptions = []
    self.differences = []
    self.isComplete = true
    self.sha256 = sha256
  }

  /// What the records of a file are about.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case posts
    case postLog = "post-log"
    case followers, traffic, costs, conversations, audience
    case advertising
    case dailySeries = "daily-series"
    /// What no belief needs: read, added up and shown by `peil inspect`.
    case reference
  }

  package struct Skipped: Equatable, Sendable {
    package var reason: SkipReason
    package var count: Int

    package init(_ reason: SkipReason, _ count: Int) {
      self.reason = reason
      self.count = count
    }
  }

  /// The total of one measure over the records that were used.
  package struct Sum: Equatable, Sendable {
    package var measure: String
    package var total: Double

    package init(_ measure: String, _ total: Double) {
      self.measure = measure
      self.total = total
    }
  }
}

extension SourceFile {
  /// A total of the platform's and what the records beside it come to.
  package struct Difference: Equatable, Sendable {
    package var measure: String
    package var total: Double
    package var sum: Double

    package init(_ measure: String, total: Double, sum: Double) {
      self.measure = measure
      self.total = total
      self.sum = sum
    }
  }
}

/// Why a record of an export is not counted.
package enum SkipReason: String, CaseIterable, Error, Hashable, Sendable {
  /// The platform wrote a sentence instead of figures.
  case platformError = "platform-error"
  /// A collaborator's post, listed under another account.
  case otherAccount = "other-account"
  /// The same thing stands in an export made later, or further down in this one.
  case superseded
  /// A total over records that are counted already.
  case total
  /// Visits from a source that is none of the client's platforms.
  case otherSource = "other-source"
  /// A field that must be there is blank.
  case incomplete
  /// Its platform is not among the client's in the settings.
  case otherPlatform = "other-platform"
  /// The post was deleted: the export holds its figures without id or date.
  case deleted
  /// A reply to somebody else, which stands among the posts.
  case reply
  /// Hours that were worked for another client.
  case otherClient = "other-client"
  /// The platform wrote that it measured nothing.
  case notMeasured = "not-measured"
  /// Its fields do not fit the header: somebody's program broke the record.
  case damaged
  /// Something that holds for the whole file could not be told from it.
  case unreadable
  /// A sentence below the table.
  case footer
  /// A line of a table kept by hand that begins with `#`.
  case remark
  /// A log entry about a post that stands in no export.
  case noSuchPost = "no-such-post"
}

/// A record of an export, so that a figure can be traced back to it.
package struct SourceRecord: Hashable, Sendable {
  // Four bytes each: everything that is observed has one of these. `file`, as it is kept.
  package let fileNumber: UInt32
  /// `line`, as it is kept: who reads many records of a file sets it from one to the next.
  package var lineNumber: UInt32

  package init(file: SourceFile.ID, line: Int) {
    fileNumber = UInt32(file.index)
    lineNumber = UInt32(line)
  }

  package var file: SourceFile.ID { SourceFile.ID(Int(fileNumber)) }

  /// The line of the file on which the record begins, counted from 1.
  package var line: Int { Int(lineNumber) }
}

extension SourceRecord: Comparable {
  package static func < (a: SourceRecord, b: SourceRecord) -> Bool {
    (a.fileNumber, a.lineNumber) < (b.fileNumber, b.lineNumber)
  }
}
