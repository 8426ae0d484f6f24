// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "analysis-benchmark",
  dependencies: [.package(name: "peil", path: "../../..")],
  targets: [
    // Loads, measures and judges one client, as the first half of a run does.
    .executableTarget(
      name: "analyse-peil", dependencies: [.product(name: "PeilPipeline", package: "peil")])
  ],
  swiftLanguageModes: [.v6]
)
