import Foundation

/// What a run of `peil` wrote and how it ended.
public struct CommandResult: Sendable {
  public let output: String
  public let errors: String
  public let exitCode: Int32
}

/// Runs the built program as a shell would, in a folder of its own.
///
/// - Parameters:
///   - input: For standard input; without it the input is empty.
///   - tool: A program with its arguments that runs it, such as strace.
///   - environment: Variables beside those of the tests.
public func runPeil(
  _ arguments: [String], in folder: String, input: String = "", under tool: [String] = [],
  environment: [String: String] = [:]
) throws -> CommandResult {
  try run(
    tool + [Project.program] + arguments, in: folder, input: input, environment: environment)
}

/// Runs any program as a shell would.
public func run(
  _ command: [String], in folder: String, input: String = "",
  environment: [String: String] = [:]
) throws -> CommandResult {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: command[0])
  process.arguments = Array(command.dropFirst())
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  // Files instead of pipes: a full pipe would stop the program.
  let files = try ["in", "out", "err"].map { name in
    let url = URL(fileURLWithPath: folder).appendingPathComponent(".peil-\(name)")
    try Data((name == "in" ? input : "").utf8).write(to: url)
    return url
  }
  defer { for file in files { try? FileManager.default.removeItem(at: file) } }
  process.standardInput = try FileHandle(forReadingFrom: files[0])
  process.standardOutput = try FileHandle(forWritingTo: files[1])
  process.standardError = try FileHandle(forWritingTo: files[2])
  try process.run()
  process.waitUntilExit()
  return CommandResult(
    output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
    errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
    exitCode: process.terminationStatus)
}

extension Project {
  /// The built program: it lies beside the test bundle.
  public static let program = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("peil").path
}
