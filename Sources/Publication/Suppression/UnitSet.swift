import Interchange

/// The units that a cell counts, by what holds for all of them.
///
/// Two cells of any tables with equal facts count the same units: they are one figure.
struct UnitSet: Hashable {
  enum Fact: Hashable, Comparable {
    /// The one code of an attribute, or of the answer to a question with one answer.
    case code(variable: Int, code: Int)
    /// Any other code of it than this, or none.
    case notCode(variable: Int, code: Int)
    /// One of some codes, or states, of a variable: those that stand in no table, by their numbers.
    case codeAmong(variable: Int, String)
    case stateAmong(variable: Int, String)
    /// A choice of a multi-select, among others.
    case ticked(variable: Int, code: Int)
    case state(variable: Int, AnswerState)
    /// Answered, left blank or unclear.
    case asked(variable: Int)
    /// Replied, but the question did not apply or was not in that version of the form.
    case notAsked(variable: Int)
    /// A condition of which no more is known than its text; a public one bears on no answer.
    case condition(String)
    case publicCondition(String)
    /// Counted among units and organizations.
    case participant
  }

  /// In their order, each once, and none that follows from others.
  let facts: [Fact]

  /// What remains of the set's description without one fact.
  func without(_ fact: Fact) -> [Fact] {
    facts.filter { $0 != fact }
  }
}

extension AnswerState: Comparable {
  static func < (left: AnswerState, right: AnswerState) -> Bool {
    left.rawValue < right.rawValue
  }
}
