import Definition

/// What the tables of two rounds do to figures, as far as a comparison, which counts replies, has to do it
/// too, or cannot.
struct FigureRules {
  /// The rounds whose shares and means are weighted in their tables.
  let weightedRounds: [String]
  /// The smallest base that each round gives percentages of.
  let percentBase: (old: Int?, new: Int?)

  init(_ old: CollectionDefinition, _ new: CollectionDefinition) {
    weightedRounds = [old, new].filter { $0.plan.weights != nil }.map(\.folders.name)
    percentBase = (old.pipeline.percentBase, new.pipeline.percentBase)
  }

  /// Why no change is given at all; nil where changes are.
  var note: String? {
    weightedRounds.isEmpty
      ? nil
      : "the tables of \(weightedRounds.joined(separator: " and ")) are weighted, and a comparison counts "
        + "replies: it gives no change of shares and means"
  }
}
