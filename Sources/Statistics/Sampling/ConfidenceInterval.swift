/// An interval that holds the population's figure with some confidence.
package struct ConfidenceInterval {
  package let lower: Double
  package let upper: Double

  /// Wilson's score interval of a share (Wilson 1927), for as many units as the sample is worth; with
  /// Student's quantile where the variance is that of few clusters (Korn and Graubard 1998).
  package init(share estimate: Estimate, confidence: Double) {
    let probability = 0.5 + confidence / 200
    let z =
      estimate.freedom.isInfinite
      ? Probability.normalQuantile(probability)
      : Probability.studentQuantile(probability, freedom: estimate.freedom)
    let (share, units) = (estimate.value, estimate.effectiveUnits)
    let spread = z * z / units
    let center = (share + spread / 2) / (1 + spread)
    let reach =
      z / (1 + spread) * (share * (1 - share) / units + spread / (4 * units)).squareRoot()
    lower = max(0, center - reach)
    upper = min(1, center + reach)
  }

  /// Student's interval of a mean.
  package init(mean estimate: Estimate, confidence: Double) {
    let reach =
      Probability.studentQuantile(0.5 + confidence / 200, freedom: estimate.freedom)
      * estimate.variance.squareRoot()
    lower = estimate.value - reach
    upper = estimate.value + reach
  }
}
