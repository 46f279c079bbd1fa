import Basics
import Definition
import Interchange
import Questionnaire

/// Holds the declared rules against the units of one partition.
struct DeclaredJudge {
  private let checks: DeclaredChecks
  private(set) var tallies: DeclaredTallies
  private var values: UniqueValues

  /// - Parameter path: Of the file for values that no two units may share.
  init(_ checks: DeclaredChecks, values path: String) {
    self.checks = checks
    tallies = DeclaredTallies(checks.rules)
    values = UniqueValues(path: path, rules: checks.rules.count)
  }

  /// Judges a unit by the submission of it that counts.
  ///
  /// - Parameter position: Where a submission stands in its source.
  mutating func judge(
    _ counted: CountedSubmission, unit: String, position: (Submission) -> Position
  ) throws(RunError) -> [Finding] {
    if checks.rules.isEmpty { return [] }
    var answers = checks.answers(of: unit, replied: true)
    answers.submissions = counted.earlier.count + 1
    answers.lateSubmissions = counted.late
    let inTime = counted.earlier + [counted.submission]
    var findings: [Finding] = []
    for (index, rule) in checks.rules.enumerated() where rule.unit == nil {
      answers.current = counted.submission
      answers.previous = nil
      let origin = Self.origin(of: rule, in: counted)
      switch (rule.level, rule.check) {
      case (.collection, .condition):
        tallies.count(answers, by: rule, index)
      case (.collection, .unique(let conditions)):
        guard rule.filter?.holds(for: answers) ?? true else { continue }
        let values = conditions.map { $0.text(for: answers) }
        guard values.allSatisfy({ !$0.isEmpty }) else { continue }
        tallies.bases[index] += 1
        try self.values.append(
          values, finding(rule, answers: answers, of: origin, position: position, message: ""),
          message: rule.message.pieces(answers), rule: index)
      case (.submission, .condition(let condition)), (.unit, .condition(let condition)):
        let pairs =
          rule.looksBack
          ? zip(inTime, inTime.dropFirst()).map { (Optional($0), $1) }
          : [(inTime.dropLast().last, counted.submission)]
        var (isHeld, isBroken) = (false, false)
        for (previous, current) in pairs {
          (answers.previous, answers.current) = (previous, current)
          guard rule.filter?.holds(for: answers) ?? true else { continue }
          isHeld = true
          guard condition.holds(for: answers) else { continue }
          isBroken = true
          findings.append(
            finding(
              rule, answers: answers,
              of: current.number == counted.submission.number ? origin : current,
              position: position, message: rule.message.filled(answers)))
        }
        tallies.bases[index] += isHeld ? 1 : 0
        tallies.affected[index] += isBroken ? 1 : 0
      case (.submission, .unique), (.unit, .unique):
        continue
      }
    }
    return findings
  }

  /// Judges an instance of a repeat.
  mutating func judge(
    _ instance: Submission, of repeatName: String, unit: String, position: (Submission) -> Position
  ) -> [Finding] {
    guard let checks = checks.ofInstances[repeatName] else { return [] }
    var answers = checks.answers(of: unit, replied: true)
    answers.current = instance
    var findings: [Finding] = []
    for (index, rule) in checks.rules.enumerated() where rule.unit?.name == repeatName {
      guard case .condition(let condition) = rule.check,
        rule.filter?.holds(for: answers) ?? true
      else { continue }
      tallies.bases[index] += 1
      guard condition.holds(for: answers) else { continue }
      tallies.affected[index] += 1
      findings.append(
        finding(
          rule, answers: answers, of: instance, position: position,
          message: rule.message.filled(answers)))
    }
    return findings
  }

  /// The submission that has the answers of a rule: an earlier one where all were taken over from it.
  private static func origin(
    of rule: DeclaredRule, in counted: CountedSubmission
  ) -> Submission {
    let origins = rule.questions.map(counted.origin)
    guard let first = origins.first, origins.allSatisfy({ $0.number == first.number }) else {
      return counted.submission
    }
    return first
  }

  /// Ends the file of values.
  mutating func finish() throws(RunError) -> UniqueValues.Written? {
    try values.finish()
  }

  private func finding(
    _ rule: DeclaredRule, answers: RuleAnswers, of origin: Submission,
    position: (Submission) -> Position, message: String
  ) -> Finding {
    let submission = answers.current
    let values = rule.questions.map { submission?.value(of: $0) ?? "" }
    return Finding(
      rule, at: position(origin), unit: answers.unit, submission: origin.number,
      question: rule.questions.map(\.name).joined(separator: " "),
      value: values.joined(separator: " "), message: message)
  }
}
