import Interchange
import Questionnaire

/// Which facts about a unit say the same, follow from one another, exclude one another, or can be
/// known to anybody.
struct FactRules {
  let catalog: VariableCatalog
  let registers: RegisterFacts
  private let response: Int

  init(_ catalog: VariableCatalog, _ registers: RegisterFacts) {
    self.catalog = catalog
    self.registers = registers
    response =
      catalog.attributes.first { $0.attribute == .response }?.entry.variable.index
      ?? catalog.entries.count
  }

  /// The fact that a unit has a submission that counts, or none.
  func replied(_ hasReplied: Bool) -> UnitSet.Fact {
    .code(variable: response, code: hasReplied ? 0 : 1)
  }

  func isQuestion(_ variable: Int) -> Bool {
    guard variable < catalog.entries.count,
      case .question = catalog.entries[variable].origin
    else { return false }
    return true
  }

  func isRanking(_ variable: Int) -> Bool {
    if case .ranking = catalog.entries[variable].variable.kind { true } else { false }
  }

  /// Whether anybody can tell which units are in a set: from registers, and from who replied,
  /// which is no secret; what they replied is.
  func isPublic(_ set: UnitSet) -> Bool {
    set.facts.allSatisfy { fact in
      switch fact {
      case .code(let variable, _), .notCode(let variable, _), .codeAmong(let variable, _):
        !isQuestion(variable)
      case .publicCondition, .participant: true
      case .ticked, .state, .stateAmong, .asked, .notAsked, .condition: false
      }
    }
  }

  func facts(of condition: Condition) -> [UnitSet.Fact] {
    condition.parts.map { part in
      switch part {
      case .code(let variable, let code): .code(variable: variable, code: code)
      case .notCode(let variable, let code): .notCode(variable: variable, code: code)
      case .answered(let variable):
        isQuestion(variable) ? .state(variable: variable, .answered) : .publicCondition("answered")
      case .selected(let variable, let code): .ticked(variable: variable, code: code)
      case .other(let text, let variables):
        variables.contains(where: isQuestion) ? .condition(text) : .publicCondition(text)
      }
    }
  }

  /// The set of the units for which all facts hold.
  ///
  /// - Returns: nil where they exclude one another, so that no unit can be in it.
  func set(_ facts: [UnitSet.Fact]) -> UnitSet? {
    var facts = facts.map(inOneForm)
    var following = facts.flatMap(consequences)
    // Registers speak of units; an organization may be in other groups together.
    if !facts.contains(.participant) || following.contains(.participant) {
      guard let codes = registers.codes(ofAllWith: facts) else { return nil }
      facts = (facts + codes).map(registers.inOneForm)
      following += facts.flatMap(registers.consequences) + registers.ofAll
    }
    facts = Set(facts).sorted()
    following += facts.filter { isRuledOut($0, by: facts) }
    let all = facts + following
    for (place, fact) in all.enumerated()
    where all[..<place].contains(where: { exclude($0, fact) }) {
      return nil
    }
    return UnitSet(facts: facts.filter { !following.contains($0) })
  }

  /// Whoever has not replied at all is in that state for every question.
  private func inOneForm(_ fact: UnitSet.Fact) -> UnitSet.Fact {
    switch fact {
    case .state(variable: _, .didNotReply): replied(false)
    case .notCode(let variable, let code)
    where !isQuestion(variable) && catalog.entries[variable].codes.count == 2:
      .code(variable: variable, code: 1 - code)
    default: fact
    }
  }

  /// Whether a code that units must not have is none of theirs for another reason.
  private func isRuledOut(_ fact: UnitSet.Fact, by facts: [UnitSet.Fact]) -> Bool {
    guard case .notCode(let variable, let code) = fact else { return false }
    return facts.contains { other in
      switch other {
      case .code(variable, let otherCode): otherCode != code
      case .state(variable, let state): state != .answered
      case replied(false): isQuestion(variable)
      default: false
      }
    }
  }

  private func exclude(_ left: UnitSet.Fact, _ right: UnitSet.Fact) -> Bool {
    switch (left, right) {
    case (.code(let variable, let code), .code(let other, let otherCode)):
      variable == other && code != otherCode
    case (.code(let variable, let code), .notCode(let other, let otherCode)),
      (.notCode(let variable, let code), .code(let other, let otherCode)):
      variable == other && code == otherCode
    case (.state(let variable, let state), .state(let other, let otherState)):
      variable == other && state != otherState
    case (.asked(let variable), .state(let other, let state)),
      (.state(let other, let state), .asked(let variable)):
      variable == other && (state == .notApplicable || state == .notAsked)
    case (.asked(let variable), .notAsked(let other)),
      (.notAsked(let other), .asked(let variable)):
      variable == other
    default: false
    }
  }

  private func consequences(of fact: UnitSet.Fact) -> [UnitSet.Fact] {
    let hasReplied = [replied(true), .participant]
    switch fact {
    case .code(let variable, _) where isQuestion(variable), .ticked(let variable, _),
      .codeAmong(let variable, _) where isQuestion(variable):
      return hasReplied + [.state(variable: variable, .answered), .asked(variable: variable)]
    case .state(let variable, .answered), .state(let variable, .noAnswer),
      .state(let variable, .unclear):
      return hasReplied + [.asked(variable: variable)]
    case .state(let variable, _): return hasReplied + [.notAsked(variable: variable)]
    case .stateAmong, .asked, .notAsked: return hasReplied
    case replied(true): return [.participant]
    case .code, .notCode, .codeAmong, .condition, .publicCondition, .participant: return []
    }
  }
}
