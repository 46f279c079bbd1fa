import Questionnaire

/// What some variables follow from in the end.
package struct Origins: Sendable {
  /// The questions and attributes, in order of their indices.
  package let given: [Int]
  /// The positions of the derived variables among them and on the way, in their order.
  package let derived: [Int]
}

extension Variables {
  package func origins(of variables: Set<Int>) -> Origins {
    var given: Set<Int> = []
    var positions: Set<Int> = []
    var open = Array(variables)
    while let variable = open.popLast() {
      guard case .derived(let position) = forms[variable].origin else {
        given.insert(variable)
        continue
      }
      guard positions.insert(position).inserted else { continue }
      let rules = derived[position]
      if let source = rules.source { open.append(source) }
      for condition in rules.deciding { open += condition.variables }
    }
    return Origins(given: given.sorted(), derived: positions.sorted())
  }
}

extension Criterion {
  /// The variables that it asks for; none where the reply or the role alone decides.
  package var variables: Set<Int> {
    switch self {
    case .isReportingUnit, .isParticipant, .hasReplied: []
    case .code(anyOf: _, let variable), .noCode(let variable), .state(_, let variable),
      .substantive(let variable), .asked(let variable), .value(let variable):
      [variable]
    case .condition(let condition): Set(condition.uses.keys)
    case .offered(_, let variable, let condition): Set(condition.uses.keys).union([variable])
    }
  }
}
