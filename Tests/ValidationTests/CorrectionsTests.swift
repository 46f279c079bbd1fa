import Findings
import Tabular
import Basics
import Definition
import Interchange
import Testing
import _TestSupport

@testable import Validation

struct CorrectionsTests {
  /// - Parameter lines: What stands below the header.
  private func corrections(_ lines: String) throws -> Corrections {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "unit,question,from,to,reason\n\(lines)", to: "Pipelines/small/corrections.csv")
    return try Corrections(
      folder: collection.pipeline, try PipelineDefinition(folders(collection)))
  }

  @Test func theFileMayBeLeftOut() throws {
    let collection = try SmallCollection()
    let corrections = try Corrections(
      folder: collection.pipeline, try PipelineDefinition(folders(collection)))
    #expect(corrections.all.isEmpty)
    #expect(corrections.corrections(of: "ada").isEmpty)
  }

  /// The unit is found however its name is written, and its lines stay in their order.
  @Test func correctionsOfAUnit() throws {
    let corrections = try corrections(
      "Ada,attended,yes,no,letter\nBo,attended,yes,no,letter\nada,sessions,1,2,letter\n")
    #expect(corrections.all.map(\.line) == [2, 3, 4])
    #expect(corrections.corrections(of: "ADA").map(\.line) == [2, 4])
    #expect(corrections.corrections(of: "Cy").isEmpty)
  }

  @Test(arguments: [
    ("attended", "no", "b"), ("rating", "1", "a"), ("channels", "web mail", "a_c"),
    ("sessions", "07", "7"), ("day", "2024-05-01", "2024-05-01"), ("remarks", "More.", "t"),
    ("attended", "", "."), ("sessions", " ", "."),
  ])
  func cellOfTheNewAnswer(question: String, to: String, field: String) throws {
    let correction = try #require(try corrections("ada,\(question),,\(to),letter\n").all.first)
    #expect(String(decoding: correction.field, as: UTF8.self) == field)
  }

  /// What stands there, as it is listed, and what is written in `from`.
  @Test(arguments: [
    ("channels", "mail web", "web mail", true), ("channels", "mail web", "mail", false),
    ("sessions", "7", "7.0", true), ("sessions", "7", "70", false), ("attended", "", " ", true),
    ("attended", "yes", "", false), ("remarks", "Good.", "Good.", true),
    ("remarks", "Good.", "good.", false), ("rating", "?", "?", true),
  ])
  func whatIsExpected(question: String, standing: String, from: String, holds: Bool) throws {
    let correction = try #require(try corrections("ada,\(question),\(from),,letter\n").all.first)
    #expect(correction.expects([standing]) == holds)
  }

  @Test(arguments: [
    ("ada,attend,yes,no,letter", "unknown-question"), ("ada,attended,yes,no,", "no-reason"),
    ("ada,attended,yes,maybe,letter", "no-answer-to-it"),
    ("ada,channels,mail,mail fax,letter", "no-answer-to-it"),
    ("ada,sessions,1,1.5,letter", "no-answer-to-it"),
    ("ada,day,,30/06/2024,letter", "no-answer-to-it"),
  ])
  func correctionsThatCannotBe(line: String, rule: String) throws {
    let error = #expect(throws: RunError.self) {
      _ = try corrections("ada,attended,yes,no,letter\n\(line)\n")
    }
    #expect(error?.kind == .badDefinition)
    #expect(error?.problems.map(\.id.name) == [rule])
    #expect(error?.problems.map(\.line) == [3])
  }
}
