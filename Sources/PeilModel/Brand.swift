/// What makes a report look like the agency's own; all of it may be missing.
package struct Brand: Equatable, Sendable {
  /// Six hexadecimal digits behind `#`, as in `#0B5394`.
  package var brand: String?
  /// Of links; `nil` takes the brand's.
  package var accent: String?
  /// Behind the sheet of the report.
  package var ground: String?
  package var logo: BrandFile?
  /// For screens in dark mode; without it the logo stands on a white plate there.
  package var darkLogo: BrandFile?
  /// WOFF2, for headings.
  package var font: BrandFile?

  package init() {}
}

/// A picture or font of a settings folder, as it lies in its file.
package struct BrandFile: Equatable, Sendable {
  /// As shown to the person.
  package var file: String
  package var bytes: [UInt8]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// A report carries each of them in itself, so they are small.
  package static let largest = 60 << 10
}
