package import Questionnaire

/// What a row of a table counts.
package enum RowKind: Sendable, Hashable {
  /// A code of the row variable.
  case code(Int)
  /// Several codes of the row variable together.
  case net([Int])
  /// Codes of the row variable that the base leaves out: one, or those of a net. They are counted all
  /// the same, and are no share.
  case outside([Int])
  /// The numbers or dates of the row variable.
  case value
  /// All choices that were made, of which a unit may make several.
  case responses
  /// The set that the percentages of the rows above are of.
  case base
  /// Those of the base that were offered one of some codes: what the percentages of these are of.
  case offered([Int])
  /// Units in one of the answer states other than answered.
  case state(AnswerState)
  /// All units of the table.
  case population

  /// Whom the row counts among the units of the table; of `responses`, whose choices.
  ///
  /// - Parameter offer: When a unit is offered one of some codes; nil where all are.
  package func criteria(
    of variable: Int, base: TableBase, offer: ([Int]) -> Condition?
  ) -> [Criterion] {
    let base = base.criteria(of: variable)
    return switch self {
    case .code(let code): base + [.code(anyOf: [code], of: variable)]
    case .net(let codes): base + [.code(anyOf: codes, of: variable)]
    case .outside(let codes): [.code(anyOf: codes, of: variable)]
    case .value: base + [.value(of: variable)]
    case .base, .responses: base
    case .offered(let codes):
      base + (offer(codes).map { [.offered(anyOf: codes, of: variable, where: $0)] } ?? [])
    case .state(let state): [.state(state, of: variable)]
    case .population: []
    }
  }
}
