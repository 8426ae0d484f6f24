import ArgumentParser
import PeilPipeline

/// Where the agency's folder and its templates are.
struct FolderOptions: ParsableArguments {
  @OptionGroup var agency: AgencyFolderOption

  @OptionGroup var theme: TemplateOptions

  /// A request with these folders, for this program.
  func request(output: String) -> RunRequest {
    var request = RunRequest(
      templates: theme.deliveredTemplates, program: "Peil \(Peil.release)",
      programDigest: ProgramFiles.digest)
    request.data = agency.folder
    request.ownTemplates = theme.templates
    request.output = output
    return request
  }
}

/// Where templates are.
struct TemplateOptions: ParsableArguments {
  @Option(
    help: """
      A folder of templates that lies over the delivered ones file by file. Without it: only the \
      delivered ones, in templates/ here or beside the program.
      """)
  var templates: String?

  /// `templates/` here, else beside the program as an installation has it.
  var deliveredTemplates: String {
    ProgramFiles.exists("templates/report.mustache")
      ? "templates" : ProgramFiles.installedTemplates
  }
}
