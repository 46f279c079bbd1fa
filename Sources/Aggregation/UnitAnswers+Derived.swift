import Interchange
import Questionnaire

/// Derived variables of one unit; each is decided when it is asked for.
extension UnitAnswers {
  /// The first code that holds.
  func code(ofDerived position: Int) -> Int? {
    let derived = derived[position]
    return derived.rules.indices.first { holds(derived.rules[$0], of: derived) }
  }

  func isSelected(_ code: Int, ofDerived position: Int) -> Bool {
    let derived = derived[position]
    return derived.isOverlapping
      ? holds(derived.rules[code], of: derived) : self.code(ofDerived: position) == code
  }

  func state(ofDerived position: Int) -> AnswerState {
    guard cells != nil else { return .didNotReply }
    if code(ofDerived: position) != nil { return .answered }
    guard let source = derived[position].source else { return .notApplicable }
    let state = state(of: source.variable.index)
    return state == .answered ? .notApplicable : state
  }

  private func holds(_ rule: DerivedVariable.Rule, of derived: DerivedVariable) -> Bool {
    switch rule {
    case .condition(let condition):
      return (cells != nil || !derived.isAboutAnswers) && condition.holds(for: self)
    case .codes(let codes):
      guard let variable = derived.source?.variable else { return false }
      if case .codes = variable.kind {
        return codes.contains { isSelected($0, of: variable.index) }
      }
      return countedCode(of: variable).map(codes.contains) ?? false
    case .range(let from, let below):
      guard let source = derived.source, let value = value(of: source) else { return false }
      return from.map { value >= $0 } ?? true && below.map { value < $0 } ?? true
    }
  }
}
