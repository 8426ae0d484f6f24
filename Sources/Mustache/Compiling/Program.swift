/// A compiled template: operations in a row, each with the text that is written before it.
///
/// It never changes after it is made, so any number of threads may run it.
struct Program {
  var operations: [Operation] = []
  /// The text of all operations, with `PackedValue.slack` bytes behind it.
  var literals: [UInt8] = []
  /// How names are found; operations refer to them.
  var accesses: [Access] = []
  /// Slots and names that accesses refer to.
  var steps: [Int32] = []
  /// What is written for each access.
  var uses: [NameUse] = []
  var sites: [Site] = []
  var filters: [[Filter]] = []
  /// Names that are looked up while rendering.
  var names: [String] = []
  /// Fields of records by index of `names`, for lookups that pass through typed contexts.
  var recordFields: [[Int32: Int]] = []
  /// Of the value itself: index in `recordFields`, or -1.
  var rootRecord: Int32 = -1
  /// For each `choose`: names of templates and the operations where they begin.
  var choices: [[(name: [UInt8], start: Int)]] = []
  /// For each `call`: the partial, and the tag that puts it in.
  var calls: [(name: String, source: TemplateSource, range: Range<Int>)] = []
}

struct Operation {
  enum Code: UInt8 {
    /// Writes its text; the program ends.
    case end
    case value
    /// As `value`, `section` and `inverted`, with filters behind the name.
    case filteredValue
    case filteredSection
    case filteredInverted
    /// Goes to `target` when the value is false, else enters it.
    case section
    /// Repeats the section from `target` for the next item, else leaves it.
    case endSection
    /// As `endSection`, of a section whose value a filter made.
    case endFilteredSection
    /// Goes to `target` when the value is true.
    case inverted
    case jump
    /// Runs the routine at `target`; `access` is an index of `calls`.
    case call
    /// Renders the template that the value names.
    case include
    /// Goes on at the operation that belongs to the value in `choices[target]`.
    case choose
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

/// How the value of a name is reached from the stack of contexts; all of its numbers.
struct Access {
  enum Start {
    /// `up` contexts out from the innermost.
    case context
    /// The innermost context that has the name `name`, searched while rendering.
    case search
    /// The innermost context, if it has the name `name`.
    case anchoredSearch
    case position(LoopPosition)
  }

  var start: Start
  var up = 0
  var name: Int32 = -1
  /// Fields of records inside of each other: a range of the program's `steps`.
  var slots = 0..<0
  /// Fields of objects inside of them, by name: a range of the program's `steps`.
  var tail = 0..<0
  /// Index in `sites` where the value may be a function or name a template, or -1.
  var site = -1
  /// Index in the program's `filters`, or -1.
  var filters = -1
}

/// A name as it is written, for messages and provenance.
struct NameUse {
  /// Dotted, from the top of the view.
  var path: String
  var shape: Shape
  var source: TemplateSource
  var range: Range<Int>
}

/// What has to be known to compile a template while rendering.
struct Site {
  var scope: Scope
  var html: HTMLContext?
  var indentation: [UInt8]
  var source: TemplateSource
  /// Of a section: its unrendered text.
  var body = 0..<0
  var delimiters = Delimiters.standard
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
