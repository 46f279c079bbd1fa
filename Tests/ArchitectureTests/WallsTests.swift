import Foundation
import Testing
import _TestSupport

/// The walls between the modules: who may import whom. SwiftPM does not hold them, so the sources
/// are read.
struct WallsTests {
  /// Not Foundation: which letters are one to it changes with the toolchain, and so would the bytes.
  private static let standard: Set = ["Glibc"]
  /// The floors from the ground up, each with what it may import besides those before it.
  private static let floors: [(name: String, besides: Set<String>)] = [
    ("Basics", ["BigInt", "CBytes", "CCrypto", "CLinux", "CUtf8proc", "CXxhash", "Dispatch"]),
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
  private static let stageImports = Set(floors.map(\.name))
  private static let stages = [
    "Ingestion", "Normalization", "Validation", "Aggregation", "Publication",
  ]
  private static let commands = [
    "ingest": "Ingestion", "normalize": "Normalization", "validate": "Validation",
    "aggregate": "Aggregation", "export": "Publication",
  ]

  /// What each target may import besides `standard`.
  private static var allowed: [String: Set<String>] {
    var allowed: [String: Set<String>] = [
      "Containers": ["Basics", "Tabular", "CZlib", "CZip", "CExpat"],
      "Workbooks": ["Basics", "CXlsxWriter"],
      "Databases": ["Basics", "CSqlite"],
      "StatisticalFiles": ["Basics", "CReadstat"],
      "Markdown": ["CCmark", "CCmarkExtensions"],
      "Optimization": ["Basics", "CCbc", "CSolver"],
      "DisclosureControl": stageImports.union(["Optimization"]),
      "Printing": stageImports.union(["BigInt", "DisclosureControl"]),
      "ReportProse": stageImports.union(["CPcre2", "DisclosureControl", "Printing"]),
      "Drafting": stageImports.union(["Containers"]),
      "Comparison": stageImports.union(["DisclosureControl", "Printing"]),
      "StageCommand": ["Basics", "Definition", "Interchange", "ArgumentParser"],
      "rapporteur": [
        "Basics", "Comparison", "Definition", "Drafting", "Ingestion", "Interchange",
        "StageCommand", "Tabular", "ArgumentParser",
      ],
      "_TestSupport": ["Definition", "DisclosureControl", "Foundation"],
    ]
    for (index, floor) in floors.enumerated() {
      allowed[floor.name] = floor.besides.union(floors[..<index].map(\.name))
    }
    for stage in stages { allowed[stage] = stageImports }
    allowed["Ingestion"]?.insert("Containers")
    allowed["Publication"]?.formUnion([
      "Containers", "Databases", "DisclosureControl", "Markdown", "Printing", "ReportProse",
      "StatisticalFiles", "Workbooks", "Mustache",
    ])
    allowed["Aggregation"] = stageImports.union(["Dispatch"])
    for (command, library) in commands {
      allowed["rapporteur-\(command)"] = [
        library, "Basics", "Definition", "Interchange", "StageCommand", "ArgumentParser",
      ]
    }
    return allowed
  }

  static let sources = Repository.files(below: "Sources", withSuffix: ".swift")

  @Test(arguments: sources)
  func importsStayWithinTheWalls(file: String) throws {
    let target = file.split(separator: "/")[1]
    let allowed = try #require(Self.allowed[String(target)], "\(target) has no wall yet")
    for line in try Repository.text(of: file).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1
      else { continue }
      let module = String(words[position + 1])
      #expect(
        allowed.contains(module) || Self.standard.contains(module), "\(file) imports \(module)")
    }
  }

  @Test(arguments: sources)
  func filesAreShort(file: String) throws {
    let lines = try Repository.text(of: file).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= (file.contains("/rapporteur-") ? 120 : 400))
  }

  /// What was counted is read in one target after aggregation. Whatever prints, words or compares
  /// gets released figures, which have no way back to it: it names neither the type nor the folder.
  @Test(arguments: sources)
  func countsStayBehindDisclosureControl(file: String) throws {
    let target = String(file.split(separator: "/")[1])
    let readers: Set = [
      "Interchange", "Aggregation", "DisclosureControl", "rapporteur-aggregate", "_TestSupport",
    ]
    guard !readers.contains(target) else { return }
    let text = try Repository.text(of: file)
    #expect(!text.contains("AggregatedCell") && !text.contains("Stratum.read"))
    #expect(!text.contains("folder(of: .aggregate)") && !text.contains("Stage.aggregate"))
  }

  /// `unsafe` stands where bytes and C libraries are met, and nowhere else.
  @Test(arguments: sources)
  func unsafeCodeStaysInItsFiles(file: String) throws {
    let wrappers = [
      "Sources/Containers/Gzip.swift", "Sources/Markdown/MarkdownReader.swift",
      "Sources/Containers/ZipArchive.swift", "Sources/Containers/XMLReader.swift",
      "Sources/Optimization/IntegerProgram.swift",
      "Sources/Questionnaire/Expression/TextPattern.swift",
      "Sources/ReportProse/Prose/ProsePattern.swift",
    ]
    guard !file.hasPrefix("Sources/Basics/"), !file.hasPrefix("Sources/Tabular/"),
      !file.hasPrefix("Sources/Workbooks/"), !file.hasPrefix("Sources/Databases/"),
      !file.hasPrefix("Sources/StatisticalFiles/"),
      !wrappers.contains(file)
    else { return }
    let code = try Repository.text(of: file).split(separator: "\n").filter {
      !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
    }
    #expect(!code.contains { $0.contains("unsafe ") || $0.contains("unsafe(") })
  }

  /// Programs are silent on success: what they say goes through `StageCommand`.
  @Test(arguments: sources)
  func nothingIsPrinted(file: String) throws {
    guard !file.hasPrefix("Sources/_TestSupport/") else { return }
    let code = try Repository.text(of: file).split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(!code.contains { $0.hasPrefix("print(") || $0.hasPrefix("debugPrint(") })
  }

  @Test(arguments: sources)
  func nothingIsPublic(file: String) throws {
    let lines = try Repository.text(of: file).split(separator: "\n")
    #expect(!lines.contains { $0.trimmingCharacters(in: .whitespaces).hasPrefix("public ") })
  }

  /// What other targets use says what it is for.
  @Test(arguments: sources)
  func packageTypesAreDocumented(file: String) throws {
    let lines = try Repository.text(of: file).components(separatedBy: "\n")
    let keywords = ["struct", "class", "enum", "protocol", "actor"]
    for (number, line) in lines.enumerated() where number > 0 {
      let words = line.split(separator: " ")
      guard words.contains("package"),
        words.prefix(4).contains(where: { keywords.contains(String($0)) })
      else { continue }
      let before = lines[number - 1].trimmingCharacters(in: .whitespaces)
      let isNested = line.hasPrefix("  ")
      #expect(
        before.hasPrefix("///") || before.hasPrefix("@") || isNested,
        "\(file):\(number + 1) has no doc comment")
    }
  }

  /// Every question of the collections stays a matter of `Pipelines/`: no source names one.
  @Test func sourcesKnowNoSubject() throws {
    let words = [
      "migrant", "smuggling", "trafficking", "training-feedback", "criminaliz", "integrity-at-work",
      "misconduct", "household-waste", "compost", "field-records",
    ]
    for file in Self.sources {
      let text = try Repository.text(of: file).lowercased()
      for word in words {
        #expect(!text.contains(word), "\(file) says '\(word)'")
      }
    }
  }
}
