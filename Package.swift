// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "peil",
  products: [
    .executable(name: "peil", targets: ["PeilCLI"]),
    // For the benchmarks, which are packages of their own.
    .library(name: "CSV", targets: ["CSV"]),
    .library(name: "Calendars", targets: ["Calendars"]),
    .library(name: "LibXML2", targets: ["LibXML2"]),
    .library(name: "Mustache", targets: ["Mustache"]),
    .library(name: "PeilPipeline", targets: ["PeilPipeline"]),
    .library(name: "Statistics", targets: ["Statistics"]),
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
    // Bytes to records with positions.
    .target(name: "CSV", dependencies: ["CByteMasks", "Diagnostics", "FileSystem"]),
    // How the C library deals with memory.
    .systemLibrary(name: "CMalloc"),
    // What a scan finds in 64 bytes, as the bits of a word.
    .systemLibrary(name: "CByteMasks"),
    // Days, weeks, months; a time zone as a table of its transitions.
    .target(name: "Calendars"),
    // Names and labels as they are compared.
    .target(name: "TextFolding"),
    // The closed tables of elements and attributes that a page may hold.
    .target(name: "HTMLDialect"),
    // The C door of Debian's libxml2-dev.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // The C door of Debian's libzip-dev.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // libxml2 as Swift values.
    .target(name: "LibXML2", dependencies: ["CLibXML2", "Diagnostics"]),
    // The C door of Debian's libcmark-dev.
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    // Template text to program to escaped output.
    .target(name: "Mustache", dependencies: ["Diagnostics", "HTMLDialect"]),
    // Numbers to estimates with intervals.
    .target(name: "Statistics"),
    // Numbers to placed marks and labels: geometry without markup.
    .target(name: "Charts"),

    // Peil itself, in the order of the flow.

    // Client, platform, post, month, and the units they are counted in.
    .target(
      name: "PeilModel",
      dependencies: ["Calendars", .product(name: "Crypto", package: "swift-crypto")]),
    // Data folder to model.
    .target(
      name: "PeilLoading",
      dependencies: [
        "CSV", "CZip", "Calendars", "Diagnostics", "FileSystem", "LibXML2", "PeilModel",
        "TextFolding", "YAML",
      ]),
    // Model to findings.
    .target(
      name: "PeilAnalysis",
      dependencies: ["CByteMasks", "Calendars", "PeilModel", "Statistics", "TextFolding"]),
    // Findings to checked page.
    .target(
      name: "PeilReport",
      dependencies: [
        "CByteMasks", "CCMark", "Calendars", "Charts", "Diagnostics", "FileSystem", "HTMLDialect",
        "JSON", "LibXML2", "Mustache", "PeilAnalysis", "PeilModel", "YAML",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Printing/report.schema.json"]),
    // Every client of one run.
    .target(
      name: "PeilPipeline",
      dependencies: [
        "CMalloc", "Calendars", "Diagnostics", "FileSystem", "JSON", "PeilAnalysis", "PeilLoading",
        "PeilModel", "PeilReport", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Arguments, printing, exit codes.
    .executableTarget(
      name: "PeilCLI",
      dependencies: [
        "Diagnostics", "FileSystem", "JSON", "Mustache", "PeilModel", "PeilPipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests mirror the folders of their target.

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    // libxml2's reader of HTML, which only tests use.
    .systemLibrary(
      name: "CLibXML2HTML", path: "Tests/CLibXML2HTML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .testTarget(
      name: "CSVTests", dependencies: ["CSV", "Diagnostics", "FileSystem", "TestSupport"]),
    .testTarget(name: "CalendarsTests", dependencies: ["Calendars"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "FileSystemTests", dependencies: ["Diagnostics", "FileSystem", "TestSupport"]),
    .testTarget(name: "HTMLDialectTests", dependencies: ["HTMLDialect"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "LibXML2Tests", dependencies: ["LibXML2"]),
    .testTarget(
      name: "MustacheTests", dependencies: ["CLibXML2HTML", "Diagnostics", "Mustache"],
      exclude: ["Cases"]),
    .testTarget(
      name: "PeilAnalysisTests",
      dependencies: [
        "Calendars", "Mustache", "PeilAnalysis", "PeilModel", "Statistics", "TestSupport",
        "TextFolding", "YAML",
      ]),
    .testTarget(name: "PeilCLITests", dependencies: ["PeilCLI", "TestSupport"]),
    .testTarget(
      name: "PeilLoadingTests",
      dependencies: [
        "CSV", "Calendars", "Diagnostics", "FileSystem", "PeilLoading", "PeilModel", "TestSupport",
        "YAML",
      ]),
    .testTarget(
      name: "PeilPipelineTests",
      dependencies: ["Diagnostics", "FileSystem", "PeilAnalysis", "PeilPipeline", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "PeilReportTests",
      dependencies: [
        "Calendars", "Charts", "Diagnostics", "FileSystem", "HTMLDialect", "LibXML2", "Mustache",
        "PeilAnalysis", "PeilModel", "PeilReport", "TestSupport",
      ],
      exclude: ["Checking/Pages", "Checking/Schema", "Figures/Golden"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
    .testTarget(name: "TextFoldingTests", dependencies: ["TextFolding"]),
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

// Tests compute a great deal: simulations, mutants, whole reports. Optimised, with assertions, they take an
// eighth of the time.
for target in package.targets where [.regular, .executable].contains(target.type) {
  target.swiftSettings?.append(
    .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug)))
}
