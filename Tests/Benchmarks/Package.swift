// swift-tools-version: 6.2

import PackageDescription

// Apart, so that they see only what is public.
let package = Package(
  name: "peil-benchmarks",
  dependencies: [.package(name: "peil", path: "../..")],
  targets: [
    // Loads, measures and judges one client, as the first half of a run does.
    .executableTarget(
      name: "analyse-peil",
      dependencies: [.product(name: "PeilPipeline", package: "peil")],
      path: "Analysis", exclude: ["README.md"]),
    // Checks one page again and again, or only parses it.
    .executableTarget(
      name: "check-pages",
      dependencies: [
        .product(name: "LibXML2", package: "peil"), .product(name: "PeilPipeline", package: "peil"),
      ],
      path: "Checking", exclude: ["README.md", "measure"]),
    // Reads a fleet of clients as dataframe engines do, and as the program does.
    .executableTarget(
      name: "load-peil",
      dependencies: [
        .product(name: "CSV", package: "peil"), .product(name: "Calendars", package: "peil"),
        .product(name: "PeilPipeline", package: "peil"),
        .product(name: "Statistics", package: "peil"),
      ],
      path: "Loading", exclude: ["README.md"]),
    // Renders the page that other template engines are measured with.
    .executableTarget(
      name: "render-peil",
      dependencies: [.product(name: "Mustache", package: "peil")],
      path: "Rendering", exclude: ["README.md"]),
  ],
  swiftLanguageModes: [.v6]
)
