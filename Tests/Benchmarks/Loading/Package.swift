// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "loading-benchmark",
  dependencies: [.package(name: "peil", path: "../../..")],
  targets: [
    // Reads a fleet of clients as dataframe engines do, and as the program does.
    .executableTarget(
      name: "load-peil",
      dependencies: [
        .product(name: "CSV", package: "peil"), .product(name: "Calendars", package: "peil"),
        .product(name: "PeilPipeline", package: "peil"),
        .product(name: "Statistics", package: "peil"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
