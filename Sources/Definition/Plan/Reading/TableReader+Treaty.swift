import Questionnaire
import Tabulation

extension Table {
  /// Whether what registers say of a treaty may be in the table: in its variables, in what they follow
  /// from, in a condition, or in weights. Told from what it is made of, rather too often than not.
  package var mayRestOnTreaty: Bool {
    // Weights may be of strata by status.
    if filter != nil || population == .participants || isWeighted { return true }
    if let base, case .condition = base { return true }
    let variables =
      blocks.flatMap { $0.context.map(\.variable) + [$0.variable] }
      + columns.flatMap { $0.path.map(\.variable) }
    return variables.contains { $0.origin.mayRestOnTreaty }
  }
}

extension VariableCatalog.Origin {
  fileprivate var mayRestOnTreaty: Bool {
    switch self {
    case .question, .attribute(.response), .attribute(.regionalGroup), .attribute(.own): false
    case .attribute(.status), .attribute(.signature), .attribute(.deposit), .derived: true
    }
  }
}
