import ArgumentParser

/// Where the agency's settings and its clients are.
struct AgencyFolderOption: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: """
      The agency's folder, with agency.yaml and clients/. Without it: data/ here, or the folder \
      that you are in when agency.yaml lies there.
      """)
  var named: String?

  var folder: String {
    named ?? (!ProgramFiles.exists("data") && ProgramFiles.exists("agency.yaml") ? "." : "data")
  }
}
