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
    if let source = derived.source {
      if !known.states[source].isAnswered { states.insert(known.states[source]) }
      for case .codes(let codes) in derived.rules {
        states.formUnion(openStates(ofAny: codes, in: source))
      }
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
      let choices = clause.choices.filter { $0.variable == variable }
      open.formUnion(
        choices.isEmpty
          ? openStates(in: variable)
          : choices.reduce(into: []) { $0.formUnion(openStates(ofAny: $1.codes, in: variable)) })
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
    case .codes(let codes):
      guard let source = derived.source else { return false }
      if has(anyOf: codes, of: source) { return true }
      return openStates(ofAny: codes, in: source).contains(.unclear) ? nil : false
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
    case .what(let variable): isBlank(variable) || !openStates(in: variable).isEmpty
    case .choice(let code, let variable):
      isBlank(variable) || !openStates(of: code, in: variable).isEmpty
        || clause.unchosen.contains { offer in
          offer.variable == variable && offer.codes.contains(code) && state(of: offer) != nil
        }
    case .whetherWhat(let variable): isPartlyUnclear(variable)
    case .whetherChoice(let code, let variable):
      isUnclear(code, of: variable)
        || clause.unchosen.contains { offer in
          offer.variable == variable && offer.codes.contains(code) && state(of: offer) == .unclear
        }
    }
  }

  /// The states of what leaves open whether the unit has a code of a variable of which it may have
  /// several: it has others all the same. None where that is known.
  func openStates(of code: Int, in variable: Int) -> Set<AnswerState> {
    guard case .derived(let position) = variables.forms[variable].origin,
      variables.derived[position].isOverlapping, known.states[variable].isAnswered,
      !has(code, of: variable)
    else { return [] }
    let derived = variables.derived[position]
    switch derived.rules[code] {
    case .condition(let condition):
      guard let clause = derived.clauses[code],
        condition.truth(for: self, isOpen: { isOpen($0, clause) }) == nil
      else { return [] }
      return openStates(of: clause)
    case .codes, .range:
      guard let source = derived.source else { return [] }
      if !known.states[source].isAnswered { return [known.states[source]] }
      guard case .codes(let codes) = derived.rules[code] else { return [] }
      return openStates(ofAny: codes, in: source)
    }
  }

  /// The same of one of several codes.
  private func openStates(ofAny codes: [Int], in variable: Int) -> Set<AnswerState> {
    if has(anyOf: codes, of: variable) { return [] }
    return codes.reduce(into: []) { $0.formUnion(openStates(of: $1, in: variable)) }
  }

  /// The same of any code.
  func openStates(in variable: Int) -> Set<AnswerState> {
    guard case .derived(let position) = variables.forms[variable].origin,
      variables.derived[position].isOverlapping
    else { return [] }
    return variables.derived[position].rules.indices.reduce(into: []) {
      $0.formUnion(openStates(of: $1, in: variable))
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
