package import Questionnaire
import Tabular

/// The columns of `answer-states.csv`: a row a question and group, the first of a question for all
/// units, with the six answer states and the population that they sum to.
package enum AnswerStateColumn: Int, StageColumn {
  case question, attribute, code
  case answered, noAnswer, notApplicable, notAsked, unclear, didNotReply
  case population

  package static let fileName = "answer-states.csv"

  package init(_ state: AnswerState) {
    self =
      switch state {
      case .answered: .answered
      case .noAnswer: .noAnswer
      case .notApplicable: .notApplicable
      case .notAsked: .notAsked
      case .unclear: .unclear
      case .didNotReply: .didNotReply
      }
  }
}
