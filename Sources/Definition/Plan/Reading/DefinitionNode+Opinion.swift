import Basics

extension DefinitionNode {
  /// Figures of a scale are of opinions: a "don't know" with the code 99 would be its highest point.
  ///
  /// - Throws: `badDefinition` where the form does not say whether a point of the scale is one.
  func requireOpinions(of variable: VariableCatalog.Entry) throws(RunError) {
    guard variable.scale != nil, !variable.isMultiple, !variable.doubtful.isEmpty else { return }
    let choices = variable.doubtful.map { variable.codes[$0] }
    let names = choices.map { choice in
      choice.label == choice.name ? "'\(choice.name)'" : "'\(choice.name)' (\(choice.label))"
    }
    throw error(
      id: .variable(.doubtfulOpinion),
      "\(names.joined(separator: " and ")) of '\(variable.name)' would be a point of its scale, and "
        + "seems to say that there is no opinion; write 'no' in the column 'substantive' of choices.csv "
        + "if it is none, and else 'yes'")
  }
}
