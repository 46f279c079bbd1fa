import Definition
import Findings
import Questionnaire

extension UnitAnswers {
  /// The first code of a derived variable that holds.
  func code(ofDerived derived: DerivedVariable) -> Int? {
    derived.rules.firstIndex { holds($0, of: derived) }
  }

  func isSelected(_ code: Int, ofDerived derived: DerivedVariable) -> Bool {
    derived.isOverlapping
      ? holds(derived.rules[code], of: derived) : self.code(ofDerived: derived) == code
  }

  /// Answered where a code holds; else not applicable, unless the source was not answered.
  func state(ofDerived derived: DerivedVariable) -> AnswerState {
    guard cells != nil else { return .didNotReply }
    if code(ofDerived: derived) != nil { return .answered }
    guard let source = derived.source else { return .notApplicable }
    let state = state(of: source.variable.index)
    return state == .answered ? .notApplicable : state
  }

  private func holds(_ rule: DerivedVariable.Rule, of derived: DerivedVariable) -> Bool {
    // Who did not reply has no code of what follows from answers.
    guard cells != nil || !derived.isAboutAnswers else { return false }
    switch rule {
    case .condition(let condition): return condition.holds(for: self)
    case .codes(let codes):
      guard let variable = derived.source?.variable else { return false }
      return codes.contains { has($0, of: variable) }
    case .range(let from, let below):
      guard let source = derived.source, let value = value(of: source) else { return false }
      return from.map { value >= $0 } ?? true && below.map { value < $0 } ?? true
    }
  }
}
