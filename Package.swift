// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "peil",
  products: [
    .executable(name: "peil", targets: ["PeilCLI"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What could be a package of its own: none of these knows a report.

    // A problem, its place in a file, and how a person reads it.
    .target(name: "Diagnostics"),
    // Files read within limits and written all at once.
    .target(name: "FileSystem", dependencies: ["Diagnostics"]),
    // JSON in the order of its writing: the same calls give the same bytes.
    .target(name: "JSON"),
    // Settings and translations with the place of every entry.
    .target(name: "YAML", dependencies: ["Diagnostics", "Yams"]),

    // Tests mirror the folders of their target.

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "FileSystemTests", dependencies: ["Diagnostics", "FileSystem", "TestSupport"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "YAMLTests", dependencies: ["Diagnostics", "YAML"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
