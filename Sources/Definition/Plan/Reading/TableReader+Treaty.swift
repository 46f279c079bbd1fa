import Questionnaire
import Tabulation

extension TableReader {
  /// Whether what registers say of a treaty is in the table: in its variables, in what they follow from,
  /// in a condition, or in weights.
  func restsOnTreaty(
    _ blocks: [Table.Block], _ columns: [Table.Column], base: Table.Base?, filter: Condition?,
    population: Table.Population, isWeighted: Bool
  ) -> Bool {
    // Weights may be of strata by status.
    if population == .participants || isWeighted { return true }
    var conditions = [filter].compactMap(\.self)
    if case .condition(let condition)? = base { conditions.append(condition) }
    let variables =
      blocks.flatMap { $0.context.map(\.variable) + [$0.variable] }
      + columns.flatMap { $0.path.map(\.variable) }
    return variables.contains(where: \.restsOnTreaty)
      || conditions.contains(where: catalog.restsOnTreaty)
  }
}

extension Attribute {
  /// Whether it says how a State stands towards the treaty.
  var isOfTreaty: Bool {
    switch self {
    case .response, .regionalGroup, .own: false
    case .status, .signature, .deposit: true
    }
  }
}
