// swift-tools-version: 6.2
import PackageDescription

/// `make fuzz` sets it: the libraries are then built with libFuzzer and AddressSanitizer, and the
/// program that fuzzes them with them. Nobody else builds either.
let isFuzzing = Context.environment["RAPPORTEUR_FUZZ"] != nil
let sanitizers = ["-sanitize=fuzzer,address"]

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ] + (isFuzzing ? [.unsafeFlags(sanitizers + ["-enable-testing"])] : [])

/// What is optimized in debug builds too, with its assertions: the geometry of sets, where an export of
/// the tests is some thirty times as slow otherwise. All libraries so would cost more to build than
/// the tests save.
let optimized =
  settings + [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))]

let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The floors that every stage stands on, from the ground up; `Sources/README.md` says what each holds.
/// A floor may use those before it and what stands beside it here.
let floors: [(name: String, besides: [Target.Dependency])] = [
  ("Basics", ["BigInt", "CBytes", "CCrypto", "CLinux", "CUtf8proc", "CXxhash"]),
  ("Phrases", []),
  ("Tabular", ["CBytes", "CLibCSV"]),
  ("Questionnaire", ["CPcre2"]),
  ("Register", []),
  ("SurveyTools", []),
  ("Findings", []),
  ("Statistics", ["BigInt"]),
  ("Tabulation", []),
  ("Definition", ["Yams"]),
  ("Interchange", []),
]

/// What every stage library may use, and nothing else: never another stage.
let shared = floors.map { Target.Dependency(stringLiteral: $0.name) }

let stages = [
  (module: "Ingestion", command: "ingest"),
  (module: "Normalization", command: "normalize"),
  (module: "Validation", command: "validate"),
  (module: "Aggregation", command: "aggregate"),
  (module: "Publication", command: "export"),
]

/// What single stages use besides: the first and the last open a source, to read it and to quote
/// what could not be used; the last prints what is released.
let besides: [String: [Target.Dependency]] = [
  "Ingestion": ["Containers"],
  "Publication": [
    "Containers", "Databases", "DisclosureControl", "Markdown", "Printing", "ReportProse",
    "StatisticalFiles", "Workbooks", mustache,
  ],
]

/// A stage: its library, and the executable that is only its command line.
func stage(_ library: String, command: String) -> [Target] {
  [
    .target(
      name: library, dependencies: shared + besides[library, default: []],
      swiftSettings: settings),
    .executableTarget(
      name: "rapporteur-\(command)",
      dependencies: [
        .target(name: library), "Basics", "Definition", "Interchange", "StageCommand",
        argumentParser,
      ],
      swiftSettings: settings),
  ]
}

func library(
  _ name: String, _ dependencies: [Target.Dependency], _ settings: [SwiftSetting] = settings
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    // Where its words are from stands beside them.
    exclude: name == "Phrases" ? ["README.md"] : [], swiftSettings: settings)
}

func tests(of name: String, and others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "_TestSupport"] + others,
    swiftSettings: settings)
}

/// Below Tests, since it is no part of the product; a target of this package all the same, since
/// `package` access ends where the package does.
let fuzzing = Target.executableTarget(
  name: "rapporteur-fuzz",
  dependencies: shared + [
    "Containers", "DisclosureControl", "Ingestion", "Normalization", "ReportProse", "_TestSupport",
  ],
  path: "Tests/Fuzzing", exclude: ["Corpus", "dictionary.txt", "fuzz.sh", "leaks.supp"],
  swiftSettings: settings,
  linkerSettings: [.unsafeFlags(sanitizers + ["-use-ld=lld"])])

let package = Package(
  name: "rapporteur",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: floors.indices.map { floor in
    library(floors[floor].name, Array(shared[..<floor]) + floors[floor].besides)
  } + [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CBytes"),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-gfm-dev"])]),
    .systemLibrary(
      name: "CCmarkExtensions", providers: [.apt(["libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCbc", providers: [.apt(["coinor-libcbc-dev"])]),
    // Loads the library of CCbc when it is asked for.
    .target(name: "CSolver"),
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CXxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CPcre2", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CReadstat", providers: [.apt(["libreadstat-dev"])]),
    .systemLibrary(name: "CSqlite", providers: [.apt(["libsqlite3-dev"])]),
    library("Containers", ["Basics", "Tabular", "CZlib", "CZip", "CExpat"]),
    library("Workbooks", ["Basics", "CXlsxWriter"]),
    library("Databases", ["Basics", "CSqlite"]),
    library("StatisticalFiles", ["Basics", "CReadstat"]),
    library("Markdown", ["CCmark", "CCmarkExtensions"]),
    library("Optimization", ["Basics", "CCbc", "CSolver"]),
    library("DisclosureControl", shared + ["Optimization"], optimized),
    library("Printing", shared + ["BigInt", "DisclosureControl"]),
    library("ReportProse", shared + ["CPcre2", "DisclosureControl", "Printing"]),
    library("Drafting", shared + ["Containers"]),
    library("Comparison", shared + ["DisclosureControl", "Printing"]),
    library("StageCommand", ["Basics", "Definition", "Interchange", argumentParser]),
    .executableTarget(
      name: "rapporteur",
      dependencies: [
        "Basics", "Comparison", "Definition", "Drafting", "Ingestion", "Interchange", "Tabular",
        "StageCommand", argumentParser,
      ],
      swiftSettings: settings),
  ]
    + stages.flatMap { stage($0.module, command: $0.command) }
    // What the stages report is tested where it is written down: with the pages, and end to end.
    + floors.indices.filter { floors[$0].name != "Findings" }.map { floor in
      tests(of: floors[floor].name, and: Array(shared[..<floor]) + floors[floor].besides)
    }
    + [
      library("_TestSupport", ["Definition", "DisclosureControl"]),
      tests(of: "Markdown"),
      tests(of: "Containers", and: ["Basics", "Tabular"]),
      tests(of: "Optimization"),
      tests(of: "Ingestion", and: shared),
      tests(of: "Normalization", and: shared),
      tests(of: "Validation", and: shared),
      tests(of: "Aggregation", and: shared),
      tests(of: "Drafting", and: shared),
      tests(of: "Comparison", and: shared),
      tests(of: "DisclosureControl", and: shared),
      tests(of: "Printing", and: shared + ["BigInt", "DisclosureControl"]),
      tests(of: "ReportProse", and: shared + ["DisclosureControl", "Printing"]),
      tests(
        of: "Publication",
        and: shared + [
          "Containers", "Databases", "DisclosureControl", "Markdown", "Printing", "ReportProse",
          "StatisticalFiles", "Workbooks", mustache,
        ]),
      .testTarget(
        name: "ArchitectureTests", dependencies: ["_TestSupport", "Findings"],
        swiftSettings: settings),
      .testTarget(
        name: "EndToEndTests",
        dependencies: [
          "_TestSupport", "Basics", "Definition", "Findings", "Interchange", "rapporteur",
        ]
          + stages.map { .target(name: "rapporteur-\($0.command)") },
        swiftSettings: settings),
    ]
    + (isFuzzing ? [fuzzing] : [])
)
