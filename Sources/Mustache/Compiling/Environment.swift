/// The arguments that a template was given for its blocks, `{{$name}}`.
final class Environment {
  struct Argument {
    var block: Piece.Block
    /// Of the template that gives it: its own names of blocks mean those of that template.
    var position: Compiler.Position
  }

  /// What tells one argument from another.
  struct Binding: Hashable {
    var name: String
    var source: String
    var offset: Int
    var indentation: [UInt8]
    var environment: Int
  }

  /// Equal for equal arguments.
  let id: Int
  let arguments: [String: Argument]
  /// Names of blocks that were met in the template and in what it includes.
  var metBlocks: Set<String> = []

  init(id: Int, arguments: [String: Argument]) {
    self.id = id
    self.arguments = arguments
  }
}
