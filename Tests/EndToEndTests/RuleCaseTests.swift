import Findings
import Foundation
import Testing
import _TestSupport

/// A golden case for every rule: where it fires, and what looks alike and is left alone.
///
/// `Tests/Rules/fires` and `Tests/Rules/quiet` hold collections as data staff have them, and
/// `Tests/Rules/cases.csv` says what stands where.
struct RuleCaseTests {
  private static let fires = Result { try findings(of: "fires") }
  private static let quiet = Result { try findings(of: "quiet") }
  private static let cases = Result {
    CSVText.rows(try Repository.text(of: "Tests/Rules/cases.csv"))
  }

  private struct Run: Sendable {
    let workdir: Workdir
    /// The findings that are not settled, as `rule collection/source:line`.
    let found: Set<String>
    /// The program's rules of which a finding does not say what to do.
    let silent: Set<String>
  }

  private static func findings(of side: String) throws -> Run {
    let workdir = try Workdir()
    try workdir.copy("Tests/Rules/\(side)/Pipelines", to: "Pipelines")
    try workdir.copy("Tests/Rules/\(side)/Input", to: "Input")
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    var found: Set<String> = []
    var silent: Set<String> = []
    let pipelines = Repository.files(
      below: "Tests/Rules/\(side)/Pipelines", withSuffix: "pipeline.yaml")
    for name in pipelines.map({ $0.split(separator: "/").dropLast().last.map(String.init) ?? "" }) {
      let run = try StageRunner(workdir, collection: name).runAll()
      try #require(run.status == 0, "\(run.error)")
      for row in CSVText.rows(try workdir.read("Output/\(name)/published/machine/findings.csv"))
      where row["severity"] != "settled" {
        let line = row["line"].flatMap { $0.isEmpty ? nil : ":\($0)" } ?? ""
        // Prose is named by its path, data by that below the input folder.
        let source = (row["source"] ?? "").replacingOccurrences(of: "Pipelines/\(name)/", with: "")
        let rule = row["rule"] ?? ""
        found.insert("\(rule) \(name)/\(source)\(line)")
        if Rule(rawValue: rule) != nil, row["suggestion"] == "" { silent.insert(rule) }
      }
    }
    return Run(workdir: workdir, found: found, silent: silent)
  }

  private static func cases(_ run: String) throws -> [[String: String]] {
    try cases.get().filter { $0["run"] == run }
  }

  @Test(arguments: Rule.allCases.map(\.rawValue))
  func everyRuleHasACaseThatFiresAndOneThatDoesNot(rule: String) throws {
    for run in ["fires", "quiet"] {
      #expect(try Self.cases(run).contains { $0["rule"] == rule }, "\(run)")
    }
  }

  /// The same for every kind of rule that a collection can declare.
  @Test func everyDeclaredRuleHasACaseThatFiresAndOneThatDoesNot() throws {
    let rules = try Repository.text(of: "Tests/Rules/fires/Pipelines/declared/rules.yaml")
    let ids = rules.matches(of: /- id: (.+)/).map { String($0.output.1) }
    #expect(ids.count >= 11)
    for run in ["fires", "quiet"] {
      #expect(try Set(ids).isSubset(of: Self.cases(run).map { $0["rule"] ?? "" }), "\(run)")
    }
    // The same rules on both sides: what they are checked against makes the difference.
    #expect(try Repository.text(of: "Tests/Rules/quiet/Pipelines/declared/rules.yaml") == rules)
  }

  @Test func eachFiresWhereItShouldAndNowhereElse() throws {
    let expected = Set(
      try Self.cases("fires").map { "\($0["rule"] ?? "") \($0["position"] ?? "")" })
    let found = try Self.fires.get().found
    #expect(expected.subtracting(found).sorted() == [], "should have fired")
    #expect(found.subtracting(expected).sorted() == [], "should not have fired")
  }

  @Test func everyFindingSaysWhatToDo() throws {
    #expect(try Self.fires.get().silent == [])
  }

  @Test func noneFiresWhereItShouldNot() throws {
    #expect(try Self.quiet.get().found.sorted() == [] as [String])
  }

  /// What the quiet cases speak of is there.
  @Test func quietPlacesExist() throws {
    let workdir = try Self.quiet.get().workdir
    for row in try Self.cases("quiet") {
      let parts = (row["position"] ?? "").split(separator: ":")
      let file = ["Input", "Pipelines"].map { "\($0)/\(parts[0])" }.first(where: workdir.exists)
      let path = try #require(file, "\(row)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(workdir.path)/\(path)"))
      let lines = bytes.count { $0 == 0x0A }
      #expect(lines >= (parts.count > 1 ? Int(parts[1]) ?? 0 : 1), "\(row)")
      #expect(row["why"]?.isEmpty == false, "\(row)")
    }
  }
}
