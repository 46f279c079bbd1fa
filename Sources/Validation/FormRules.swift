import Interchange
import Questionnaire
import Tabular

/// What the form demands of a submission: its routing and the edits that follow from it.
struct FormRules: Sendable {
  private struct Item: Sendable {
    let question: Question
    let relevant: Condition?
    let constraint: Condition?
  }

  private let items: [Item]
  private let edits: [any Edit] = [RequiredAnswer(), RoutingBroken(), ConstraintBroken()]

  init(_ form: Questionnaire) throws(RunError) {
    var items: [Item] = []
    for question in form.questions {
      items.append(
        Item(
          question: question, relevant: try Self.bind(question.relevant, question, form),
          constraint: try Self.bind(question.constraint, question, form)))
    }
    self.items = items
  }

  /// Marks the questions that do not apply, and reports what breaks an edit.
  func judge(_ submission: inout Submission, unit: String, source: String) -> [Finding] {
    let given = submission
    var findings: [Finding] = []
    for item in items {
      let isApplicable = item.relevant?.holds(for: given) ?? true
      if !isApplicable && given.state(item.question.index) == .noAnswer {
        submission.cells[item.question.index] = [AnswerCell.notApplicable]
      }
      let answer = JudgedAnswer(
        question: item.question, submission: given, isApplicable: isApplicable,
        constraint: item.constraint)
      for edit in edits {
        guard let objection = edit.objection(to: answer) else { continue }
        findings.append(
          Finding(
            type(of: edit).rule, type(of: edit).severity,
            at: Position(source: source, place: given.place), unit: unit,
            submission: given.number, question: item.question.name, value: answer.value,
            message: objection.message, suggestion: objection.suggestion))
      }
    }
    return findings
  }

  private static func bind(
    _ expression: Expression?, _ question: Question, _ form: Questionnaire
  ) throws(RunError) -> Condition? {
    guard let expression else { return nil }
    do throws(Expression.BindingError) {
      return try expression.bound(to: form, current: question)
    } catch {
      throw RunError(
        .badDefinition, path: form.path, line: question.line, rule: error.rule, error.message)
    }
  }
}
