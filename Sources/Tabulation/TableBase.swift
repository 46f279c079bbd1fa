package import Questionnaire

/// The set that the percentages of a table are of.
package enum TableBase: Sendable {
  case population
  case respondents
  case asked
  case answered
  /// Those who answered, but for whoever chose nothing but what is no opinion.
  case substantive
  case condition(Condition)

  /// The base of a variable for which the plan names none: those who answered a question, with an
  /// opinion where some choices are none; everybody for what is known of all.
  package static func usual(isAboutAnswers: Bool, hasNonSubstantive: Bool) -> TableBase {
    isAboutAnswers ? (hasNonSubstantive ? .substantive : .answered) : .population
  }

  /// Who is in the base of the rows of a variable.
  package func criteria(of variable: Int) -> [Criterion] {
    switch self {
    case .population: []
    case .respondents: [.hasReplied(true)]
    case .asked: [.asked(of: variable)]
    case .answered: [.state(.answered, of: variable)]
    case .substantive: [.substantive(of: variable)]
    case .condition(let condition): [.condition(condition)]
    }
  }
}
