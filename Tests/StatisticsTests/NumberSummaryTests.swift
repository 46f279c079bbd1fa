import Basics
@testable import Statistics
import Testing

/// Numbers in whole units, each with what its unit weighs and its stratum.
private func distribution(
  _ numbers: [(value: Int128, weight: Int128, stratum: Int)]
) -> Distribution {
  var distribution = Distribution()
  for number in numbers {
    distribution.add(
      ExactDecimal(parts: number.value * ExactDecimal.one), part: number.stratum,
      weight: number.weight * ExactDecimal.one)
  }
  distribution.settle()
  return distribution
}

private func distribution(_ numbers: [Int128]) -> Distribution {
  distribution(numbers.map { ($0, 1, 0) })
}

struct NumberSummaryTests {
  /// R: `quantile(c(1, 2, 3, 4), type = 2)` and so on.
  @Test(
    arguments: [
      ([1, 2, 3, 4], "1.5", "2.5", "3.5"), ([1, 2, 3, 4, 5], "2", "3", "4"),
      ([7], "7", "7", "7"), ([-2, 5], "-2", "1.5", "5"), ([3, 3, 3, 9], "3", "3", "6"),
    ] as [([Int128], String, String, String)])
  func quartiles(numbers: [Int128], lower: String, median: String, upper: String) {
    let summary = NumberSummary(distribution(numbers), nil)
    #expect(summary.quantile(1, of: 4)?.text == lower)
    #expect(summary.quantile(1, of: 2)?.text == median)
    #expect(summary.quantile(3, of: 4)?.text == upper)
  }

  /// R: `mean` and `sd` of 2, 4, 4, 4, 5, 5, 7, 9.
  @Test func moments() {
    let summary = NumberSummary(distribution([2, 4, 4, 4, 5, 5, 7, 9]), nil)
    #expect(summary.mean.text == "5")
    #expect(summary.sum.text == "40")
    #expect(abs((summary.standardDeviation ?? 0) - 2.138089935299395) < 1e-14)
    #expect(NumberSummary(distribution([3]), nil).standardDeviation == nil)
  }

  /// Each unit counts as often as its weight says: 1, 1, 1, 4, 9, 9.
  @Test func weightedFiguresAreThoseOfRepeatedUnits() {
    let weighting = Weighting([
      Stratum(
        name: "", population: nil,
        mass: Mass(units: 3, weight: 6 * ExactDecimal.one, squares: WideSum()))
    ])
    let summary = NumberSummary(
      distribution([(1, 3, 0), (4, 1, 0), (9, 2, 0)]), weighting)
    #expect(summary.mean.text == "4.166666666667")
    #expect(summary.sum.text == "25")
    #expect(summary.quantile(1, of: 2)?.text == "2.5")
    #expect(summary.quantile(3, of: 4)?.text == "9")
  }

  /// Half of 300 units lie below exactly: 100 / 6 + 4 x 200 / 6 = 150, in thirds of a unit.
  @Test func weightsInThirdsHideNoTie() {
    let weighting = Weighting([
      Stratum(name: "a", population: 100, mass: Mass(units: 6)),
      Stratum(name: "b", population: 200, mass: Mass(units: 6)),
    ])
    let low = (1...4).map { (value: Int128($0), weight: Int128(1), stratum: 1) }
    let high = [20, 30].map { (value: Int128($0), weight: Int128(1), stratum: 1) }
    let others = (0..<6).map { (value: Int128($0 == 0 ? 5 : 10), weight: Int128(1), stratum: 0) }
    let summary = NumberSummary(distribution(low + high + others), weighting)
    #expect(summary.quantile(1, of: 2)?.text == "7.5")
  }

  /// The deviation of 0, 1, … 8 is the root of 60 / 8, however large the numbers are.
  @Test(arguments: [0, 100_000_000_000_000_000, -100_000_000_000_000_008] as [Int128])
  func deviationOfLargeNumbers(smallest: Int128) {
    let summary = NumberSummary(distribution((0...8).map { smallest + $0 }), nil)
    #expect(summary.standardDeviation == 7.5.squareRoot())
    #expect(summary.mean.text == String(smallest + 4))
    #expect(summary.sum.text == String(9 * smallest + 36))
  }

  /// A million units of the largest weight with the largest numbers, and as many with the smallest.
  @Test func sumsBeyondWholeNumbersOfTheMachine() {
    let most: Int128 = 99_999_999_999_999_999_999
    let million = Mass(
      units: 1_000_000, weight: 1_000_000_000_000_000 * ExactDecimal.one, squares: WideSum(1))
    let weighting = Weighting([Stratum(name: "", population: nil, mass: million)])
    let summary = NumberSummary(
      Distribution(steps: [
        Distribution.Step(value: ExactDecimal(parts: -most * ExactDecimal.one), mass: million),
        Distribution.Step(value: ExactDecimal(parts: (most - 2) * ExactDecimal.one), mass: million),
      ]), weighting)
    #expect(summary.mean.text == "-1")
    #expect(summary.sum.text == "-2000000000000000")
    #expect(summary.quantile(1, of: 2)?.text == "-1")
  }

  /// By Python's fractions: numbers of which 128 bits hold neither the parts of one nor how far they lie
  /// apart.
  @Test(arguments: [
    (
      ["10000000000000000000000000000000000000", "0.00000000000000000000000000000000000001"],
      "10000000000000000000000000000000000000.00000000000000000000000000000000000001",
      "5000000000000000000000000000000000000.000000000000000000000000000000000000005",
      7.0710678118654755e36
    ),
    (
      ["-99999999999999999999999999999999999999", "99999999999999999999999999999999999999", "0.5"],
      "0.5", "0.5", 1e38
    ),
    (
      ["0.0000000000000000001", "0.0000000000000000003"], "0.0000000000000000004",
      "0.0000000000000000002", 1.4142135623730951e-19
    ),
  ])
  func numbersOfAllLengths(
    texts: [String], sum: String, median: String, deviation: Double
  ) throws {
    var distribution = Distribution()
    for text in texts { distribution.add(try #require(ExactDecimal(text))) }
    distribution.settle()
    let weighting = Weighting([
      Stratum(name: "", population: nil, mass: Mass(units: texts.count))
    ])
    for weighting in [nil, weighting] {
      let summary = NumberSummary(distribution, weighting)
      #expect(summary.sum.text == sum)
      #expect(summary.quantile(1, of: 2)?.text == median)
      let found = try #require(summary.standardDeviation)
      #expect(abs(found / deviation - 1) < 1e-15)
    }
  }

  /// To ten decimals or, of what is small or large, as a floating number is written; without exponents.
  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (12.345_678_901_234, "12.3456789012"), (1.0 / 3, "0.3333333333"),
    (7.071067811865475e36, "7071067811865475000000000000000000000"),
    (-1e24, "-1000000000000000000000000"),
    (1.4142135623730951e-19, "0.0000000000000000001414213562"), (0, "0"),
    (2.5e-7, "0.00000025"), (.infinity, "inf"),
  ])
  func realNumbers(number: Double, text: String) {
    #expect(Quantity.real(number).text == text)
  }

  @Test func nobodyHasNoFigures() {
    let summary = NumberSummary(distribution([Int128]()), nil)
    #expect(summary.isEmpty)
    #expect(summary.quantile(1, of: 2) == nil)
    #expect(summary.minimum == nil)
  }
}
