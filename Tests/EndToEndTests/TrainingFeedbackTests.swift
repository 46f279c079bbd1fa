import Findings
import Foundation
import Testing
import _TestSupport

/// The second collection: respondents instead of States, and every kind of trouble.
///
/// Its expected figures come from an oracle in Python that reads the exports with Python's own CSV
/// reader and shares no code with the program.
struct TrainingFeedbackTests {
  private static let name = "training-feedback"
  private static let published = Result { try publish() }

  private struct Published: Sendable {
    let workdir: Workdir
    let tables: PublishedTables
    let oracle: Oracle
  }

  /// What the oracle prints.
  private struct Oracle: Decodable, Sendable {
    struct Sessions: Decodable {
      let n: Int
      let sum: Int
      let min: Int
      let max: Int
    }

    let balance: [String: Int]
    let population: Int
    let questions: [String: [String: Int]]
    let choices: [String: [String: Int]]
    let sessions: Sessions

    /// What a rule of `rules.yaml` finds.
    struct Rule: Decodable {
      let base: Int?
      let concerned: Int
      let findings: Int
    }

    let rules: [String: Rule]
  }

  private static func publish() throws -> Published {
    let workdir = try Workdir()
    try workdir.copy("Pipelines", to: "Pipelines")
    try workdir.copy("Input/\(name)", to: "Input/\(name)")
    let run = try StageRunner(workdir, collection: name).runAll()
    guard run.status == 0 else { throw MigrantsProtocol.Failed(message: run.error) }
    let oracle = try CommandRun(
      "python3",
      [
        "\(Repository.root)/Tests/Oracles/training_feedback_oracle.py", "Input/\(name)",
        "Pipelines/\(name)",
      ], in: workdir.path)
    guard oracle.status == 0 else { throw MigrantsProtocol.Failed(message: oracle.error) }
    return Published(
      workdir: workdir,
      tables: try PublishedTables(folder: "Output/\(name)/published", in: workdir),
      oracle: try JSONDecoder().decode(Oracle.self, from: Data(oracle.output.utf8)))
  }

  private func rows(_ file: String) throws -> [[String: String]] {
    CSVText.rows(
      try Self.published.get().workdir.read("Output/\(Self.name)/published/\(file)"))
  }

  @Test func theGeneratorGivesTheCommittedExports() throws {
    let workdir = try Workdir()
    let run = try CommandRun(
      "python3",
      ["\(Repository.root)/Tests/Generators/training_feedback.py", workdir.path],
      in: workdir.path)
    #expect(run.status == 0, "\(run.error)")
    for file in ["export-web.csv", "export-paper.csv"] {
      let made = try Data(contentsOf: URL(fileURLWithPath: "\(workdir.path)/\(file)"))
      let committed = try Data(
        contentsOf: URL(fileURLWithPath: "\(Repository.root)/Input/\(Self.name)/\(file)"))
      #expect(made == committed, "\(file)")
    }
  }

  @Test func everyRoadIsUsedAndBalances() throws {
    let balance = Dictionary(
      uniqueKeysWithValues: try rows("machine/balance.csv").map {
        ($0["fate"] ?? "", Int($0["records"] ?? "") ?? -1)
      })
    #expect(balance == (try Self.published.get().oracle.balance))
    for fate in ["accepted", "quarantined", "superseded", "late", "test"] {
      #expect(balance[fate, default: 0] > 0, "\(fate)")
    }
    #expect(try rows("machine/superseded.csv").contains { $0["reason"] == "duplicate" })
    #expect(try rows("machine/superseded.csv").count == balance["superseded"])
    #expect(try rows("machine/late.csv").count == balance["late"])
  }

  @Test func answerStatesAgreeWithTheOracle() throws {
    let oracle = try Self.published.get().oracle
    let totals = try rows("machine/answer-states.csv").filter { $0["attribute"] == "" }
    #expect(totals.count == oracle.questions.count)
    for row in totals {
      let expected = try #require(oracle.questions[row["question"] ?? ""])
      for (state, count) in expected {
        #expect(row[state] == String(count), "\(row["question"] ?? "") \(state)")
      }
      #expect(row["population"] == String(oracle.population))
    }
  }

  @Test func choicesAgreeWithTheOracle() throws {
    let published = try Self.published.get()
    #expect(published.oracle.choices.count == 6)
    for (question, choices) in published.oracle.choices {
      for (choice, count) in choices {
        #expect(published.tables.count("\(question)/\(choice)") == count, "\(question)/\(choice)")
      }
    }
  }

  @Test func numbersAgreeWithTheOracle() throws {
    let sessions = try Self.published.get().oracle.sessions
    let cells = try rows("machine/cells.csv").filter { row in
      row["table"] == "sessions" && row["row"] == ".value" && row["column"] == ".total"
    }
    let values = Dictionary(
      uniqueKeysWithValues: cells.map { ($0["statistic"] ?? "", $0["value"] ?? "") })
    #expect(values["count"] == String(sessions.n))
    #expect(values["minimum"] == String(sessions.min))
    #expect(values["maximum"] == String(sessions.max))
    let mean = try #require(values["mean"].flatMap(Double.init))
    #expect(abs(mean - Double(sessions.sum) / Double(sessions.n)) < 1e-9)
  }

  @Test func everyQuarantinedRecordIsKeptByteForByte() throws {
    let published = try Self.published.get()
    let index = try rows("quarantine/index.csv")
    #expect(index.count > 14)
    for row in index {
      let source = (row["source"] ?? "").replacing("\u{200E}", with: "")
      let folder = "\(published.workdir.path)/"
      let original = try Data(
        contentsOf: URL(fileURLWithPath: "\(folder)Input/\(Self.name)/\(source)"))
      let kept = try Data(
        contentsOf: URL(
          fileURLWithPath: "\(folder)Output/\(Self.name)/published/quarantine/records/\(source)"))
      let offset = try #require(Int(row["offset"] ?? ""))
      let length = try #require(Int(row["length"] ?? ""))
      let record = original.subdata(in: offset..<(offset + length))
      #expect(kept.range(of: record) != nil, "\(source):\(row["line"] ?? "")")
    }
  }

  /// The rules of the collection find what Python finds.
  @Test func declaredRulesAgreeWithTheOracle() throws {
    let rules = try Self.published.get().oracle.rules
    let rows = try rows("findings-by-rule.csv")
    let declared = try Repository.text(of: "Pipelines/\(Self.name)/rules.yaml")
      .matches(of: /- id: (.+)/).map { String($0.output.1) }
    #expect(Set(declared) == Set(rules.keys))
    for (rule, expected) in rules {
      let row = try #require(rows.first { $0["Rule"] == rule })
      #expect(row["Concerned"] == String(expected.concerned), "\(rule)")
      #expect(row["Base"] == (expected.base.map(String.init) ?? ""), "\(rule)")
      let count = ["Fatal", "To query"].reduce(0) { $0 + (Int(row[$1] ?? "") ?? 0) }
      #expect(count == expected.findings, "\(rule)")
    }
  }

  @Test func correctionsAreAppliedAndListed() throws {
    let corrections = try rows("machine/corrections.csv")
    #expect(corrections.map { $0["unit"] } == ["R-0012", "R-0147"])
    #expect(try !rows("machine/findings.csv").contains { $0["rule"] == "unused-correction" })
  }
}
