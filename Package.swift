// swift-tools-version: 6.2
import PackageDescription

// One row a module: its name, then what it may import. Tests/PackageTests/WallTests.swift holds
// every `import` line in Sources against this table.

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  // Generic code that is called across a wall is made for its types, as within one module.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func module(_ name: String, _ imports: Target.Dependency...) -> Target {
  .target(
    name: name, dependencies: imports, exclude: ["README.md"], swiftSettings: swiftSettings)
}

func tests(_ name: String, _ imports: Target.Dependency...) -> Target {
  .testTarget(name: name, dependencies: imports, swiftSettings: swiftSettings)
}

// libFuzzer has a `main` of its own, so that a build for it leaves that of the mutations out.
let fuzzing: [SwiftSetting] =
  Context.environment["DIBAO_FUZZ"] == nil ? [] : [.define("FUZZ")]

let package = Package(
  name: "dibao",
  products: [.executable(name: "dibao", targets: ["dibao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CMemory"),
    .systemLibrary(
      name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CReference", exclude: ["Data"]),

    module("Model"),
    module("Reference", "Model", "CReference"),
    module("Cleaning", "Model", "CLibxml2", yams),
    module("Extraction", "Model", "Reference"),
    module("Corpus", "Model", "Reference", crypto),
    module("Storage", "Model", "CXlsxwriter", "CZlib", crypto, database),
    module("Export", "Model", "Storage"),
    module(
      "Batch", "Model", "Reference", "Cleaning", "Extraction", "Corpus", "Storage", "Export",
      "CMemory", logging),
    .executableTarget(
      name: "dibao", dependencies: ["Batch", "Model", arguments], exclude: ["README.md"],
      swiftSettings: swiftSettings,
      // The id by which the state knows this build from others.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--build-id=sha1"])]),
    .executableTarget(
      name: "dibao-bench",
      dependencies: ["Corpus", "Extraction", "Export", "Model", "Reference", "Storage"],
      exclude: ["README.md"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "dibao-fuzz",
      dependencies: ["Batch", "Cleaning", "Export", "Extraction", "Model", "Reference", "Storage"],
      exclude: ["README.md"], swiftSettings: swiftSettings + fuzzing),

    tests("ModelTests", "Model"),
    tests("ReferenceTests", "Reference"),
    tests("CleaningTests", "Cleaning"),
    tests("ExtractionTests", "Extraction", "Reference"),
    tests("CorpusTests", "Corpus"),
    tests("StorageTests", "Storage"),
    tests("ExportTests", "Export", database),
    tests("BatchTests", "Batch", "Export", "Model", "Storage", "dibao"),
    tests("PackageTests"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
