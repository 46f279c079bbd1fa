import Foundation
import Testing
import _TestSupport

/// The exports and forms of `Tests/Drafts`: a folder each, with what `rapporteur new` is to make of
/// it and what the draft, run as it is, is to count. `Tests/README.md` says how to write one.
struct DraftCaseTests {
  private static let root = "Tests/Drafts"

  static let cases: [String] = Repository.files(below: root, withSuffix: "/expected.csv")
    .map { String($0.dropFirst(root.count + 1).dropLast("/expected.csv".count)) }
    .filter { name in ProcessInfo.processInfo.environment["CASE"].map(name.contains) ?? true }
    .sorted()

  /// A line of `expected.csv`.
  private struct Expectation {
    let what: String
    let item: String
    let value: String
  }

  @Test(arguments: cases)
  func isDraftedAndCounted(name: String) throws {
    let folder = "\(Self.root)/\(name)"
    let expected = CSVText.rows(
      try String(contentsOfFile: "\(Repository.root)/\(folder)/expected.csv", encoding: .utf8)
    ).map {
      Expectation(what: $0["what"] ?? "", item: $0["item"] ?? "", value: $0["value"] ?? "")
    }
    func values(_ what: String, _ item: String) -> [String] {
      expected.filter { $0.what == what && $0.item == item }.map(\.value)
    }
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    for file in Repository.files(below: folder, withSuffix: "") {
      let name = file.dropFirst(folder.count + 1)
      if !name.contains("/") { try workdir.copy("\(folder)/\(name)", to: String(name)) }
    }
    let run = try new(in: workdir)
    #expect(String(run.status) == values("status", "new").first ?? "0", "\(run.error)")
    for text in values("said", "new") { #expect(run.error.contains(text), "\(run.error)") }
    guard run.status == 0 else {
      #expect(!workdir.exists("Pipelines/draft"))
      return
    }
    try check(expected, of: workdir)
    if !workdir.exists("Input/draft") {
      try workdir.copy("\(folder)/later.csv", to: "Input/draft/later.csv")
    }
    let last = try StageRunner(workdir, collection: "draft").runAll()
    #expect(String(last.status) == values("status", "report").first ?? "0", "\(last.error)")
    if last.status < 2 { try checkPublished(expected, of: workdir) }
  }

  private func new(in workdir: Workdir) throws -> CommandRun {
    let export = ["export.csv", "exports"].first(where: workdir.exists)
    var options = ["--from", export ?? "survey.csv"]
    if export != nil && workdir.exists("survey.csv") {
      options += ["--form", "survey.csv"]
    }
    if workdir.exists("options.txt") {
      options += try workdir.read("options.txt").split(separator: "\n").map(String.init)
    }
    return try CommandRun(
      "\(CommandRun.binaries)/rapporteur",
      ["new", "--pipeline", "Pipelines/draft", "--input", "Input/draft"] + options,
      in: workdir.path)
  }

  /// The draft: its questions in order, and lines of its files.
  private func check(_ expected: [Expectation], of workdir: Workdir) throws {
    let survey = CSVText.rows(try workdir.read("Pipelines/draft/survey.csv"))
    let drafted = survey.map { row in
      "\(row["name"] ?? "") \((row["type"] ?? "").prefix { $0 != " " })"
    }
    let questions = expected.filter { $0.what == "question" }
    if !questions.isEmpty { #expect(drafted == questions.map { "\($0.item) \($0.value)" }) }
    for row in expected {
      switch row.what {
      case "line":
        let lines = try workdir.read("Pipelines/draft/\(row.item)").split(separator: "\n").map {
          $0.components(separatedBy: "  # review")[0].trimmingCharacters(in: .whitespaces)
        }
        #expect(lines.contains(row.value), "\(lines)")
      case "review":
        let found = survey.first { $0["name"] == row.item }?["review"] ?? ""
        #expect(found.contains(row.value), "\(row.item): \(found)")
      case "question", "count", "text", "finding", "status", "said": break
      default: Issue.record("expected.csv has '\(row.what)'")
      }
    }
  }

  /// What was published: counts, texts, and no finding that is not expected.
  private func checkPublished(_ expected: [Expectation], of workdir: Workdir) throws {
    let published = "Output/draft/published"
    let tables = try PublishedTables(folder: published, in: workdir)
    for row in expected where row.what == "count" {
      #expect(String(tables.count(row.item)) == row.value, "\(row.item)")
    }
    func pairs(_ what: String) -> [String] {
      expected.filter { $0.what == what }.map { "\($0.item): \($0.value)" }
    }
    let texts = CSVText.rows(try workdir.read("\(published)/machine/texts.csv"))
    if expected.contains(where: { $0.what == "text" }) {
      #expect(texts.map { "\($0["question"] ?? ""): \($0["text"] ?? "")" } == pairs("text"))
    }
    let findings = CSVText.rows(try workdir.read("\(published)/machine/findings.csv"))
    let counted = Dictionary(findings.map { ($0["rule"] ?? "", 1) }, uniquingKeysWith: +)
    #expect(
      counted.map { "\($0.key): \($0.value)" }.sorted() == pairs("finding").sorted(),
      "\(findings)")
  }
}
