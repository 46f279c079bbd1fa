import Basics
import Definition

/// The sums of one number and what they must not tell.
///
/// Whoever has some sums knows of the numbers of single units what follows from these, from how many units
/// they are of, and from that no number is negative; and one number, where it is its own. That a number
/// can be higher is shown by other numbers of the same units that have the same sums: what one unit has
/// more, others of the same atom have less, or others of other atoms in the way of a round trip that leaves
/// each sum as it is.
struct AmountProblem {
  let atoms: [AmountAtom]
  /// The atoms that make up each sum.
  let sums: [[Int]]
  /// What is not guarded by the units of its own atom.
  let targets: [AmountTarget]

  init(atoms: [AmountAtom], sums count: Int, _ rules: DisclosureRules.AmountRules) {
    self.atoms = atoms
    let sums = (0..<count).map { sum in atoms.indices.filter { atoms[$0].sums.contains(sum) } }
    self.sums = sums
    var targets: [AmountTarget] = []
    if let percent = rules.percentAbove {
      for (number, atom) in atoms.enumerated() {
        guard let first = atom.largest.first, first.sign > 0 else { continue }
        targets.append(
          AmountTarget(
            members: [(number, first)], rise: first * Rational(percent) / 100,
            isKnownToOthers: true))
      }
    }
    if let dominance = rules.dominance {
      targets += Self.sets(of: sums).map { set in
        let largest = set.flatMap { atom in atoms[atom].largest.map { (atom: atom, number: $0) } }
          .sorted { ($1.number, $0.atom) < ($0.number, $1.atom) }.prefix(dominance.units)
        let sum = largest.reduce(Rational(0)) { $0 + $1.number }
        return AmountTarget(
          members: Array(largest),
          rise: sum * Rational(100 - dominance.percent) / Rational(dominance.percent),
          isKnownToOthers: false)
      }.filter { $0.rise.sign > 0 }
    }
    self.targets = targets.filter { !Self.isGuarded($0, in: atoms) }
  }

  /// The atoms of each sum, of each difference of a sum and one that it has in it, and each atom by itself.
  private static func sets(of sums: [[Int]]) -> [[Int]] {
    var sets = Set(sums)
    for whole in sums {
      for part in sums where Set(part).isStrictSubset(of: whole) {
        sets.insert(whole.filter { !part.contains($0) })
      }
    }
    sets.formUnion(sums.joined().map { [$0] })
    return sets.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether the others of an atom can have less by as much as its member more, whatever is published.
  private static func isGuarded(_ target: AmountTarget, in atoms: [AmountAtom]) -> Bool {
    guard let atom = target.members.first?.atom, target.members.allSatisfy({ $0.atom == atom })
    else { return false }
    return atoms[atom].rest(beside: target, in: atom, isKnower: target.isKnownToOthers)
      >= target.rise
  }
}

extension AmountAtom {
  /// How many units can have another number: they are neither members of a target nor the one that knows
  /// its own.
  func unitsLeft(beside target: AmountTarget, in atom: Int, isKnower: Bool) -> Int {
    units - target.count(in: atom) - (isKnower ? 1 : 0)
  }

  /// What these have together: the one that knows its own has the most of the others.
  func rest(beside target: AmountTarget, in atom: Int, isKnower: Bool) -> Rational {
    let known = isKnower ? largest.dropFirst(target.count(in: atom)).first ?? 0 : 0
    return total - target.number(in: atom) - known
  }
}
