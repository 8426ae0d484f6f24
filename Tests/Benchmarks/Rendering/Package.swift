// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "rendering-benchmark",
  dependencies: [.package(name: "peil", path: "../../..")],
  targets: [
    // Renders the page that other template engines are measured with.
    .executableTarget(
      name: "render-peil", dependencies: [.product(name: "Mustache", package: "peil")])
  ],
  swiftLanguageModes: [.v6]
)
