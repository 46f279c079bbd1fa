import Basics
@testable import Statistics
import Testing

/// The figures are by R: `svychisq(~law + region, design, statistic = "F")` of survey 4.1, of the eight
/// replies of `Tests/Tables/eight`, seven of whom say whether there is a law.
struct IndependenceTests {
  private func cell(_ weights: [Int128]) -> CountedUnits {
    let mass = weights.reduce(into: Mass()) { $0 += Mass(weight: $1 * ExactDecimal.one) }
    return CountedUnits(count: weights.count, masses: [(0, mass)])
  }

  /// Yes, in part and no, each in the north and in the south.
  @Test func equalWeights() throws {
    let cells = [[1, 2], [1, 1], [1, 1]].map { $0.map { CountedUnits(count: $0, masses: []) } }
    let test = try #require(
      Estimator(weighting: nil, uncovered: 1).independence(cells, sampled: 8))
    #expect(abs(test.statistic - 0.08506944444444446) < 1e-12)
    #expect(abs(test.numerator - 2) < 1e-12)
    #expect(abs(test.denominator - 14) < 1e-12)
    #expect(abs(test.probability - 0.9189195699234487) < 1e-12)
    #expect(test.units == 7)
  }

  @Test func weightsOfTheirOwn() throws {
    let cells = [[[1], [3, 1]], [[2], [1]], [[1], [1]]].map { $0.map { cell($0) } }
    let weighting = Weighting([
      Stratum(name: "", population: nil, mass: Mass(units: 8, weight: 12, squares: WideSum()))
    ])
    let test = try #require(
      Estimator(weighting: weighting, uncovered: 1).independence(cells, sampled: 8))
    #expect(abs(test.statistic - 0.6587406753042795) < 1e-12)
    #expect(abs(test.numerator - 1.980391187161544) < 1e-12)
    #expect(abs(test.denominator - 13.86273831013081) < 1e-11)
    #expect(abs(test.probability - 0.5315376722236737) < 1e-11)
  }

  /// A row or column that nobody is in is none; one of each tells nothing, and neither does a table of
  /// which nobody was left out.
  @Test func tooLittleToTell() {
    func of(_ counts: [[Int]], uncovered: Double = 1) -> Independence? {
      Estimator(weighting: nil, uncovered: uncovered).independence(
        counts.map { $0.map { CountedUnits(count: $0, masses: []) } }, sampled: 10)
    }
    #expect(of([[3, 0], [2, 0]]) == nil)
    #expect(of([[3, 2], [0, 0]]) == nil)
    #expect(of([[3, 2], [1, 4]], uncovered: 0) == nil)
    #expect(of([[3, 2, 0], [0, 0, 0], [1, 4, 0]]) == of([[3, 2], [1, 4]]))
    #expect(of([[3, 2], [1, 4]]) != nil)
  }
}
