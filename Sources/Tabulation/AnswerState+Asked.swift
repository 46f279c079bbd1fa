package import Questionnaire

extension AnswerState {
  /// Whether the unit was asked.
  package var isAsked: Bool {
    switch self {
    case .answered, .noAnswer, .unclear: true
    case .notApplicable, .notAsked, .didNotReply: false
    }
  }

  var isAnswered: Bool {
    switch self {
    case .answered: true
    case .noAnswer, .notApplicable, .notAsked, .unclear, .didNotReply: false
    }
  }

  /// The same as `==`, which across modules compares two enums of texts by a call, too slow for what
  /// is asked for every unit, table and row.
  func isSame(as other: AnswerState) -> Bool { position == other.position }

  /// The index among all states, for tables by state.
  package var position: Int {
    switch self {
    case .answered: 0
    case .noAnswer: 1
    case .notApplicable: 2
    case .notAsked: 3
    case .unclear: 4
    case .didNotReply: 5
    }
  }
}
