import Basics
import Questionnaire

/// What a derived variable makes of the answers of a unit.
extension TabulatedUnit {
  /// The codes that hold, in order.
  func codes(of derived: DerivedVariable) -> [Int] {
    let number = derived.hasRanges ? derived.source.flatMap(value) : nil
    if let bands = derived.bands { return number.map(bands.codes) ?? [] }
    var codes: [Int] = []
    for (code, rule) in derived.rules.enumerated() {
      let truth = truth(rule, of: derived, number)
      if truth == true { codes.append(code) }
      // Where it is not known whether a code holds, no later one is the first that does.
      if truth != false && !derived.isOverlapping { break }
    }
    return codes
  }

  /// Answered where a code holds; else not applicable, unless what it comes from was not answered.
  func state(of derived: DerivedVariable, hasCode: Bool) -> AnswerState {
    guard hasReplied else { return .didNotReply }
    if hasCode { return .answered }
    if let source = derived.source, !known.states[source].isAnswered {
      return known.states[source]
    }
    return openState(of: derived) ?? .notApplicable
  }

  /// The state of what is not answered and would decide whether a condition holds; nil where all is
  /// decided.
  private func openState(of derived: DerivedVariable) -> AnswerState? {
    var states: Set<AnswerState> = []
    for (condition, variables) in derived.conditions {
      var open = Set(variables.map { known.states[$0] }).filter { !$0.isAnswered }
      for offer in derived.offers where variables.contains(offer.variable) {
        if let state = state(of: offer) { open.insert(state) }
      }
      guard !open.isEmpty, condition.truth(for: self, isOpen: { isOpen($0, derived) }) == nil
      else { continue }
      states.formUnion(open)
    }
    return [.unclear, .noAnswer, .notAsked, .notApplicable].first(where: states.contains)
  }

  /// Whether a rule gives the unit its code; nil where that rests on an unclear answer.
  ///
  /// That somebody did not answer, or was not offered a choice, makes no condition true.
  ///
  /// - Parameter number: That of the source.
  private func truth(
    _ rule: DerivedVariable.Rule, of derived: DerivedVariable, _ number: ExactDecimal?
  ) -> Bool? {
    switch rule {
    case .condition(let condition):
      let truth = condition.truth(for: self)
      return truth == true ? condition.truth(for: self) { isOpen($0, derived) } == true : truth
    case _ where derived.source.map(isUnclear) == true: return nil
    case .codes(let codes): return derived.source.map { has(anyOf: codes, of: $0) } ?? false
    case .range(let from, let below):
      guard let number else { return false }
      return from.map { number >= $0 } ?? true && below.map { number < $0 } ?? true
    }
  }

  /// Whether what a condition asks for was not answered. Registers always answer.
  private func isOpen(_ asked: Condition.Asked, _ derived: DerivedVariable) -> Bool {
    switch asked {
    case .whether(let variable): isUnclear(variable)
    case .what(let variable): isBlank(variable)
    case .choice(let code, let variable):
      isBlank(variable)
        || derived.offers.contains {
          $0.variable == variable && $0.code == code && state(of: $0) != nil
        }
    }
  }

  private func isBlank(_ variable: Int) -> Bool {
    !known.states[variable].isAnswered && variables.isAboutAnswers(variable)
  }

  /// Of somebody who was not offered a choice: not asked, or unclear where an unclear answer decides
  /// it. Nil where it was offered, or chosen all the same.
  private func state(of offer: DerivedVariable.Offer) -> AnswerState? {
    if isSelected(offer.code, of: offer.variable) { return nil }
    return switch offer.condition.truth(for: self) {
    case true?: nil
    case false?: .notAsked
    case nil: .unclear
    }
  }
}
