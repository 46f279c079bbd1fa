import Basics
import Optimization
import Questionnaire

/// What attributes tell together that tables tell of each.
extension TableRelations {
  /// What tables say of units by one attribute and by another must agree on those that have both, of
  /// whom there are no more than registers say.
  mutating func relateProfiles(of printed: [UnitSet], in path: String) throws(RunError) {
    for divided in space.profileDivisions(of: printed) {
      let cells = divided.sets.compactMap { cellOfSet[$0] }
      let atoms = divided.atoms.map { cellOfSet[$0.set] }
      let found = counts(of: divided, atoms, cells)
      guard let found else {
        throw Self.fault(path, "no counts by several attributes agree with those by each")
      }
      let members = divided.atoms.indices.map { index in
        atoms[index] ?? linked.add(found[index], .implied, atMost: divided.atoms[index].most)
      }
      for (cell, indices) in zip(cells, divided.indices)
      where !indices.map({ members[$0] }).contains(cell) {
        linked.add(sumOf: indices.map { members[$0] }, is: cell)
      }
    }
  }

  /// Counts of the atoms that agree with those of all sets. The true ones are in no file that the
  /// export reads, and any do: only what can change matters.
  private func counts(of divided: UnitSpace.ProfileDivision, _ atoms: [Int?], _ cells: [Int])
    -> [Int]?
  {
    let variables =
      atoms.indices.map { index -> IntegerProgram.Variable in
        let count = atoms[index].map { linked.cells[$0].value }
        return .init(in: count.map { $0...$0 } ?? 0...divided.atoms[index].most, cost: 0)
      } + cells.map { .init(in: linked.cells[$0].value...linked.cells[$0].value, cost: 0) }
    let equations = divided.indices.enumerated().map { number, indices in
      indices.map { IntegerProgram.Term($0, times: 1) } + [.init(atoms.count + number, times: -1)]
    }
    guard
      case .cheapest(let values) = IntegerProgram(equations, variables: variables.count).solve(
        variables)
    else { return nil }
    return Array(values.prefix(atoms.count))
  }
}
