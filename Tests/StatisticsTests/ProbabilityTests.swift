@testable import Statistics
import Testing

/// Expected values are those of R 4.2: `qnorm`, `pnorm`, `qt`, `pt` and `pbeta`.
struct ProbabilityTests {
  @Test(arguments: [
    (0.975, 1.959963984540054), (0.995, 2.5758293035489), (0.75, 0.6744897501960817), (0.5, 0),
  ])
  func normalQuantile(probability: Double, expected: Double) {
    #expect(abs(Probability.normalQuantile(probability) - expected) < 1e-12)
  }

  @Test(arguments: [(1.5, 0.1336144025377161), (-6, 1.973175290075396e-09), (0, 1)])
  func normalTails(z: Double, expected: Double) {
    #expect(abs(Probability.normalTails(z) / expected - 1) < 1e-12)
  }

  @Test(arguments: [
    (0.975, 1, 12.70620473617469), (0.975, 4, 2.776445105197793), (0.9, 30, 1.310415025391396),
    (0.995, 2.5, 7.163728138948803), (0.975, 1000, 1.962339080826408),
  ])
  func studentQuantile(probability: Double, freedom: Double, expected: Double) {
    let found = Probability.studentQuantile(probability, freedom: freedom)
    #expect(abs(found - expected) < 1e-11)
  }

  @Test(arguments: [
    (-2.1, 7, 0.0738711962129226), (0.3, 1, 0.8144528418445154), (12, 40, 7.824171304255996e-15),
    (0, 5, 1),
  ])
  func studentTails(t: Double, freedom: Double, expected: Double) {
    #expect(abs(Probability.studentTails(t, freedom: freedom) / expected - 1) < 1e-11)
  }

  @Test(arguments: [
    (0.3, 2, 5, 0.579825), (0.999, 0.5, 20, 1), (1e-4, 0.5, 0.5, 0.006366303831746139),
    (0, 2, 3, 0), (1, 2, 3, 1),
  ])
  func incompleteBeta(x: Double, a: Double, b: Double, expected: Double) {
    #expect(abs(Probability.incompleteBeta(x, a: a, b: b) - expected) < 1e-12)
  }
}
