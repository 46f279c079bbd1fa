import Basics

/// Sums among sets that stand in no table.
extension TableRelations {
  /// Takes in the wholes that other sets make up: who did not choose a code, which is all who chose
  /// another and all who have no answer, but nobody whose answer is unclear. A part of such a whole
  /// tells of it.
  mutating func deriveWholes(of divided: [UnitSpace.Parts], in path: String) throws(RunError) {
    var known: Set<UnitSet> = []
    let wholes = divided.map(\.whole).filter { cellOfSet[$0] == nil && known.insert($0).inserted }
    let wanted = wholes.map { (set: $0, contexts: space.contexts(of: $0)) }
    let contexts = Set(wanted.flatMap { $0.contexts.map(\.context) })
    var counted: [UnitSpace.Context: [ValueSet: Int]] = [:]
    for divided in divided where contexts.contains(divided.context) {
      for (values, set) in zip(divided.values, divided.parts) {
        if let cell = cellOfSet[set] { counted[divided.context, default: [:]][values] = cell }
      }
    }
    let ordered = counted.mapValues { cells in
      cells.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
    }
    for (set, contexts) in wanted {
      let found = contexts.compactMap { context, values in
        ordered[context].flatMap { cells(of: values, in: context, among: $0) }
      }
      guard let cells = found.first else { continue }
      try derive(set, cells.reduce(0) { $0 + linked.cells[$1].value }, in: path)
    }
  }

  /// The cells that make up the values of a context. Smaller ones come first: larger ones are made
  /// of them.
  private func cells(
    of values: ValueSet, in context: UnitSpace.Context, among counted: [(key: ValueSet, value: Int)]
  ) -> [Int]? {
    var rest = values
    var cells: [Int] = []
    for (part, cell) in counted where part.isSubset(of: rest) {
      rest = rest.subtracting(part)
      cells.append(cell)
    }
    return space.set(context, rest) == nil ? cells : nil
  }

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
