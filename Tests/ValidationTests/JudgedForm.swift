import Basics
import Tabular
import Definition
import Findings
import Interchange
import Questionnaire
import _TestSupport

@testable import Validation

/// What a form of `yes_no` questions and numbers has to say about one submission.
struct JudgedForm {
  /// The findings as `rule question: message`.
  let findings: [String]
  /// The answer fields afterwards.
  let fields: String

  /// - Parameters:
  ///   - survey: The rows under `type,name,relevant,required,constraint`.
  ///   - answers: The answer fields, apart by blanks.
  init(
    _ survey: String, _ answers: String, behindSkip: PipelineDefinition.BehindSkip = .report
  ) throws {
    let workdir = try Workdir()
    try workdir.write("type,name,relevant,required,constraint\n\(survey)", to: "survey.csv")
    try workdir.write(
      "list_name,name,label\nyes_no,yes,Yes\nyes_no,no,No\n", to: "choices.csv")
    let rules = try FormRules(
      try Questionnaire(folder: workdir.path), behindSkip: behindSkip)
    var counted = CountedSubmission(submission: try submission(1, answers))
    findings = rules.judge(&counted, unit: "ada") {
      Position(source: "replies.csv", record: $0.position)
    }.map { "\($0.rule) \($0.question): \($0.message)" }
    fields = ValidationTests.fields(counted.submission)
  }
}
