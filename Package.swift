// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: the sixth language mode (the tools version's own) and no warning let through.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A stage of the pipeline.
///
/// It may use the stages before it, and FoundationEssentials at most.
func stage(_ name: String, after dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Pipeline/\(name)",
    swiftSettings: strict)
}

let package = Package(
  name: "newsline",
  products: [
    .executable(name: "newsline", targets: ["NewslineCommand"]),
    .executable(name: "newsline-eval", targets: ["NewslineEval"]),
  ],
  dependencies: [
    // Subcommands, help and usage errors; it imports no Foundation on Linux.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SQLite: migrations, a pool of readers beside one writer, full-text search.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // The server: routing, graceful stop, tests through the router without a port.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    // The server's own notion of a graceful stop: listeners of the live line end by it, and it has a limit.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    // Templates that escape by default and hold no logic.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // Pages over HTTP: redirects, time-outs, limits on bodies.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // C libraries of the system: XML of feeds; gzip.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // What the product carries: lexicons and models compiled in by `#embed`.
    .target(name: "NewslineData", exclude: ["lexicons", "models", "site"]),
    .target(name: "Tables", dependencies: ["NewslineData"], swiftSettings: strict),

    // The integer loop that the syntax model's time goes into.
    .target(name: "Kernels"),

    .target(name: "Record", swiftSettings: strict),
    stage("Intake", after: ["Record", "Tables", "CZlib", "CLibXML2"]),
    stage("Pages", after: ["Record", "Tables", "Intake"]),
    stage("Syntax", after: ["Record", "Tables", "Kernels"]),
    stage("Knowledge", after: ["Record", "Tables"]),
    stage("Coding", after: ["Record", "Tables", "Syntax", "Knowledge"]),
    stage("Stories", after: ["Record"]),
    .target(
      name: "Newsline",
      dependencies: ["Record", "Tables", "Intake", "Pages", "Syntax", "Knowledge", "Coding"],
      swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: ["Record", "CZlib", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(name: "Exports", dependencies: ["Record", "Storage"], swiftSettings: strict),
    .target(
      name: "Fetching",
      dependencies: ["Intake", .product(name: "AsyncHTTPClient", package: "async-http-client")],
      swiftSettings: strict),
    .target(
      name: "Site",
      dependencies: [
        "Record", "Storage", "Knowledge", "Tables",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "NewslineCommand",
      dependencies: [
        "Newsline", "Storage", "Exports", "Fetching", "Site",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/newsline", swiftSettings: strict),
    .executableTarget(
      name: "NewslineEval",
      dependencies: [
        "Newsline", "Stories", "Coding", "Syntax",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/newsline-eval", swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    .testTarget(name: "RecordTests", dependencies: ["Record"], swiftSettings: strict),
    .testTarget(name: "TablesTests", dependencies: ["Tables"], swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "CZlib", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "PagesTests", dependencies: ["Pages", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "Kernels"], swiftSettings: strict),
    .testTarget(name: "KnowledgeTests", dependencies: ["Knowledge"], swiftSettings: strict),
    .testTarget(name: "CodingTests", dependencies: ["Coding"], swiftSettings: strict),
    .testTarget(name: "StoriesTests", dependencies: ["Stories"], swiftSettings: strict),
    .testTarget(name: "NewslineTests", dependencies: ["Newsline"], swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Record", "Storage", "Exports", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "FetchingTests",
      dependencies: [
        "Fetching", .product(name: "HummingbirdTesting", package: "hummingbird"),
      ], swiftSettings: strict),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Site", .product(name: "HummingbirdTesting", package: "hummingbird"),
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["Record", "NewslineCommand"],
      exclude: ["Golden"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)
