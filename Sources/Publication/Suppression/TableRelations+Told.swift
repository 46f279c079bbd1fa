/// Sums among sets that stand in no table.
extension TableRelations {
  /// What follows from sets that stand in no table, but are told by sums or are several parts of a
  /// whole together: of those that are nearly as large as another that they are in, neither can
  /// change much.
  mutating func relateWhatIsTold(_ divided: [UnitSpace.Parts]) {
    var told = sets.map { Told(set: $0, count: cellOfSet[$0].map { linked.cells[$0].value } ?? 0) }
    var placeOfUnion: [UnitSet: Int] = [:]
    for divided in divided where cellOfSet[divided.whole] == nil {
      let parts = divided.parts.compactMap { cellOfSet[$0] }
      guard parts.count > 1,
        let union = space.union(of: divided, where: { cellOfSet[$0] != nil }),
        cellOfSet[union] == nil
      else { continue }
      let place = placeOfUnion[union] ?? told.count
      if place == told.count {
        placeOfUnion[union] = place
        told.append(Told(set: union, count: parts.reduce(0) { $0 + linked.cells[$1].value }))
      }
      told[place].sums.append(parts)
    }
    for (part, whole) in space.containments(among: told.map(\.set), differingIn: 1)
    where told[whole].count - told[part].count < interval {
      let (part, whole) = (cell(of: told[part]), cell(of: told[whole]))
      guard linked.cells[part].role != .known,
        linked.cells[part].role == .implied || linked.cells[whole].role == .implied
      else { continue }
      let rest = linked.cells[whole].value - linked.cells[part].value
      linked.add(sumOf: [part, linked.add(rest, .implied)], is: whole)
    }
  }

  /// A set whose count follows from others.
  private struct Told {
    let set: UnitSet
    let count: Int
    /// The cells that add up to it, each time.
    var sums: [[Int]] = []
  }

  private mutating func cell(of told: Told) -> Int {
    if let cell = cellOfSet[told.set] { return cell }
    let cell = linked.add(told.count, .implied)
    cellOfSet[told.set] = cell
    for parts in told.sums { linked.add(sumOf: parts, is: cell) }
    return cell
  }
}
