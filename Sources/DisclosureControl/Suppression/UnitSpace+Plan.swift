import Definition
import Questionnaire
import Tabulation

/// What a plan names.
extension UnitSpace {
  func hasReplied(_ has: Bool) -> UnitSet.Part {
    let all = dimensions[Self.response].all
    return .init(dimension: Self.response, values: has ? replied : all.subtracting(replied))
  }

  /// Who has a code of a variable.
  func choice(_ code: Int, of entry: VariableCatalog.Entry) -> UnitSet.Part {
    choice(anyOf: [code], of: entry)
  }

  func choice(anyOf codes: [Int], of entry: VariableCatalog.Entry) -> UnitSet.Part {
    part(.code(anyOf: codes, of: entry.variable.index), entry.variable.index)
  }

  /// Who meets all of some criteria.
  func parts(of criteria: [Criterion]) -> [UnitSet.Part] {
    criteria.flatMap { $0.parted(catalog.variables) }.flatMap(parts)
  }

  private func parts(of criterion: Criterion) -> [UnitSet.Part] {
    switch criterion {
    case .isReportingUnit: [.init(dimension: Self.profile, values: units)]
    case .isParticipant: [.init(dimension: Self.profile, values: participants)]
    case .hasReplied(let has): [hasReplied(has)]
    case .code(_, let variable), .noCode(let variable), .state(_, let variable),
      .substantive(let variable), .asked(let variable), .value(let variable):
      [part(criterion, variable)]
    case .condition(let condition), .offered(_, _, let condition): parts(of: condition)
    }
  }

  /// Who meets a criterion that depends on one variable.
  private func part(_ criterion: Criterion, _ variable: Int) -> UnitSet.Part {
    let dimension = dimension(of: catalog.basis(of: catalog.entries[variable]))
    return .init(
      dimension: dimension, values: values(in: dimension) { $0.meets(criterion) })
  }

  /// Whether some but not all who answered a question are in a part.
  func dividesAnswers(_ part: UnitSet.Part) -> Bool {
    guard part.dimension >= Self.firstQuestion else { return false }
    let answered = dimensions[part.dimension].set { $0.state == .answered }
    let inside = answered.intersection(part.values)
    return !inside.isEmpty && inside != answered
  }

  /// For whom a condition holds, as far as each of its parts is about one dimension: those of a plan
  /// are.
  func parts(of condition: Condition) -> [UnitSet.Part] {
    condition.conjuncts.compactMap { part in
      catalog.basis(of: part).map { basis in
        let dimension = dimension(of: basis)
        return .init(
          dimension: dimension, values: values(in: dimension) { part.holds(for: $0) })
      }
    }
  }

  /// The dimension that something follows from; a plan has nothing that follows from several.
  func dimension(of basis: VariableBasis?) -> Int {
    switch basis {
    case .registers, nil: Self.profile
    case .response: Self.response
    case .question(let question): Self.firstQuestion + question
    }
  }

  private func values(in dimension: Int, where holds: (TabulatedUnit) -> Bool) -> ValueSet {
    let possible = possible[dimension]
    return ValueSet(of: possible.count) { holds(possible[$0]) }
  }
}
