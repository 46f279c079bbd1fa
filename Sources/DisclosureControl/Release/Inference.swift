package import Definition
import Statistics

/// What a sample says of the population that it was drawn from.
struct Inference {
  let sample: Sample
  let estimator: Estimator

  /// - Parameters:
  ///   - drawn: How it was drawn, where it has strata or clusters.
  ///   - units: The units that replied.
  ///   - population: The units of the register.
  init(
    sample: Sample, weighting: Weighting?, drawn: DrawnSample?, units: Int, population: Int
  ) {
    self.sample = sample
    let drawnFrom: Int? =
      switch sample.population {
      case .units: population
      case .number(let number): number
      case .strata, nil: nil
      }
    let uncovered = drawnFrom.map { max(0, 1 - Double(units) / Double(max(1, $0))) } ?? 1
    estimator = Estimator(weighting: weighting, uncovered: uncovered, sample: drawn)
  }

  func interval(_ estimate: Estimate, isMean: Bool) -> ConfidenceInterval {
    isMean
      ? ConfidenceInterval(mean: estimate, confidence: sample.confidence)
      : ConfidenceInterval(share: estimate, confidence: sample.confidence)
  }

  /// The letters of the columns that one is higher than; nil where it has no estimate.
  func letters(
    _ estimates: [Estimate?], columns: [Table.Column], column: Table.Column, isMean: Bool
  ) -> String? {
    let peers = columns.indices.filter { columns[$0].part == column.part }
    let comparison = ColumnComparison(
      isMean ? .means : .shares, by: estimator, confidence: sample.confidence,
      isAdjusted: sample.isAdjusted,
      columns: peers.map { estimates[$0] })
    guard let own = columns.firstIndex(where: { $0.id == column.id }),
      let estimate = estimates[own]
    else { return nil }
    return peers.filter { peer in
      estimates[peer].map { comparison.isHigher(estimate, than: $0) } ?? false
    }.map { ColumnLetter.of($0, among: columns) }.joined(separator: " ")
  }
}

/// The letters that columns are compared by.
package enum ColumnLetter {
  /// The letter of a column: A for the first that is not the total, after Z AA.
  package static func of(_ index: Int, among columns: [Table.Column]) -> String {
    var number = columns[..<index].count { $0.part != nil }
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26))) + text
      number = number / 26 - 1
    } while number >= 0
    return text
  }
}
