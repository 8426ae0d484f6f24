/// What a `Template` holds, behind one reference: a small text is rendered in less time than it takes
/// to count the references of a dozen arrays.
final class CompiledTemplate: Sendable {
  let program: ProgramReference
  let shape: Shape
  let mode: Template.Mode
  let missingNames: Template.MissingNames
  let limits: Limits
  let partials: TemplateFinder
  let variables: [String]

  init(
    _ program: Program, shape: Shape, mode: Template.Mode, missingNames: Template.MissingNames,
    limits: Limits, partials: @escaping TemplateFinder
  ) {
    self.program = ProgramReference(program)
    self.shape = shape
    self.mode = mode
    self.missingNames = missingNames
    self.limits = limits
    self.partials = partials
    var seen: Set<String> = []
    variables = program.uses.map(\.path).filter { seen.insert($0).inserted }
  }
}

/// A finished program.
final class ProgramReference: Sendable {
  let content: Program

  init(_ program: Program) {
    content = program
  }
}
