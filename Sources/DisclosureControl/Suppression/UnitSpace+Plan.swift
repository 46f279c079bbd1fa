import Definition
import Questionnaire

/// What a plan names.
extension UnitSpace {
  /// Whether a reporting unit, or an organization too.
  var reportingUnits: UnitSet.Part { .init(dimension: Self.profile, values: units) }

  func hasReplied(_ has: Bool) -> UnitSet.Part {
    let all = dimensions[Self.response].all
    return .init(dimension: Self.response, values: has ? replied : all.subtracting(replied))
  }

  /// Who has a code of a variable.
  func choice(_ code: Int, of entry: VariableCatalog.Entry) -> UnitSet.Part {
    choice(anyOf: [code], of: entry)
  }

  func choice(anyOf codes: [Int], of entry: VariableCatalog.Entry) -> UnitSet.Part {
    let dimension = dimension(of: catalog.basis(of: entry))
    return .init(
      dimension: dimension,
      values: values(in: dimension) { source in codes.contains { source.has($0, of: entry) } })
  }

  /// Who is in one of some answer states of a variable.
  ///
  /// An attribute is answered by whoever replied: so aggregation counts it.
  func state(in states: [AnswerState], of entry: VariableCatalog.Entry) -> [UnitSet.Part] {
    let variable = entry.variable.index
    if entry.isAboutAnswers {
      let dimension = dimension(of: catalog.basis(of: entry))
      return [
        .init(
          dimension: dimension,
          values: values(in: dimension) { source in
            source.state(of: variable).map(states.contains) ?? false
          })
      ]
    }
    let nobody = UnitSet.Part(
      dimension: Self.response, values: .none(of: dimensions[Self.response].count))
    guard let state = states.first else { return [nobody] }
    if state == .didNotReply { return [hasReplied(false)] }
    guard case .derived = entry.origin else {
      return [state == .answered ? hasReplied(true) : nobody]
    }
    let coded = choice(anyOf: Array(entry.codes.indices), of: entry)
    switch state {
    case .answered: return [hasReplied(true), coded]
    case .notApplicable:
      let others = dimensions[coded.dimension].all.subtracting(coded.values)
      return [hasReplied(true), .init(dimension: coded.dimension, values: others)]
    default: return [nobody]
    }
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

  private func values(in dimension: Int, where holds: (ValueSource) -> Bool) -> ValueSet {
    dimensions[dimension].set { holds(ValueSource(catalog: catalog, value: $0)) }
  }
}
