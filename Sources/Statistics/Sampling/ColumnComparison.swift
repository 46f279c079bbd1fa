/// Which of several columns are higher than others by more than chance.
package struct ColumnComparison {
  package enum Test {
    /// The pooled test of two shares.
    case shares
    /// Welch's test of two means.
    case means
  }

  package let test: Test
  private let estimator: Estimator
  /// The error that one comparison may have, from 0 to 1.
  package let level: Double

  /// For each column the others that it is higher than; a column without an estimate is compared
  /// with none.
  ///
  /// - Parameter isAdjusted: Divides the error by the number of comparisons (Bonferroni).
  package init(
    _ test: Test, by estimator: Estimator, confidence: Double, isAdjusted: Bool,
    columns: [Estimate?]
  ) {
    self.test = test
    self.estimator = estimator
    let compared = columns.count { $0 != nil }
    let pairs = max(1, compared * (compared - 1) / 2)
    level = (1 - confidence / 100) / (isAdjusted ? Double(pairs) : 1)
  }

  package func isHigher(_ left: Estimate, than right: Estimate) -> Bool {
    left.value > right.value && error(left, right) < level
  }

  /// The probability of so large a difference where there is none in the population.
  package func error(_ left: Estimate, _ right: Estimate) -> Double {
    guard abs(left.value - right.value) > 1e-12 * abs(left.value) else { return 1 }
    // Columns may share clusters, so that both are estimated at once.
    if let difference = estimator.difference(left, right) {
      guard difference.variance > 0 else { return 0 }
      return Probability.studentTails(
        difference.value / difference.variance.squareRoot(), freedom: difference.freedom)
    }
    switch test {
    case .shares:
      // Of the reciprocals, since a share that is known is worth infinitely many units.
      let (n, m) = (1 / left.effectiveUnits, 1 / right.effectiveUnits)
      guard n + m > 0 else { return 0 }
      let pooled = (m * left.value + n * right.value) / (n + m)
      let variance = pooled * (1 - pooled) * (n + m)
      guard variance > 0 else { return 0 }
      return Probability.normalTails((left.value - right.value) / variance.squareRoot())
    case .means:
      let variance = left.variance + right.variance
      guard variance > 0 else { return 0 }
      let freedom =
        variance * variance
        / (left.variance * left.variance / left.freedom
          + right.variance * right.variance / right.freedom)
      return Probability.studentTails(
        (left.value - right.value) / variance.squareRoot(), freedom: freedom)
    }
  }
}
