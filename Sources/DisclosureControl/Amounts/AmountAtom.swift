import Basics
import Interchange
import Statistics

/// Units that are in the same sums of a number: nobody who has these sums alone can tell one from another.
struct AmountAtom {
  /// The sums that they are in, by their index among all of the number.
  let sums: Set<Int>
  let units: Int
  let total: Rational
  /// The largest numbers, from the first on.
  let largest: [Rational]

  /// As many as a rule may be about, and one more.
  static let mostLargest = 6

  init(sums: Set<Int>, numbers: Distribution) {
    self.sums = sums
    units = numbers.count
    total = numbers.steps.reduce(Rational(0)) {
      $0 + $1.value.rational * Rational($1.mass.units)
    }
    var largest: [Rational] = []
    for step in numbers.steps.reversed() where largest.count < Self.mostLargest {
      let count = min(step.mass.units, Self.mostLargest - largest.count)
      largest += [Rational](repeating: step.value.rational, count: count)
    }
    self.largest = largest
  }
}

/// Numbers of single units that must be able to be higher, for all that anybody can tell.
struct AmountTarget {
  /// The atom of each unit, and its number.
  let members: [(atom: Int, number: Rational)]
  /// By how much they must be able to be higher together.
  let rise: Rational
  /// Whether who wants to know may be one of the units, and know its own number.
  let isKnownToOthers: Bool

  /// How many of the largest numbers of an atom are members.
  func count(in atom: Int) -> Int { members.count { $0.atom == atom } }

  func number(in atom: Int) -> Rational {
    members.reduce(Rational(0)) { $1.atom == atom ? $0 + $1.number : $0 }
  }
}
