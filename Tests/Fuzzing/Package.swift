// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "peil", path: "../..")],
  targets: [
    // Random bytes as templates, with libFuzzer.
    .executableTarget(
      name: "fuzz-templates", dependencies: [.product(name: "Mustache", package: "peil")])
  ],
  swiftLanguageModes: [.v6]
)
