// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "checking-benchmark",
  dependencies: [.package(name: "peil", path: "../../..")],
  targets: [
    // Checks one page again and again, or only parses it.
    .executableTarget(
      name: "check-pages",
      dependencies: [
        .product(name: "LibXML2", package: "peil"), .product(name: "PeilPipeline", package: "peil"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
