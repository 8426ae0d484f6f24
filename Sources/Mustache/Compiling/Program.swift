/// A compiled template: operations in a row, each with the text that is written before it.
///
/// It never changes after it is made, so any number of threads may run it.
struct Program {
  var operations: [Operation] = []
  /// The text of all operations, with `PackedValue.slack` bytes behind it.
  var literals: [UInt8] = []
  /// How names are found; operations refer to them.
  var accesses: [Access] = []
  /// Names that are looked up while rendering.
  var names: [String] = []
  /// Fields of records by index of `names`, for lookups that pass through typed contexts.
  var recordFields: [[Int32: Int]] = []
  /// Of the value itself: index in `recordFields`, or -1.
  var rootRecord: Int32 = -1
}

struct Operation {
  enum Code: UInt8 {
    /// Writes its text; the program ends.
    case end
    case value
    /// Goes to `target` when the value is false, else enters it.
    case section
    /// Repeats the section from `target` for the next item, else leaves it.
    case endSection
    /// Goes to `target` when the value is true.
    case inverted
    case jump
    /// Runs the routine at `target`.
    case call
    case endRoutine
  }

  var code: Code
  var escaping: Escaping = .none
  /// A text with one of these traits cannot be copied as it is.
  var escapedTraits: TextTraits = []
  /// Contexts between the innermost and the one that the name is found in.
  var up: UInt8 = 0
  var slot: UInt16 = Operation.general
  /// Empty text counts as false.
  var isEmptyTextFalse = false
  var textStart: UInt32 = 0
  var textCount: UInt32 = 0
  var target: UInt32 = 0
  var access: UInt32 = 0
  /// Of the record that a section enters: index in `recordFields`, or -1.
  var record: Int32 = -1

  /// As `slot`: see the access.
  static let general = UInt16.max
  /// As `slot`: the context itself, `{{.}}`.
  static let current = UInt16.max - 1
}

/// How the value of a name is reached from the stack of contexts.
struct Access {
  enum Start {
    /// Counted from the innermost context.
    case context(up: Int)
    /// The innermost context that has this name, searched while rendering.
    case search(name: Int32, isAnchored: Bool)
    case position(LoopPosition)
  }

  var start: Start
  /// Fields of records, one inside the other.
  var slots: [Int] = []
  /// Fields of objects behind them.
  var tail: [Int32] = []
  /// The dotted name from the top of the view, for messages and provenance.
  var path: String
  /// What is written in the template.
  var text: String
  var source: TemplateSource
  var range: Range<Int>
}

/// What a loop knows about its current item.
enum LoopPosition: String, CaseIterable {
  /// From 1.
  case index = "-index"
  case first = "-first"
  case last = "-last"
  /// The first item is odd.
  case odd = "-odd"
}
