package import Phrases

/// The six states an answer can be in: never merged, from the first stage to the printed cell.
package enum AnswerState: String, Sendable, CaseIterable {
  case answered
  /// Asked, and left blank.
  case noAnswer = "no_answer"
  /// The routing says that the question does not arise.
  case notApplicable = "not_applicable"
  /// Not in the version of the form that was filled in.
  case notAsked = "not_asked"
  /// Something was answered, but no code fits; the answer is quarantined.
  case unclear
  /// The unit sent nothing, or too late.
  case didNotReply = "did_not_reply"

  /// What a table calls it.
  package var phrase: Phrase {
    switch self {
    case .answered: .answered
    case .noAnswer: .noAnswer
    case .notApplicable: .notApplicable
    case .notAsked: .notAsked
    case .unclear: .unclear
    case .didNotReply: .didNotReply
    }
  }
}
