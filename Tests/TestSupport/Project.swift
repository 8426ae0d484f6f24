import Foundation

/// The project as tests find it: they are run from a checkout.
public enum Project {
  /// The folder with `Package.swift`.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  public static let templates = "\(root)/templates"
  public static let data = "\(root)/data"

  /// The folder of shared samples, when it is there: `PEIL_SHARED`, by default `../shared`.
  public static let shared: String? = {
    let path = ProcessInfo.processInfo.environment["PEIL_SHARED"] ?? "\(root)/../shared"
    return FileManager.default.fileExists(atPath: "\(path)/exports") ? path : nil
  }()
}
