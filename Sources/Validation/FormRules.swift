import Basics
import Definition
import Interchange
import Questionnaire
import Tabular
import Tabulation

/// What the form demands of the answers to one question.
///
/// A class, since it is looked at once a submission and copied never.
final class QuestionRules: Sendable {
  let question: Question
  let index: Int
  let relevant: Condition?
  let constraint: Condition?
  /// By code, when a choice is offered; nil where that is always so. Empty where all are.
  let offers: [Condition?]
  /// The edits that can object to an answer, by its mark and applicability: to most there is none.
  private let edits: [[any Edit]]

  init(
    question: Question, relevant: Condition?, constraint: Condition?, offers: [Condition?],
    edits: [any Edit]
  ) {
    self.question = question
    self.offers = offers
    index = question.index
    self.relevant = relevant
    self.constraint = constraint
    self.edits = AnswerState.allCases.flatMap { state in
      Applicability.allCases.map { applicability in
        edits.filter { $0.mayObject(to: state, applicability) }
      }
    }
  }

  func edits(of state: AnswerState, _ applicability: Applicability) -> [any Edit] {
    edits[state.position * Applicability.allCases.count + applicability.position]
  }

  func applicability(to submission: Submission) -> Applicability {
    guard let relevant else { return .applicable }
    return relevant.truth(for: submission).map { $0 ? .applicable : .notApplicable } ?? .undecided
  }
}

/// Whether the routing leads to a question.
enum Applicability: CaseIterable {
  case applicable
  case notApplicable
  /// It rests on an unclear answer.
  case undecided

  var position: Int {
    switch self {
    case .applicable: 0
    case .notApplicable: 1
    case .undecided: 2
    }
  }
}

/// What the form demands of a submission: its routing and the edits that follow from it.
struct FormRules: Sendable {
  /// The questions that an edit is about.
  private let items: [QuestionRules]
  /// What settles most of them; nil where each is judged in full.
  private let plain: PlainRouting?
  private let behindSkip: PipelineDefinition.BehindSkip
  /// The questions of which each instance is judged by itself: of all together nothing is said.
  private let judgedApart: Set<Int>
  private static let edits: [any Edit] = [
    RequiredAnswer(), RoutingBroken(), ConstraintBroken(), NotOffered(),
  ]

  /// - Parameters:
  ///   - behindSkip: What becomes of answers to which the routing does not lead.
  ///   - questions: The indices of those that are judged; nil for all.
  ///   - judgedApart: The indices of those of which each instance is judged by itself.
  ///   - wordless: The indices of text questions of which the words are not kept: constraints on these are
  ///     left to the tool.
  ///   - isPlain: Whether what letters alone tell is settled by these: the same comes of it.
  init(
    _ form: Questionnaire, behindSkip: PipelineDefinition.BehindSkip = .report,
    only questions: Set<Int>? = nil, judgedApart: Set<Int> = [], wordless: Set<Int> = [],
    isPlain: Bool = true
  ) throws(RunError) {
    self.behindSkip = behindSkip
    self.judgedApart = judgedApart
    var items: [QuestionRules] = []
    for question in form.questions where questions?.contains(question.index) ?? true {
      let edits = Self.edits.filter { $0.concerns(question) }
      if edits.isEmpty { continue }
      let constraint = try Self.bind(question.constraint, question: question, form: form)
      let isKept = constraint?.texts.isDisjoint(with: wordless) ?? false
      items.append(
        QuestionRules(
          question: question,
          relevant: try Self.bind(question.relevant, question: question, form: form),
          constraint: isKept ? constraint : nil,
          offers: question.offers(in: form), edits: edits))
    }
    self.items = items
    plain = isPlain ? PlainRouting(items, form) : nil
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
  ///
  /// - Parameter position: Where a submission stands in its source; what was taken over from an
  ///   earlier one stands there.
  func judge(
    _ counted: inout CountedSubmission, unit: String, position: (Submission) -> Position
  ) -> [Finding] {
    let given = counted.submission
    var submission = given
    defer { counted.submission = submission }
    var findings: [Finding] = []
    for index in items.indices {
      if !counted.tookOver, plain?.settles(index, in: &submission.fields) == true { continue }
      let item = items[index]
      // With the marks of the questions before: what is undecided leaves open what follows from it.
      let applicability = item.applicability(to: submission)
      // Nobody gave this answer beside the one that leads past it: they came at two times.
      if applicability == .notApplicable, counted.tookOver, counted.leaveBehind(item.question) {
        submission.fields.replace(item.index, with: AnswerField.notApplicable)
        continue
      }
      let mark = given.fields.code(item.index) ?? AnswerField.noAnswer
      if mark == AnswerField.noAnswer {
        switch applicability {
        case .applicable: break
        case .notApplicable:
          submission.fields.replace(item.index, with: AnswerField.notApplicable)
        case .undecided: submission.fields.replace(item.index, with: AnswerField.unclear)
        }
      }
      let edits = item.edits(of: AnswerField.state(mark), applicability)
      if edits.isEmpty { continue }
      var answer = JudgedAnswer(
        rules: item, submission: given, routed: submission, applicability: applicability)
      let isBehindSkip = RoutingBroken.isBroken(answer.state, applicability)
      if isBehindSkip, behindSkip == .blank {
        submission.fields.replace(item.index, with: AnswerField.notApplicable)
        counted.leftOut.append(item.question)
        answer.isLeftOut = true
      }
      if judgedApart.contains(item.index) { continue }
      for edit in edits {
        // Of what is left out nothing else is said, and of what is kept not that it is.
        let isRouting = edit is RoutingBroken
        if answer.isLeftOut && !isRouting || isRouting && behindSkip == .keep { continue }
        guard let objection = edit.objection(to: answer) else { continue }
        let origin = counted.origin(of: item.question)
        findings.append(
          Finding(
            objection, at: position(origin), unit: unit,
            submission: origin.number, question: item.question.name, value: answer.value))
      }
    }
    return findings
  }

  private static func bind(
    _ expression: Expression?, question: Question, form: Questionnaire
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
