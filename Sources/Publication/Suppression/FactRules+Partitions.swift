import Interchange
import Questionnaire

/// Sets that make up another.
extension FactRules {
  /// A set and the parts that make it up, none of them twice.
  struct Partition {
    /// Where the first is in no table, the second takes its place, with the rest uncounted.
    let wholes: [UnitSet]
    let parts: [UnitSet]
    /// Whether the parts are all of the first whole: a ranking may have no first choice.
    let isExact: Bool
    fileprivate let division: Division
    fileprivate let partFacts: [UnitSet.Fact]
  }

  /// What a set is divided by.
  struct Division: Hashable {
    enum Kind: Hashable {
      case codes
      /// One code, and all that have another one or none.
      case oneCode(Int)
      /// The answer states of a question.
      case states
      /// Asked, not asked, or no reply.
      case asked
      /// The states that a question was asked in, or those that it was not.
      case statesAsked(Bool)
    }

    let kind: Kind
    let variable: Int
    let facts: [UnitSet.Fact]
  }

  /// The divisions that a set is a part of, or the whole.
  func divisions(around set: UnitSet) -> [Division] {
    set.facts.flatMap { fact -> [Division] in
      let rest = set.without(fact)
      switch fact {
      case .code(let variable, _):
        // Where registers say that these units are all in another group, they are a part of it.
        return [Division(kind: .codes, variable: variable, facts: rest)]
          + registers.consequences(of: fact).map {
            Division(kind: .codes, variable: variable, facts: rest + [$0])
          }
      case .notCode(let variable, let code):
        // Those with any other code are the whole of these codes.
        return [
          Division(kind: .oneCode(code), variable: variable, facts: rest),
          Division(
            kind: .codes, variable: variable,
            facts: set.without(.state(variable: variable, .answered))),
        ]
      case .state(let variable, _):
        return [Division(kind: .states, variable: variable, facts: rest)]
      case .asked(let variable), .notAsked(let variable):
        let isAsked = fact == .asked(variable: variable)
        return [
          Division(kind: .asked, variable: variable, facts: rest),
          Division(kind: .statesAsked(isAsked), variable: variable, facts: rest),
        ]
      default: return []
      }
    }
  }

  func partition(_ division: Division) -> Partition {
    let rest = division.facts
    let variable = division.variable
    var wholes = [set(rest)]
    let parts: [UnitSet.Fact]
    switch division.kind {
    case .codes:
      if isQuestion(variable) {
        wholes.insert(set(rest + [.state(variable: variable, .answered)]), at: 0)
      }
      parts = catalog.entries[variable].codes.indices.map { .code(variable: variable, code: $0) }
    case .oneCode(let code):
      parts = [.code(variable: variable, code: code), .notCode(variable: variable, code: code)]
    case .states:
      parts = AnswerState.allCases.map { .state(variable: variable, $0) }
    case .asked:
      parts = [.asked(variable: variable), .notAsked(variable: variable), replied(false)]
    case .statesAsked(let isAsked):
      wholes = [set(rest + [isAsked ? .asked(variable: variable) : .notAsked(variable: variable)])]
      let states: [AnswerState] =
        isAsked ? [.answered, .noAnswer, .unclear] : [.notApplicable, .notAsked]
      parts = states.map { .state(variable: variable, $0) }
    }
    let possible = parts.filter { set(rest + [$0]) != nil }
    return Partition(
      wholes: wholes.compactMap { $0 }, parts: possible.compactMap { set(rest + [$0]) },
      isExact: !isRanking(variable), division: division, partFacts: possible)
  }

  /// The set of what is left of a whole without some of its parts.
  ///
  /// - Returns: nil where it has no description.
  func remainder(_ partition: Partition, without isPresent: (UnitSet) -> Bool) -> UnitSet? {
    let missing = partition.partFacts.indices.filter { !isPresent(partition.parts[$0]) }
    guard missing.count != 1 else { return partition.parts[missing[0]] }
    let variable = partition.division.variable
    let numbers = missing.compactMap { place -> String? in
      switch partition.partFacts[place] {
      case .code(_, let code): String(code)
      case .state(_, let state) where state != .didNotReply: state.rawValue
      default: nil
      }
    }
    guard !numbers.isEmpty, numbers.count == missing.count else { return nil }
    let among = numbers.joined(separator: " ")
    let fact: UnitSet.Fact =
      switch partition.division.kind {
      case .states where among == "not_applicable not_asked": .notAsked(variable: variable)
      case .states: .stateAmong(variable: variable, among)
      default: .codeAmong(variable: variable, among)
      }
    return set(partition.division.facts + [fact])
  }

  /// Sets that a set is in, of which the difference is counted nowhere and follows all the same.
  func supersets(of set: UnitSet) -> [UnitSet] {
    set.facts.flatMap { fact -> [UnitSet?] in
      let rest = set.without(fact)
      switch fact {
      case .condition, .publicCondition: return [self.set(rest)]
      case .code(let variable, let code):
        // Whoever has this code has none of the others.
        return catalog.entries[variable].codes.indices.filter { $0 != code }
          .map { self.set(rest + [.notCode(variable: variable, code: $0)]) }
      case .ticked(let variable, code: _):
        return [self.set(rest + [.state(variable: variable, .answered)]), self.set(rest)]
      default: return []
      }
    }.compactMap { $0 }
  }
}
