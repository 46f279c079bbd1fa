import Interchange
import Questionnaire
import Tabular
import Tabulation

/// The routing of a submission where it is plain: of most answers there is nothing to say, which their letters
/// and those of the questions that lead to them tell.
///
/// It decides nothing by itself: what it cannot settle, such as whatever rests on an unclear answer, is judged
/// by `FormRules`.
struct PlainRouting: Sendable {
  /// A step of a test, in postfix order.
  private struct Step {
    enum Kind { case isLetter, isNotLetter, isTicked, not, and, or }

    let kind: Kind
    var variable = 0
    /// The letter, or which of the ticks.
    var code = 0
  }

  /// What is known of one question before any submission.
  private struct Item {
    let question: Int
    /// Its test among all steps; empty where it is always asked, none where it is not plain.
    let steps: Range<Int>?
    /// One bit for each answer state: whether nobody objects where the routing leads to the question, and
    /// where it does not.
    let quietWhereAsked: UInt8
    let quietElsewhere: UInt8
  }

  private var items: [Item] = []
  private var steps: [Step] = []
  /// The answer state of each mark, as a bit.
  private let states: [UInt8]
  /// The deepest test that is plain.
  private static let deepest = 60

  init(_ rules: [QuestionRules], _ form: Questionnaire) {
    states = (0...UInt8.max).map { 1 << UInt8(AnswerField.state($0).position) }
    for rule in rules {
      let first = steps.count
      var isPlain = true
      if let relevant = rule.relevant {
        isPlain = relevant.choiceTest.map { append($0, form) } ?? false
        if !isPlain || steps.count - first > Self.deepest {
          isPlain = false
          steps.removeSubrange(first...)
        }
      }
      items.append(
        Item(
          question: rule.index, steps: isPlain ? first..<steps.count : nil,
          quietWhereAsked: Self.quiet(rule, .applicable),
          quietElsewhere: Self.quiet(rule, .notApplicable)))
    }
  }

  private static func quiet(_ rule: QuestionRules, _ applicability: Applicability) -> UInt8 {
    AnswerState.allCases.reduce(0) { quiet, state in
      rule.edits(of: state, applicability).isEmpty ? quiet | 1 << UInt8(state.position) : quiet
    }
  }

  /// Appends the steps of a test; false where choices are told by more than one letter.
  private mutating func append(_ test: ChoiceTest, _ form: Questionnaire) -> Bool {
    switch test {
    case .isCode(let variable, let code, let expected):
      guard case .selectOne(let list) = form.questions[variable].type, list.choices.count <= 26
      else { return false }
      steps.append(
        Step(
          kind: expected ? .isLetter : .isNotLetter, variable: variable,
          code: Int(UInt8(ascii: "a")) + code))
    case .isSelected(let variable, let code):
      guard case .selectMultiple = form.questions[variable].type else { return false }
      steps.append(Step(kind: .isTicked, variable: variable, code: code))
    case .not(let inner):
      guard append(inner, form) else { return false }
      steps.append(Step(kind: .not))
    case .and(let left, let right):
      guard append(left, form), append(right, form) else { return false }
      steps.append(Step(kind: .and))
    case .or(let left, let right):
      guard append(left, form), append(right, form) else { return false }
      steps.append(Step(kind: .or))
    }
    return true
  }

  /// Marks an answer where it does not apply, and says whether there is nothing else to do about it.
  ///
  /// - Parameter index: That of the question's rules.
  func settles(_ index: Int, in fields: inout StageRow) -> Bool {
    let item = items[index]
    guard let steps = item.steps, let isAsked = isAsked(steps, fields) else { return false }
    let mark = fields.code(item.question) ?? AnswerField.noAnswer
    let quiet = isAsked ? item.quietWhereAsked : item.quietElsewhere
    guard quiet & states[Int(mark)] != 0 else { return false }
    if !isAsked, mark == AnswerField.noAnswer {
      fields.replace(item.question, with: AnswerField.notApplicable)
    }
    return true
  }

  /// Whether a test holds; nil where an answer that it asks for is unclear.
  private func isAsked(_ range: Range<Int>, _ fields: StageRow) -> Bool? {
    if range.isEmpty { return true }
    // The truth of what was found so far, the latest in the lowest bit.
    var found: UInt64 = 0
    for index in range {
      let step = steps[index]
      switch step.kind {
      case .isLetter, .isNotLetter, .isTicked:
        guard let holds = holds(step, fields) else { return nil }
        found = found << 1 | (holds ? 1 : 0)
      case .not: found ^= 1
      case .and: found = (found >> 2) << 1 | ((found >> 1) & found & 1)
      case .or: found = (found >> 2) << 1 | (((found >> 1) | found) & 1)
      }
    }
    return found & 1 == 1
  }

  private func holds(_ step: Step, _ fields: StageRow) -> Bool? {
    let mark = fields.code(step.variable) ?? AnswerField.noAnswer
    if mark == AnswerField.unclear { return nil }
    switch step.kind {
    case .isLetter: return Int(mark) == step.code
    case .isNotLetter: return Int(mark) != step.code
    case .isTicked:
      guard AnswerField.state(mark) == .answered else { return false }
      let range = fields.range(of: step.variable)
      return step.code < range.count
        && fields.byte(at: range.lowerBound + step.code) != AnswerField.unticked
    case .not, .and, .or: return nil
    }
  }
}
