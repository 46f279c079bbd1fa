import Basics
@testable import Statistics
import Testing

struct RakingTests {
  private func masses(_ units: [Int]) -> [Mass] { units.map { Mass(units: $0) } }

  /// The combinations that the outcome weighs, by their own weights.
  private func weights(_ outcome: Raking.Outcome, _ units: [Int]) -> [Double] {
    guard case .factors(let factors) = outcome else { return [] }
    return zip(factors, units).map { $0.double * Double($1) }
  }

  private func isNear(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-10 }
  }

  /// Where every combination has as many, rows and columns are independent: 30 · 40 / 100 and so on.
  @Test func independentVariables() {
    let outcome = Raking(totals: [[30, 70], [40, 60]]).run(masses([1, 1, 1, 1]))
    #expect(isNear(weights(outcome, [1, 1, 1, 1]), [12, 18, 28, 42]))
  }

  /// Odds of 2 are kept: of a + b = a + c = 9 and a d = 2 b c follows a = b √2.
  @Test func oddsAreKept() {
    let outcome = Raking(totals: [[9, 9], [9, 9]]).run(masses([2, 1, 1, 1]))
    let (a, b) = (5.272077938642145, 3.727922061357855)
    #expect(isNear(weights(outcome, [2, 1, 1, 1]), [a, b, b, a]))
  }

  /// Three variables that are met already: nothing changes, and nobody has some combinations.
  @Test func totalsThatStand() {
    let units = [1, 0, 2, 3, 0, 4, 5, 6]
    let outcome = Raking(totals: [[6, 15], [5, 16], [8, 13]]).run(masses(units))
    #expect(isNear(weights(outcome, units), units.map(Double.init)))
  }

  /// Ten of the first and ten of the second cannot be twenty and ten.
  @Test func totalsThatContradictOneAnother() {
    let outcome = Raking(totals: [[10, 20], [20, 10]]).run(masses([1, 0, 0, 1]))
    guard case .missed(let miss) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(miss.variable == 0)
  }

  /// What the codes explain is taken out wholly where residuals are sums of a part of each code; and not
  /// at all what adds up to nothing over each.
  @Test func fitOfEachCode() {
    let fit = MarginalFit([2, 3], weights: [1, 2, 3, 4, 5, 6])
    let means = [10.0, 12, 9, 15, 17, 14]
    let sums = zip(means, [1, 2, 3, 4, 5, 6]).map(*)
    let fitted = fit.fitted(Dictionary(uniqueKeysWithValues: sums.enumerated().map { ($0, $1) }))
    #expect(isNear(fitted, means))
    #expect(isNear(fit.fitted([0: 1, 1: -1, 3: -1, 4: 1]), [0, 0, 0, 0, 0, 0]))
  }
}
