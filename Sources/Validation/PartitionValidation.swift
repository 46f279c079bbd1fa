import Interchange
import Questionnaire
import Tabular

/// What judging the submissions of one partition gave.
struct PartitionResult: Sendable {
  /// What is told of a submission that does not count.
  struct Receipt: Sendable {
    let number: Int
    let received: String
    let source: Int
    let line: Int

    init(_ submission: Submission) {
      number = submission.number
      received = submission.received
      source = submission.source
      line = submission.place.line
    }
  }

  struct Superseded: Sendable {
    let receipt: Receipt
    let by: Receipt
    /// Whether both say the same.
    let isDuplicate: Bool
    let unit: String
  }

  var superseded: [Superseded] = []
  var late: [(receipt: Receipt, unit: String)] = []
  var findings: [Finding] = []
  var corrected: [(correction: Corrections.Correction, submission: Int)] = []
  /// The numbers of the accepted submissions.
  var accepted: [Int] = []
  var fates: [(unit: Int, fate: UnitEntry.Fate)] = []
}

/// Judges the submissions of one partition: which of each unit's counts, and what is wrong with it.
struct PartitionValidation: Sendable {
  let pipeline: PipelineDefinition
  let rules: FormRules
  let corrections: Corrections
  /// The texts of corrected text questions: submission and question, and what stands there.
  let texts: [TextPlace: String]
  let units: [UnitEntry]
  let sources: [SourceEntry]
  let layout: SubmissionLayout

  struct TextPlace: Hashable, Sendable {
    let submission: Int
    let question: String
  }

  /// Reads a normalized partition and writes the validated one.
  func run(_ name: String, from normalized: String, to folder: String) throws(RunError)
    -> PartitionResult
  {
    let submissions = try Submission.read(from: "\(normalized)/\(name).csv")
    let writer = try StageTableWriter(path: "\(folder)/\(name).csv", columns: layout.columns)
    var result = PartitionResult()
    for (unit, places) in Dictionary(grouping: submissions.indices, by: { submissions[$0].unit })
      .sorted(by: { $0.key < $1.key })
    {
      let key = units[unit - 1].key
      guard var accepted = choose(among: places.map { submissions[$0] }, unit: key, &result) else {
        result.fates.append((unit, .late))
        continue
      }
      result.fates.append((unit, .replied))
      correct(&accepted, unit: key, &result)
      let source = sources[accepted.source - 1].file
      result.findings += rules.judge(&accepted, unit: key, source: source)
      result.accepted.append(accepted.number)
      try accepted.append(to: writer)
    }
    try writer.commit()
    return result
  }

  /// The latest submission before the cut-off counts; of two of one moment, the later record, and
  /// a mended one before the one it mends.
  private func choose(
    among submissions: [Submission], unit: String, _ result: inout PartitionResult
  ) -> Submission? {
    var inTime: [Submission] = []
    for submission in submissions {
      if let day = submission.day, day <= pipeline.cutOff {
        inTime.append(submission)
      } else {
        result.late.append((.init(submission), unit))
      }
    }
    let latest = inTime.max {
      ($0.moment, $0.order, $0.number) < ($1.moment, $1.order, $1.number)
    }
    guard let latest else { return nil }
    for submission in inTime where submission.number != latest.number {
      result.superseded.append(
        .init(
          receipt: .init(submission), by: .init(latest),
          isDuplicate: submission.cells == latest.cells && submission.moment == latest.moment,
          unit: unit))
    }
    return latest
  }

  private func correct(
    _ submission: inout Submission, unit: String, _ result: inout PartitionResult
  ) {
    var corrected: [Int: String] = [:]
    for correction in corrections.corrections(of: unit) {
      let question = correction.question
      let current = corrected[question.index] ?? value(of: question, in: submission)
      guard current == correction.from else { continue }
      corrected[question.index] = correction.to
      submission.cells.replace(question.index, with: correction.cell)
      result.corrected.append((correction, submission.number))
    }
  }

  private func value(of question: Question, in submission: Submission) -> String {
    if submission.state(question.index) == .unclear { return "?" }
    if question.type == .text {
      return texts[TextPlace(submission: submission.number, question: question.name)] ?? ""
    }
    return AnswerValue(cell: submission.cells[question.index], of: question.type)
      .names(of: question.type)
  }
}
