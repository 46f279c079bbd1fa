/// Sums among sets that stand in no table.
extension TableRelations {
  /// What follows from sets that stand in no table, but are known by sums or are several parts of a
  /// whole together: of those that are nearly as large as another that they are in, neither can
  /// change much.
  mutating func relateDerivedSets(_ divided: [UnitSpace.Parts]) {
    var derived = sets.map { set in DerivedSet(set: set, sums: cellOfSet[set].map { [[$0]] } ?? [])
    }
    var indexOfUnion: [UnitSet: Int] = [:]
    for divided in divided {
      let parts = divided.parts.compactMap { cellOfSet[$0] }
      guard parts.count > 1, parts.count < divided.parts.count,
        let union = space.union(of: divided, where: { cellOfSet[$0] != nil }),
        cellOfSet[union] == nil
      else { continue }
      let index = indexOfUnion[union] ?? derived.count
      if index == derived.count {
        indexOfUnion[union] = index
        derived.append(DerivedSet(set: union, sums: []))
      }
      derived[index].sums.append(parts)
    }
    for (part, whole) in space.containments(among: derived.map(\.set), differingIn: 1) {
      for parts in derived[part].sums {
        for wholes in derived[whole].sums { linked.add(parts, within: wholes) }
      }
    }
  }

  /// Whoever is left out of nested variables has no code of one of them.
  mutating func relateWhatIsLeftOut() {
    for set in sets {
      guard let uncoded = space.uncoded(of: set), let cell = cellOfSet[set] else { continue }
      let wholes = uncoded.compactMap(smallest(with:))
      if wholes.count == uncoded.count { linked.add([cell], within: wholes) }
    }
  }

  /// The cell of the smallest set that a set is in.
  private func smallest(with part: UnitSet) -> Int? {
    sets.filter { space.contains($0, part) }.compactMap { cellOfSet[$0] }
      .min { linked.cells[$0].value < linked.cells[$1].value }
  }

  /// A set whose count follows from cells.
  private struct DerivedSet {
    let set: UnitSet
    /// The cells that add up to it, each time.
    var sums: [[Int]]
  }
}
