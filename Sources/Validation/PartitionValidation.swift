import Basics
import Definition
import Interchange
import Questionnaire
import Tabular

/// Judges the submissions of one partition: which of each unit's counts, and what is wrong with it.
struct PartitionValidation: Sendable {
  let pipeline: PipelineDefinition
  let rules: Spares<FormRules>
  let corrections: Corrections
  let correctedTexts: CorrectedTexts
  let units: ReportingUnits
  let sources: [SourceEntry]
  let layout: SubmissionLayout
  let choice: SubmissionChoice
  let sameness: SameContent
  let declared: DeclaredChecks
  let texts: RuleTexts
  /// Those of the repeats whose instances tables count.
  let instances: [InstanceValidation]

  /// Reads a normalized partition and writes the validated one.
  func run(_ name: String, from normalized: String, to folder: String) throws(RunError)
    -> PartitionResult
  {
    try rules.with { rules throws(RunError) in
      try run(name, from: normalized, to: folder, by: rules)
    }
  }

  private func run(
    _ name: String, from normalized: String, to folder: String, by rules: FormRules
  ) throws(RunError) -> PartitionResult {
    var submissions = try Submission.read(from: "\(normalized)/\(name).csv")
    let readings = try instances.map { instances throws(RunError) in
      try instances.begin(name, from: normalized, to: folder)
    }
    for reading in readings.compactMap(\.self) {
      Submission.note(reading.instances, in: &submissions)
    }
    let writer = try StageTableWriter(path: "\(folder)/\(name).csv", columns: layout.columns)
    var judge = DeclaredJudge(declared, values: "\(folder)/values-of-\(name).csv")
    var result = PartitionResult(name: name, tallies: judge.tallies)
    var findings = PartitionFindings(path: "\(folder)/findings-of-\(name).csv")
    result.reserve(units: submissions.count)
    Submission.sortByUnit(&submissions)
    var rest = submissions[...]
    while let unit = rest.first?.unit {
      let ofUnit = rest.prefix { $0.unit == unit }
      rest = rest.dropFirst(ofUnit.count)
      let key = units.key(at: unit - 1)
      guard var counted = choice.choose(among: ofUnit, unit: key, &result) else {
        result.tooLate.append(unit)
        continue
      }
      result.replied.append(UInt32(unit))
      counted.note(texts)
      correct(&counted, unit: key, &result)
      let position = { [sources] (submission: Submission) in
        Position(source: sources[submission.source - 1].file, record: submission.position)
      }
      for finding in rules.judge(&counted, unit: key, position: position) {
        try findings.append(finding)
      }
      for question in counted.leftBehind {
        result.leaveBehind(question.name, of: counted.origin(of: question).number)
      }
      for question in counted.leftOut where question.type == .text {
        result.leftOut.append(.init(submission: counted.submission.number, question: question.name))
      }
      for finding in try judge.judge(counted, unit: key, position: position) {
        try findings.append(finding)
      }
      result.accepted.append(UInt32(counted.submission.number))
      result.days[counted.submission.received.day, default: 0] += 1
      result.digests.append(sameness.digest(of: counted.submission))
      try counted.submission.append(to: writer)
      for (instances, reading) in zip(instances, readings) {
        guard let reading else { continue }
        for finding in try instances.judge(
          counted, in: reading, unit: key, &judge, position: position)
        {
          try findings.append(finding)
        }
      }
    }
    try writer.commit()
    for reading in readings { try reading?.writer.commit() }
    result.findings = try findings.finish()
    result.values = try judge.finish()
    result.tallies = judge.tallies
    return result
  }

  /// Applies the corrections that find what they expect; one may rest on another before it.
  private func correct(
    _ counted: inout CountedSubmission, unit: String, _ result: inout PartitionResult
  ) {
    let number = counted.submission.number
    var corrected: [Int: (line: Int, was: [String], to: String)] = [:]
    for correction in corrections.corrections(of: unit) {
      let question = correction.question
      let origin = counted.origin(of: question)
      let earlier = corrected[question.index]
      let standing = earlier.map { [$0.to] } ?? values(of: question, in: origin)
      guard correction.expects(standing) else {
        let reason: RefusedCorrection.Reason =
          if let earlier, correction.expects(earlier.was) {
            .doubled(line: earlier.line)
          } else {
            .stale(
              found: standing[0],
              earlier: origin.number == number
                ? nil : "\(sources[origin.source - 1].file):\(origin.position.line)")
          }
        result.refused.append(
          .init(correction: correction, submission: number, reason: reason))
        continue
      }
      corrected[question.index] = (
        correction.line, (earlier?.was ?? []) + standing, correction.to
      )
      counted.corrected.insert(question.index)
      counted.submission.fields.replace(
        question.index, with: field(of: correction, for: origin))
      if question.type == .text { counted.submission.texts[question.index] = correction.to }
      result.corrected.append(
        .init(
          correction: correction, from: standing[0], submission: number, origin: origin.number))
    }
  }

  /// The new answer; a blank is no answer only where the version of the form asked.
  private func field(of correction: Corrections.Correction, for origin: Submission) -> [UInt8] {
    let file = sources[origin.source - 1].file
    let version = pipeline.sources.first { $0.matches(file) }?.version
    return correction.to.isEmpty && !correction.question.isAsked(in: version)
      ? [AnswerField.notAsked] : correction.field
  }

  /// What stands for an answer, in each form that a correction may name it.
  private func values(of question: Question, in submission: Submission) -> [String] {
    let key = AnswerID(submission: submission.number, question: question.name)
    if submission.state(question.index) == .unclear {
      return (correctedTexts[key].map { [$0] } ?? []) + ["?"]
    }
    if question.type == .text { return [correctedTexts[key] ?? ""] }
    return [
      AnswerValue(field: submission.fields[question.index], of: question.type)
        .names(of: question.type)
    ]
  }
}
