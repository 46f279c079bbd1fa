import Basics
@testable import Statistics
import Testing

private func share(_ part: Int, _ whole: Int) -> Estimate {
  let (share, units) = (Double(part) / Double(whole), Double(whole))
  return Estimate(
    value: share, variance: share * (1 - share) / units, effectiveUnits: units, units: whole)
}

private func numbers(_ numbers: [Int128]) -> Distribution {
  var distribution = Distribution()
  for number in numbers { distribution.add(ExactDecimal(parts: number * ExactDecimal.one)) }
  distribution.settle()
  return distribution
}

struct EstimatorTests {
  private let plain = Estimator(weighting: nil, uncovered: 1)

  /// R: `prop.test(7, 20, correct = FALSE)$conf.int`.
  @Test func wilsonIntervalOfAShare() {
    let interval = ConfidenceInterval(share: share(7, 20), confidence: 95)
    #expect(abs(interval.lower - 0.1811918241010821) < 1e-12)
    #expect(abs(interval.upper - 0.5671457233147637) < 1e-12)
  }

  /// R: `prop.test(0, 10, correct = FALSE)$conf.int`.
  @Test func intervalWhereNobodyHasTheAnswer() {
    let nobody = Estimate(value: 0, variance: 0, effectiveUnits: 10, units: 10)
    let interval = ConfidenceInterval(share: nobody, confidence: 95)
    #expect(interval.lower == 0)
    #expect(abs(interval.upper - 0.2775327998628891) < 1e-12)
  }

  /// R: `t.test(c(1, 2, 4, 7))$conf.int`.
  @Test func studentIntervalOfAMean() throws {
    let estimate = try #require(plain.mean(numbers([1, 2, 4, 7])))
    let interval = ConfidenceInterval(mean: estimate, confidence: 95)
    #expect(abs(interval.lower - -0.7099807422985165) < 1e-12)
    #expect(abs(interval.upper - 7.709980742298516) < 1e-12)
    #expect(plain.mean(numbers([3])) == nil)
  }

  /// Two fives say nothing of how far other numbers lie from five, unless there are no others.
  @Test func sameNumbersHaveNoSpreadToEstimateFrom() throws {
    #expect(plain.mean(numbers([5, 5])) == nil)
    let known = try #require(Estimator(weighting: nil, uncovered: 0).mean(numbers([5, 5])))
    #expect(known.value == 5 && known.variance == 0)
  }

  /// A nine that weighs nothing moves no limit of 1, 2, 4, 7, and lends no spread to two fives.
  @Test func whatWeighsNothingHasNoPartInAMean() throws {
    let weighting = Weighting([Stratum(name: "", population: nil, mass: Mass(units: 5))])
    let weighted = Estimator(weighting: weighting, uncovered: 1)
    var many = numbers([1, 2, 4, 7])
    many.add(ExactDecimal(parts: 9 * ExactDecimal.one), weight: 0)
    many.settle()
    let interval = ConfidenceInterval(mean: try #require(weighted.mean(many)), confidence: 95)
    #expect(abs(interval.lower - -0.7099807422985165) < 1e-12)
    #expect(abs(interval.upper - 7.709980742298516) < 1e-12)
    // Where each unit counts for one, it is a number like others. R: t.test(c(1, 2, 4, 7, 9))$conf.int.
    let unweighted = ConfidenceInterval(mean: try #require(plain.mean(many)), confidence: 95)
    #expect(abs(unweighted.lower - 0.42608778552788201) < 1e-12)
    #expect(abs(unweighted.upper - 8.77391221447211755) < 1e-12)
    var fives = numbers([5, 5])
    fives.add(ExactDecimal(parts: 9 * ExactDecimal.one), weight: 0)
    fives.settle()
    #expect(weighted.mean(fives) == nil)
  }

  /// The interval of 1, 2, 4, 7 above, at a distance of ten to the seventeenth.
  @Test func varianceOfLargeNumbers() throws {
    let far: Int128 = 100_000_000_000_000_000
    let near = try #require(plain.mean(numbers([1, 2, 4, 7])))
    let estimate = try #require(plain.mean(numbers([1, 2, 4, 7].map { $0 + far })))
    #expect(abs(estimate.variance - near.variance) < 1e-14)
  }

  @Test func wholePopulationLeavesNothingToChance() throws {
    let estimate = try #require(
      Estimator(weighting: nil, uncovered: 0).mean(numbers([1, 2, 4, 7])))
    let interval = ConfidenceInterval(mean: estimate, confidence: 95)
    #expect(interval.lower == 3.5)
    #expect(interval.upper == 3.5)
  }

  @Test func knownShareHasNoInterval() {
    let known = Estimate(value: 0.3, variance: 0, effectiveUnits: .infinity, units: 50)
    let interval = ConfidenceInterval(share: known, confidence: 95)
    #expect(interval.lower == 0.3)
    #expect(interval.upper == 0.3)
  }
}

struct ColumnComparisonTests {
  private func comparison(
    _ test: ColumnComparison.Test, _ columns: [Estimate?], isAdjusted: Bool = false
  ) -> ColumnComparison {
    ColumnComparison(
      test, by: Estimator(weighting: nil, uncovered: 1), confidence: 95, isAdjusted: isAdjusted,
      columns: columns)
  }

  /// R: `prop.test(c(30, 20), c(50, 60), correct = FALSE)$p.value`.
  @Test func pooledTestOfShares() {
    let (left, right) = (share(30, 50), share(20, 60))
    let shares = comparison(.shares, [left, right])
    #expect(abs(shares.error(left, right) - 0.005160770215537234) < 1e-12)
    #expect(shares.isHigher(left, than: right))
    #expect(!shares.isHigher(right, than: left))
  }

  /// R: `t.test(c(1, 2, 4, 7), c(5, 9, 9))$p.value`.
  @Test func welchTestOfMeans() throws {
    let plain = Estimator(weighting: nil, uncovered: 1)
    let left = try #require(plain.mean(numbers([1, 2, 4, 7])))
    let right = try #require(plain.mean(numbers([5, 9, 9])))
    let means = comparison(.means, [left, right])
    #expect(abs(means.error(left, right) - 0.07970837792230188) < 1e-12)
  }

  /// Of four columns three have an estimate: three pairs.
  @Test func errorIsDividedByThePairs() {
    let some = share(1, 2)
    #expect(
      abs(comparison(.shares, [some, nil, some, some], isAdjusted: true).level - 0.05 / 3) < 1e-15)
    #expect(abs(comparison(.shares, [some, nil, some, some]).level - 0.05) < 1e-15)
  }

  @Test func knownSharesDifferForCertain() {
    let known = Estimate(value: 0.4, variance: 0, effectiveUnits: .infinity, units: 9)
    let other = Estimate(value: 0.3, variance: 0, effectiveUnits: .infinity, units: 9)
    let shares = comparison(.shares, [known, other])
    #expect(shares.isHigher(known, than: other))
    #expect(!shares.isHigher(known, than: known))
    // A sample of 10 is not enough to tell 0.3 from a known 0.4; one of 10,000 is.
    #expect(!shares.isHigher(known, than: share(3, 10)))
    #expect(shares.isHigher(known, than: share(3000, 10_000)))
  }
}
