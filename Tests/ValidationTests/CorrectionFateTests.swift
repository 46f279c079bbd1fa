import Basics
import Findings
import Definition
import Interchange
import Tabular
import Testing
import _TestSupport

@testable import Validation

/// What is told of a correction that did nothing: of line 2, which turns Ada's yes into no.
struct CorrectionFateTests {
  private let corrections: Corrections
  private let correction: Corrections.Correction

  init() throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "unit,question,from,to,reason\nAda,attended,yes,no,letter\n",
      to: "Pipelines/small/corrections.csv")
    corrections = try Corrections(
      folder: collection.pipeline, try PipelineDefinition(folders(collection)))
    correction = try #require(corrections.all.first)
  }

  @Test(arguments: [
    ("no", nil, "'no' stands there"), ("", nil, "there is no answer"),
    ("no", "first.csv:4", "'no' stands there, taken over from an earlier submission (first.csv:4)"),
  ])
  func somethingElseStandsThere(found: String, earlier: String?, words: String) {
    let finding = corrections.finding(
      about: correction,
      RefusedCorrection(
        correction: correction, submission: 7, reason: .stale(found: found, earlier: earlier)))
    #expect(finding.rule == "stale-correction")
    #expect(finding.position.source == "corrections.csv")
    #expect(finding.position.record?.line == 2)
    #expect((finding.unit, finding.submission) == ("Ada", 7))
    #expect((finding.question, finding.value) == ("attended", "yes"))
    #expect(
      finding.message
        == "the correction expects 'yes' for 'attended' of 'Ada', but \(words); it did nothing")
  }

  /// Whatever the case and blanks in the file: else one unit would stand on two lines of findings by unit.
  @Test(arguments: ["ada", " ADA ", "Ada"])
  func unitsAreCalledAsTheExportsCallThem(name: String) {
    var corrections = corrections
    corrections.callUnits(
      as: ReportingUnits([
        UnitEntry(number: 1, key: "Bea", partition: "respondents-0001"),
        UnitEntry(number: 2, key: name, partition: "respondents-0001"),
      ]))
    #expect(corrections.all.map(\.unit) == [name])
    #expect(corrections.corrections(of: "ADA").map(\.unit) == [name])
    #expect(corrections.corrections(of: "Bea").isEmpty)
  }

  @Test func anotherLineCameFirst() {
    let finding = corrections.finding(
      about: correction,
      RefusedCorrection(correction: correction, submission: 7, reason: .doubled(line: 5)))
    #expect(finding.rule == "double-correction")
    #expect(finding.message.hasPrefix("line 5 has corrected 'attended' of 'Ada' already"))
  }

  @Test func nothingOfTheUnitCounts() {
    let finding = corrections.finding(about: correction, nil)
    #expect(finding.rule == "unused-correction")
    #expect(finding.submission == nil)
    #expect(finding.message.hasPrefix("'Ada' has no submission that counts"))
  }
}
