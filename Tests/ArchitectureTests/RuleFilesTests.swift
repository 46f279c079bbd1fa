import Findings
import Testing
import _TestSupport

/// Each finding rule is one file in the catalogue, and one of the same name where it is made.
struct RuleFilesTests {
  /// The rules that one check tells apart, by the file that words them.
  private static let together: [Rule: String] = [
    .strayQuote: "DamagedRecord", .openQuote: "DamagedRecord", .zeroByte: "DamagedRecord",
    .longRecord: "DamagedRecord",
    .ambiguousUnit: "UnknownUnit", .stateNotYet: "UnknownUnit",
    .stateNoLonger: "UnknownUnit",
  ]

  private static let ruleFiles = Repository.files(below: "Sources", withSuffix: ".swift").filter {
    $0.contains("/Rules/") && !$0.hasPrefix("Sources/Definition/")
  }

  /// `strayQuote` as `StrayQuote`.
  private static func fileName(_ rule: Rule) -> String {
    "\(rule)".prefix(1).uppercased() + "\(rule)".dropFirst()
  }

  @Test(arguments: Rule.allCases)
  func theEntryHasAFileOfTheRulesName(rule: Rule) throws {
    let text = try Repository.text(of: "Sources/Findings/Rules/\(Self.fileName(rule)).swift")
    #expect(text.contains("static let \(rule) = RuleEntry("))
  }

  @Test(arguments: Rule.allCases)
  func theStageWordsItInOneFileOfTheSameName(rule: Rule) throws {
    let wording = try Self.ruleFiles.filter { file in
      guard !file.hasPrefix("Sources/Findings/") else { return false }
      let name = Self.together[rule] ?? Self.fileName(rule)
      return try file.hasSuffix("/\(name).swift")
        && Repository.text(of: file).contains(".\(rule)")
    }
    #expect(wording.count == 1, "\(wording)")
  }

  @Test func theCatalogueHasNoFileOfAnotherName() {
    let known = Set(Rule.allCases.map { "Sources/Findings/Rules/\(Self.fileName($0)).swift" })
    #expect(Set(Self.ruleFiles.filter { $0.hasPrefix("Sources/Findings/") }) == known)
  }
}
