/// Sets that leave none of another out, but may have units in common, such as ticks.
extension UnitSpace {
  struct Covering: Hashable {
    let whole: UnitSet
    let parts: [UnitSet]
    /// What every two parts have in common.
    let pairs: [UnitSet]
    /// Who is in more than one part; nil where nobody can be.
    let overlap: UnitSet?
  }

  /// The coverings that a set is one of the parts of.
  func coverings(around set: UnitSet) -> [Covering] {
    set.parts.flatMap { part -> [Covering] in
      guard let around = around(part.dimension, of: set) else { return [] }
      return dimensions[part.dimension].covers.compactMap { cover in
        // Of very many ticks the pairs are more than can be told apart in good time.
        let isFew = cover.parts.count <= 20
        let common = cover.parts.indices.prefix(isFew ? cover.parts.count : 2).flatMap { index in
          cover.parts[..<index].map { $0.intersection(cover.parts[index]) }
        }
        guard let whole = self.set(around, dimension: part.dimension, values: cover.whole),
          let first = common.first
        else { return nil }
        return Covering(
          whole: whole,
          parts: cover.parts.compactMap { self.set(around, dimension: part.dimension, values: $0) },
          pairs: common.compactMap { self.set(around, dimension: part.dimension, values: $0) },
          overlap: isFew
            ? self.set(
              around, dimension: part.dimension,
              values: common.dropFirst().reduce(first) { $0.union($1) }) : nil)
      }
    }
  }
}
