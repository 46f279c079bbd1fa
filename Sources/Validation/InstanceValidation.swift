import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Tabular

/// Judges the instances of a repeat that tables count: those of the submissions that count, each with what
/// its submission answers.
struct InstanceValidation: Sendable {
  let view: InstanceView
  private let rules: FormRules
  private let questions: [Question]
  /// The text questions outside the repeat on whose words a condition within it rests.
  var texts: Set<Int> { rules.texts }
  /// The columns of `validated/`: all questions, as each instance was asked them.
  private let layout: SubmissionLayout

  /// - Parameters:
  ///   - submissions: The columns of the submissions.
  ///   - normalized: The folder of the stage before.
  init(
    _ view: InstanceView, submissions: SubmissionLayout, from normalized: String
  ) throws(RunError) {
    self.view = view
    let form = view.pipeline.form
    questions = form.questions.filter { view.questions.contains($0.name) }
    let indices = Set(questions.map(\.index))
    rules = try FormRules(
      form, behindSkip: view.pipeline.behindSkip, only: indices, wordless: indices)
    let own = try SubmissionLayout.read(
      from: SubmissionLayout.folder(ofInstances: view.unit.name, in: normalized), questions,
      of: form)
    var widths = submissions.widths
    for (fixed, width) in own.widths.prefix(SubmissionLayout.firstAnswer).enumerated() {
      widths[fixed] = max(widths[fixed], width)
    }
    for (question, width) in zip(questions, own.widths.dropFirst(SubmissionLayout.firstAnswer)) {
      widths[SubmissionLayout.column(of: question.index)] = width
    }
    layout = SubmissionLayout(form: form, widths: widths)
  }

  /// Reads the instances of a partition.
  func begin(_ name: String, from normalized: String, to folder: String) throws(RunError)
    -> InstanceReading?
  {
    let unit = view.unit.name
    let path = "\(SubmissionLayout.folder(ofInstances: unit, in: normalized))/\(name).csv"
    guard FileSystem.exists(path) else { return nil }
    return InstanceReading(
      instances: Dictionary(grouping: try Submission.read(from: path), by: \.number),
      writer: try StageTableWriter(
        path: "\(SubmissionLayout.folder(ofInstances: unit, in: folder))/\(name).csv",
        columns: layout.columns))
  }

  /// Writes the instances of a submission that counts.
  ///
  /// - Returns: What is wrong with them.
  func judge(
    _ accepted: CountedSubmission, in reading: InstanceReading, unit: String,
    _ declared: inout DeclaredJudge, position: (Submission) -> Position
  ) throws(RunError) -> [Finding] {
    let counted = accepted.submission
    let leftOut = accepted.leftOut.map(\.name)
    var findings: [Finding] = []
    for instance in reading.instances[counted.number] ?? [] {
      var fields = (0..<counted.fields.count).map { Array(counted.fields[$0]) }
      for (position, question) in questions.enumerated() {
        fields[question.index] = Array(instance.fields[position])
      }
      var judged = CountedSubmission(
        submission: instance.with(StageRow(fields: fields), texts: counted.texts))
      findings += rules.judge(&judged, unit: unit, position: position).map { finding in
        var finding = finding
        // A correction names a submission, and not which of its instances.
        if finding.severity == .settled {
          if !leftOut.contains(finding.question) {
            finding.message += ", of what counts each of '\(view.unit.name)' and of nothing else"
          }
        } else {
          finding.suggestion = "ask the respondent; mend the record of the instance in the export"
        }
        return finding
      }
      findings += declared.judge(
        judged.submission, of: view.unit.name, unit: unit, position: position)
      try judged.submission.append(to: reading.writer)
    }
    return findings
  }
}

/// The instances of one partition, and where those go that count.
struct InstanceReading {
  /// By the number of their submission.
  let instances: [Int: [Submission]]
  let writer: StageTableWriter
}

extension Submission {
  /// An instance with all answers.
  fileprivate func with(_ fields: StageRow, texts: [Int: String]) -> Submission {
    Submission(
      number: number, order: order, source: source, record: record, position: position,
      received: received, unit: unit, fields: fields, texts: texts)
  }
}
