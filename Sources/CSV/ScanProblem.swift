import Diagnostics

extension RecordScanner {
  /// Why a scan ended early, with offsets in the buffer. Cheap, because looking for the delimiter tries
  /// what does not fit; the lines are counted when somebody asks for the diagnostic.
  enum Problem: Sendable {
    case quoteInField(at: Int)
    case recordTooLong(from: Int, limit: Int)
    case textAfterQuote(at: Int, opened: Int)
    case tooManyFields(from: Int, limit: Int)
    case tooManyFieldsInFile(limit: Int)
    case unclosedQuote(at: Int)

    func diagnostic(in file: CSVFile) -> Diagnostic {
      switch self {
      case .quoteInField(let position):
        CSVMessages.quoteInField(file.place(at: position))
      case .recordTooLong(let start, let limit):
        CSVMessages.recordTooLong(file.place(at: start), limit: limit)
      case .textAfterQuote(let position, let opened):
        CSVMessages.textAfterQuote(file.place(at: position), opened: file.place(at: opened))
      case .tooManyFields(let start, let limit):
        CSVMessages.tooManyFields(file.place(at: start), limit: limit)
      case .tooManyFieldsInFile(let limit):
        CSVMessages.tooManyFieldsInFile(file.name, limit: limit)
      case .unclosedQuote(let position):
        CSVMessages.unclosedQuote(file.place(at: position))
      }
    }
  }
}
