/// The units that a cell counts: those whose values lie in the given ones of each dimension.
///
/// `UnitSpace` makes them, in one form each: two cells of any tables with equal sets count the same
/// units, and are one figure.
struct UnitSet: Hashable {
  struct Part: Hashable {
    let dimension: Int
    let values: ValueSet
  }

  /// By dimension, none of which stands here with all its values.
  let parts: [Part]

  subscript(_ dimension: Int) -> ValueSet? {
    parts.first { $0.dimension == dimension }?.values
  }

  /// The parts without those of some dimensions.
  func parts(without dimensions: Set<Int>) -> [Part] {
    parts.filter { !dimensions.contains($0.dimension) }
  }
}
