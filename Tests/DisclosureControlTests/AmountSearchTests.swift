import Basics
import Statistics
import Testing
import _TestSupport

@testable import Definition
@testable import DisclosureControl

/// Seven enterprises by row and column, and the sums of rows, of columns and of all:
///
/// | | c1 | c2 |
/// |---|---|---|
/// | r1 | 100 | 30 20 |
/// | r2 | 40 10 | 50 25 |
struct AmountSearchTests {
  /// r1, r2, c1, c2 and all.
  private static let atoms: [(sums: Set<Int>, numbers: [Int])] = [
    ([0, 2, 4], [100]), ([0, 3, 4], [30, 20]), ([1, 2, 4], [40, 10]), ([1, 3, 4], [50, 25]),
  ]

  private func published(_ rules: String) throws -> [Int] {
    let workdir = try Workdir()
    let node = try DefinitionNode(path: try workdir.write("{\(rules)}", to: "a.yaml"))
    let atoms = Self.atoms.map { atom in
      var numbers = Distribution()
      for number in atom.numbers { numbers.add(ExactDecimal(number)) }
      numbers.settle()
      return AmountAtom(sums: atom.sums, numbers: numbers)
    }
    var search = AmountSearch(
      AmountProblem(atoms: atoms, sums: 5, try DisclosureRules(node).amountRules))
    search.run()
    return search.published.sorted()
  }

  /// Whoever has 40 knows that c1 leaves 110 for the 100, a tenth more; whoever has 30, that r1 leaves 120.
  /// What is more in c1 and r1, others can have less in r2 and c2.
  @Test func allSumsAreTold() throws {
    #expect(try published("p-percent: 10") == [0, 1, 2, 3, 4])
  }

  /// A tenth more is too little, and c2 would tell c1.
  @Test func sumsOfRowsAreTold() throws {
    #expect(try published("p-percent: 20") == [0, 1, 4])
  }

  /// Of 150 in r1 whoever has 30 would know that the 100 are no more than 120, and the sum of r2 tells
  /// that of r1. Of all, whoever has 50 knows that they are no more than 225.
  @Test func onlyTheSumOfAllIsTold() throws {
    #expect(try published("p-percent: 50") == [4])
  }

  /// 100 are 67 per cent of r1 and of c1. Where 70 are too many both are told, and that neither is of one
  /// enterprise alone; where 60 are, no sum that tells one of them.
  @Test func sharesOfTheLargest() throws {
    #expect(try published("dominant-percent: 70") == [0, 1, 2, 3, 4])
    #expect(try published("dominant-percent: 60") == [4])
    // 100 and 50 are 55 per cent of all.
    #expect(try published("dominant-units: 2, dominant-percent: 50") == [])
  }

  /// A sum of nothing tells that each has nothing.
  @Test func nothingIsNotTold() throws {
    var numbers = Distribution()
    for _ in 0..<9 { numbers.add(0) }
    numbers.settle()
    let workdir = try Workdir()
    let node = try DefinitionNode(path: try workdir.write("{p-percent: 1}", to: "a.yaml"))
    var search = AmountSearch(
      AmountProblem(
        atoms: [AmountAtom(sums: [0], numbers: numbers)], sums: 1,
        try DisclosureRules(node).amountRules))
    search.run()
    #expect(search.published == [])
  }
}
