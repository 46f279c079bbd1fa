import Basics
import Definition
import Questionnaire

/// What the conditions of declared rules are checked against: a submission, the one before it, and what
/// is known of the unit.
struct RuleAnswers: AnswerSource {
  let variables: RuleVariables
  let cutOff: String
  let unit: String
  /// The codes of the attributes, in the order of the catalog.
  var attributes: [Int?]
  /// The submission in question; nil for a unit that did not reply, and for a group of units.
  var current: Submission?
  var previous: Submission?
  var submissions = 0
  var lateSubmissions = 0
  /// What the functions over all units came to.
  var figures: [Rational?] = []

  func code(of variable: Int) -> Int? {
    if case .attribute(let attribute) = variables.meaning(of: variable) {
      return attributes[attribute]
    }
    return answer(variable).flatMap { $0.submission.code(of: $0.question) }
  }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    answer(variable).flatMap { $0.submission.code(rankedAt: rank, of: $0.question) }
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    answer(variable).map { $0.submission.isSelected(code, of: $0.question) } ?? false
  }

  func text(of variable: Int) -> String {
    guard case .fact(let fact) = variables.meaning(of: variable) else {
      return answer(variable).map { $0.submission.text(of: $0.question) } ?? ""
    }
    switch fact {
    case .received: return dayOfReceipt
    case .cutOff: return cutOff
    case .submissions: return String(submissions)
    case .lateSubmissions: return String(lateSubmissions)
    case .unit: return unit
    }
  }

  func isUnclear(_ variable: Int) -> Bool {
    answer(variable).map { $0.submission.isUnclear($0.question) } ?? false
  }

  var dayOfReceipt: String { current?.dayOfReceipt ?? "" }

  func figure(_ set: Int) -> Rational? {
    figures[set]
  }

  private func answer(_ variable: Int) -> (submission: Submission, question: Int)? {
    switch variables.meaning(of: variable) {
    case .question(let question): current.map { ($0, question) }
    case .previous(let question): previous.map { ($0, question) }
    case .attribute, .fact: nil
    }
  }
}
