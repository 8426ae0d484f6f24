package import Calendars

/// What an account manager wrote about a client's month, as it lies in its file.
package struct NoteFile: Equatable, Sendable {
  package var month: Month
  /// The file as shown to the person.
  package var file: String
  package var bytes: [UInt8]

  package init(month: Month, file: String, bytes: [UInt8]) {
    self.month = month
    self.file = file
    self.bytes = bytes
  }
}
