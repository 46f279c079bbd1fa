import Basics
@testable import Statistics
import Testing
import _TestSupport

struct DistributionTests {
  /// Every parting of the numbers, added in any order, merges to the same steps.
  @Test func mergesToTheSameInAnyOrder() throws {
    var random = SplitMix64(seed: 5)
    // Whole numbers of which each has neighbours of other scales.
    let nought = "00000000000000000000000000000000000"
    let numbers = try (-9...9).flatMap { ["\($0)", "\($0)\(nought)", "\($0).\(nought)1"] }
      .map { try #require(ExactDecimal($0)) }
    let answers = (0..<400).map { _ in
      (
        value: numbers[Int.random(in: 0..<numbers.count, using: &random)],
        part: Int.random(in: 0...2, using: &random),
        weight: Int128(Int.random(in: 1...4, using: &random))
      )
    }
    let whole = Self.distribution(answers)
    #expect(whole.count == 400)
    #expect(whole.minimum == answers.map(\.value).min())
    #expect(whole.maximum == answers.map(\.value).max())
    for step in whole.steps {
      let same = answers.filter { $0.value == step.value && $0.part == step.part }
      #expect(step.mass.units == same.count)
      #expect(step.mass.weight == same.reduce(0) { $0 + $1.weight })
      #expect(step.mass.squares == WideSum(same.reduce(0) { $0 + $1.weight * $1.weight }))
    }
    for _ in 1...5 {
      let shuffled = answers.shuffled(using: &random)
      let cut = Int.random(in: 0...400, using: &random)
      var merged = Self.distribution(Array(shuffled[cut...]))
      merged.merge(Self.distribution(Array(shuffled[..<cut])))
      #expect(merged.steps == whole.steps)
    }
  }

  @Test func nothingIsEmpty() {
    let empty = Distribution()
    #expect(empty.isEmpty)
    #expect(empty.count == 0)
    #expect(empty.minimum == nil)
    #expect(empty.maximum == nil)
  }

  private static func distribution(
    _ numbers: [(value: ExactDecimal, part: Int, weight: Int128)]
  ) -> Distribution {
    var distribution = Distribution()
    for number in numbers {
      distribution.add(number.value, part: number.part, weight: number.weight)
    }
    distribution.settle()
    return distribution
  }
}
