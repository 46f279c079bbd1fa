import Basics
import Interchange
import Questionnaire
import Tabular

/// What the form demands of the answers to one question.
///
/// A class, since it is looked at once a submission and copied never.
final class QuestionRules: Sendable {
  let question: Question
  let index: Int
  let relevant: Condition?
  let constraint: Condition?
  let edits: [any Edit]
  /// The variables that the routing rests on.
  private let gates: [Int]

  init(question: Question, relevant: Condition?, constraint: Condition?, edits: [any Edit]) {
    self.question = question
    index = question.index
    self.relevant = relevant
    self.constraint = constraint
    self.edits = edits
    gates = relevant?.variables ?? []
  }

  func applicability(to submission: Submission) -> Applicability {
    guard let relevant else { return .applicable }
    let truth =
      gates.contains { submission.state($0) == .unclear }
      ? relevant.truth(for: submission) { gate, _ in submission.state(gate) == .unclear }
      : relevant.holds(for: submission)
    return truth.map { $0 ? .applicable : .notApplicable } ?? .undecided
  }
}

/// Whether the routing leads to a question.
enum Applicability {
  case applicable
  case notApplicable
  /// It rests on an unclear answer.
  case undecided
}

/// What the form demands of a submission: its routing and the edits that follow from it.
struct FormRules: Sendable {
  /// The questions that an edit is about.
  private let items: [QuestionRules]
  private static let edits: [any Edit] = [RequiredAnswer(), RoutingBroken(), ConstraintBroken()]

  init(_ form: Questionnaire) throws(RunError) {
    var items: [QuestionRules] = []
    for question in form.questions {
      let edits = Self.edits.filter { $0.concerns(question) }
      if edits.isEmpty { continue }
      items.append(
        QuestionRules(
          question: question, relevant: try Self.bind(question.relevant, question, form),
          constraint: try Self.bind(question.constraint, question, form), edits: edits))
    }
    self.items = items
  }

  /// The text questions whose words a condition rests on, by their index.
  var texts: Set<Int> {
    items.reduce(into: []) { texts, item in
      texts.formUnion(item.relevant?.texts ?? [])
      texts.formUnion(item.constraint?.texts ?? [])
    }
  }

  /// Marks the blanks of questions that do not apply, or of which an unclear answer leaves open
  /// whether they do, and reports what breaks an edit.
  func judge(_ submission: inout Submission, unit: String, source: String) -> [Finding] {
    let given = submission
    var findings: [Finding] = []
    for item in items {
      // With the marks of the questions before: what is undecided leaves open what follows from it.
      let applicability = item.applicability(to: submission)
      if given.state(item.index) == .noAnswer {
        switch applicability {
        case .applicable: break
        case .notApplicable:
          submission.cells.replace(item.index, with: [AnswerCell.notApplicable])
        case .undecided: submission.cells.replace(item.index, with: [AnswerCell.unclear])
        }
      }
      let answer = JudgedAnswer(rules: item, submission: given, applicability: applicability)
      for edit in item.edits {
        guard let objection = edit.objection(to: answer) else { continue }
        findings.append(
          Finding(
            objection, at: Position(source: source, place: given.place), unit: unit,
            submission: given.number, question: item.question.name, value: answer.value))
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
        path: form.path, line: question.line, id: error.id, error.message)
    }
  }
}
