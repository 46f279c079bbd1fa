package import Questionnaire

/// The set that the percentages of a table are of.
package enum TableBase: Sendable {
  case population
  case respondents
  case asked
  case answered
  case condition(Condition)

  /// The base of a variable for which the plan names none: those who answered a question, everybody
  /// for what is known of all.
  package static func usual(isAboutAnswers: Bool) -> TableBase {
    isAboutAnswers ? .answered : .population
  }

  /// Who is in the base of the rows of a variable.
  package func criteria(of variable: Int) -> [Criterion] {
    switch self {
    case .population: []
    case .respondents: [.hasReplied(true)]
    case .asked: [.asked(of: variable)]
    case .answered: [.state(.answered, of: variable)]
    case .condition(let condition): [.condition(condition)]
    }
  }
}
