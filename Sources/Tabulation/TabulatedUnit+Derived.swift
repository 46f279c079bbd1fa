import Basics
import Questionnaire

/// What a derived variable makes of the answers of a unit.
extension TabulatedUnit {
  /// The codes that hold, in order.
  func codes(of derived: DerivedVariable) -> [Int] {
    let number = derived.hasRanges ? derived.source.flatMap(value) : nil
    if let bands = derived.bands { return number.map(bands.codes) ?? [] }
    var codes: [Int] = []
    for code in derived.rules.indices {
      let truth = truth(code, of: derived, number)
      if truth == true { codes.append(code) }
      // Where it is not known whether a code holds, no later one is the first that does.
      if truth != false && !derived.isOverlapping { break }
    }
    return codes
  }

  /// Answered where a code holds; else not applicable, unless what would decide it was not answered.
  func state(of derived: DerivedVariable, hasCode: Bool) -> AnswerState {
    guard hasReplied else { return .didNotReply }
    if hasCode { return .answered }
    var states: Set<AnswerState> = []
    if let source = derived.source, !known.states[source].isAnswered {
      states.insert(known.states[source])
    }
    for case .some(let clause) in derived.clauses {
      guard clause.condition.truth(for: self, isOpen: { isOpen($0, clause) }) == nil else {
        continue
      }
      states.formUnion(openStates(of: clause))
    }
    return Self.first(of: states) ?? .notApplicable
  }

  /// The number that a variable comes to, and its state.
  func number(_ value: DerivedVariable.Clause) -> (ExactDecimal?, AnswerState) {
    guard hasReplied else { return (nil, .didNotReply) }
    switch value.condition.outcome(for: self, isOpen: { isOpen($0, value) }) {
    case .open: return (nil, Self.first(of: openStates(of: value)) ?? .notApplicable)
    case .none: return (nil, .notApplicable)
    case .number(let number):
      // One of too many digits is no number that anything can be made of.
      guard let number = ExactDecimal(rounding: number) else { return (nil, .unclear) }
      return (number, .answered)
    }
  }

  /// Whether the unit was offered one of some choices, as the condition says of what was answered, or
  /// made one all the same. A code that is made by a condition is offered to whoever was offered enough
  /// of what it asks for to decide it.
  func isOffered(anyOf codes: [Int], of variable: Int, where condition: Condition) -> Bool {
    guard case .derived(let position) = variables.forms[variable].origin else {
      return condition.holds(for: self) || codes.contains { isSelected($0, of: variable) }
    }
    let derived = variables.derived[position]
    return codes.contains { code in
      switch derived.rules[code] {
      case .condition: derived.clauses[code].map(isDecided) ?? true
      case .codes(let codes):
        derived.source.map { isOffered(anyOf: codes, of: $0, where: condition) } ?? true
      case .range: true
      }
    }
  }

  private func isDecided(_ clause: DerivedVariable.Clause) -> Bool {
    let truth = clause.condition.truth(for: self) { asked in
      guard case .choice(let code, let variable) = asked else { return false }
      return clause.offers.contains { offer in
        offer.variable == variable && offer.codes.contains(code)
          && (!known.states[variable].isAsked || state(of: offer) != nil)
      }
    }
    return truth != nil
  }

  /// The states of what a condition asks for and that was not answered, or not offered.
  private func openStates(of clause: DerivedVariable.Clause) -> Set<AnswerState> {
    var open: Set<AnswerState> = []
    for variable in clause.condition.missing(for: self, isOpen: { isOpen($0, clause) }) {
      guard known.states[variable].isAnswered else {
        open.insert(known.states[variable])
        continue
      }
      for offer in clause.unchosen where offer.variable == variable {
        if let state = state(of: offer) { open.insert(state) }
      }
    }
    return open
  }

  private static func first(of states: Set<AnswerState>) -> AnswerState? {
    [.unclear, .noAnswer, .notAsked, .notApplicable].first(where: states.contains)
  }

  /// Whether a code holds; nil where that rests on an unclear answer.
  ///
  /// That somebody did not answer, or was not offered a choice, makes no condition true.
  ///
  /// - Parameter number: That of the source.
  private func truth(
    _ code: Int, of derived: DerivedVariable, _ number: ExactDecimal?
  ) -> Bool? {
    switch derived.rules[code] {
    case .condition(let condition):
      guard let clause = derived.clauses[code] else { return false }
      let isOpen = { self.isOpen($0, clause) }
      if condition.truth(for: self, isOpen: isOpen) == true { return true }
      return condition.canHold(for: self, isOpen: isOpen) ? nil : false
    case _ where derived.source.map(isUnclear) == true: return nil
    case .codes(let codes): return derived.source.map { has(anyOf: codes, of: $0) } ?? false
    case .range(let from, let below):
      guard let number else { return false }
      return from.map { number >= $0 } ?? true && below.map { number < $0 } ?? true
    }
  }

  /// Whether what a condition asks for was not answered. Registers always answer.
  private func isOpen(_ asked: Condition.Asked, _ clause: DerivedVariable.Clause) -> Bool {
    switch asked {
    case .blank: true
    case .whether(let variable): isUnclear(variable)
    case .what(let variable): isBlank(variable)
    case .choice(let code, let variable):
      isBlank(variable)
        || clause.unchosen.contains { offer in
          offer.variable == variable && offer.codes.contains(code) && state(of: offer) != nil
        }
    }
  }

  private func isBlank(_ variable: Int) -> Bool {
    !known.states[variable].isAnswered && variables.isAboutAnswers(variable)
  }

  /// Of somebody who was offered none of some choices: not asked, or unclear where an unclear answer
  /// decides it. Nil where one was offered, or chosen all the same.
  private func state(of offer: DerivedVariable.Offer) -> AnswerState? {
    if isOffered(anyOf: offer.codes, of: offer.variable, where: offer.condition) { return nil }
    return offer.condition.truth(for: self) == nil ? .unclear : .notAsked
  }
}
