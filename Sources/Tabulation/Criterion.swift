package import Questionnaire

/// Something that must hold of a unit for a cell to count it. A cell counts whoever meets all of its
/// criteria.
///
/// Counting asks whether a unit meets them. Disclosure control asks for the units that could: each
/// criterion that `parted` gives depends on one thing alone.
package enum Criterion: Sendable {
  case isReportingUnit
  /// The treaty admits it.
  case isParticipant
  case hasReplied(Bool)
  /// It has one of the codes.
  case code(anyOf: [Int], of: Int)
  case noCode(of: Int)
  case state(AnswerState, of: Int)
  /// It has answered, and not only by choices that are no opinion.
  case substantive(of: Int)
  /// It was asked, so that it has answered or could have.
  case asked(of: Int)
  /// It has a number or date.
  case value(of: Int)
  case condition(Condition)
  /// It was offered one of the codes, as the condition says, or chose one all the same, which is a
  /// finding.
  case offered(anyOf: [Int], of: Int, where: Condition)
}

extension TabulatedUnit {
  package func meets(_ criterion: Criterion) -> Bool {
    switch criterion {
    case .isReportingUnit: role.isReporting
    case .isParticipant: role.isParticipant
    case .hasReplied(let expected): hasReplied == expected
    case .code(let codes, let variable): has(anyOf: codes, of: variable)
    case .noCode(let variable): !hasCode(of: variable)
    case .state(let state, let variable): known.states[variable].isSame(as: state)
    case .substantive(let variable): hasSubstantiveAnswer(to: variable)
    case .asked(let variable): known.states[variable].isAsked
    case .value(let variable): value(of: variable) != nil
    case .condition(let condition): condition.holds(for: self)
    case .offered(let codes, let variable, let condition):
      isOffered(anyOf: codes, of: variable, where: condition)
    }
  }

  package func meets(_ criteria: [Criterion]) -> Bool {
    for criterion in criteria where !meets(criterion) { return false }
    return true
  }
}

extension Variables {
  /// The questions that a unit was asked which was offered one of some codes that conditions make, see
  /// `TabulatedUnit.isOffered`: who was not asked is not known to have left a choice out.
  fileprivate func questions(deciding codes: [Int], of variable: Int) -> [Int] {
    guard case .derived(let position) = forms[variable].origin else { return [] }
    let clauses = codes.compactMap { derived[position].clauses[$0] }
    guard clauses.count == codes.count else { return [] }
    return Set(clauses.flatMap(\.offers).map(\.variable)).sorted()
  }
}

extension Criterion {
  /// The same as criteria of which each depends on one thing alone: on one variable, on registers, or
  /// on whether the unit replied. A condition is parted at its outermost `and`.
  package func parted(_ variables: Variables) -> [Criterion] {
    switch self {
    case .isReportingUnit, .isParticipant, .hasReplied, .code, .noCode, .value: return [self]
    case .condition(let condition): return condition.conjuncts.map(Criterion.condition)
    // That nobody chose what was not offered is for whoever asks to see.
    case .offered(let codes, let variable, let condition):
      return condition.conjuncts.map(Criterion.condition)
        + variables.questions(deciding: codes, of: variable).map { .asked(of: $0) }
    case .asked(let variable):
      // Who has a fact has answered it, in this sense; nobody left it blank.
      return variables.isAboutAnswers(variable)
        ? [self] : Self.fact(.answered, of: variable, variables)
    case .substantive(let variable):
      return variables.isAboutAnswers(variable)
        ? [self] : Self.fact(.answered, of: variable, variables)
    case .state(let state, let variable):
      return variables.isAboutAnswers(variable) ? [self] : Self.fact(state, of: variable, variables)
    }
  }

  /// The state of what does not follow from answers: it depends on the reply, and on whether registers
  /// say something of the unit.
  private static func fact(
    _ state: AnswerState, of variable: Int, _ variables: Variables
  ) -> [Criterion] {
    let isDerived = if case .derived = variables.forms[variable].origin { true } else { false }
    switch state {
    case .didNotReply: return [.hasReplied(false)]
    case .answered where isDerived:
      let codes = Array(0..<variables.forms[variable].codeCount)
      return [.hasReplied(true), .code(anyOf: codes, of: variable)]
    case .answered: return [.hasReplied(true)]
    case .notApplicable where isDerived: return [.hasReplied(true), .noCode(of: variable)]
    // Nobody is in it: who has replied, and has not.
    case .notApplicable, .noAnswer, .notAsked, .unclear:
      return [.hasReplied(true), .hasReplied(false)]
    }
  }
}
