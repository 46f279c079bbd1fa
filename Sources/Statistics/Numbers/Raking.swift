package import Basics

/// Weights by which the units that replied come to the known totals of several variables at once, where
/// of their combinations nobody knows how many there are.
///
/// Iterative proportional fitting: one variable after the other is brought to its totals until all
/// stand (Deming and Stephan 1940). Units are told apart by the codes of all variables, the last of
/// which changes first.
package struct Raking {
  /// A total that was not reached.
  package struct Miss: Equatable {
    package let variable: Int
    package let code: Int
    /// What it came to.
    package let reached: Double
  }

  package enum Outcome: Equatable {
    /// By which own weights are multiplied, by combination; one where nobody has it.
    case factors([ExactDecimal])
    case missed(Miss)
  }

  /// How far from a total, as a share of it, is near enough where rounds no longer bring it nearer.
  private static let tolerance = 1e-12
  /// Rounds until it is given up. Where totals can be reached at all tens do.
  package static let mostRounds = 10_000

  /// By variable and code.
  package let totals: [[Int]]

  package init(totals: [[Int]]) {
    self.totals = totals
  }

  /// - Parameter masses: What the units that replied weigh by themselves, by combination.
  package func run(_ masses: [Mass]) -> Outcome {
    let margins = Margins(totals.map(\.count))
    let own = masses.map { Weighting.number($0.weight) }
    var weights = own
    var share = Double.infinity
    var worst: Miss?
    for _ in 0..<Self.mostRounds {
      for (variable, totals) in totals.enumerated() {
        let sums = margins.sums(of: weights, by: variable)
        for cell in weights.indices where weights[cell] > 0 {
          let code = margins.code(of: variable, in: cell)
          weights[cell] *= Double(totals[code]) / sums[code]
        }
      }
      let before = share
      (worst, share) = self.worst(margins, weights)
      // As near as numbers of this size can be, or beyond all of them.
      if share <= Self.tolerance && share >= before || !share.isFinite { break }
    }
    if let worst, !(share <= Self.tolerance) { return .missed(worst) }
    return .factors(
      zip(weights, own).map { weight, own in
        ExactDecimal(parts: own > 0 ? Int128((weight / own * 1e18).rounded()) : ExactDecimal.one)
      })
  }

  /// The total that is missed by the largest share, and that share; none where all stand.
  private func worst(_ margins: Margins, _ weights: [Double]) -> (miss: Miss?, share: Double) {
    var worst: (miss: Miss?, share: Double) = (nil, 0)
    for (variable, totals) in totals.enumerated() {
      let sums = margins.sums(of: weights, by: variable)
      for (code, total) in totals.enumerated() {
        let share = abs(sums[code] - Double(total)) / Double(max(1, total))
        guard !(share <= worst.share) else { continue }
        let reached = sums[code].isFinite ? sums[code] : 0
        worst = (Miss(variable: variable, code: code, reached: reached), share)
      }
    }
    return worst
  }
}

/// The codes of several variables and their combinations, the last variable changing first.
struct Margins {
  let counts: [Int]
  /// How many combinations lie between two codes of a variable.
  private let strides: [Int]

  init(_ counts: [Int]) {
    self.counts = counts
    strides = counts.indices.map { counts[($0 + 1)...].reduce(1, *) }
  }

  var cells: Int { counts.reduce(1, *) }

  func code(of variable: Int, in cell: Int) -> Int {
    cell / strides[variable] % counts[variable]
  }

  func sums(of weights: [Double], by variable: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: counts[variable])
    for (cell, weight) in weights.enumerated() { sums[code(of: variable, in: cell)] += weight }
    return sums
  }
}

/// The part of residuals that the codes of several variables explain, each adding its own: what raking
/// takes out of a variance (Deville and Särndal 1992, for the regression estimator to which raking is
/// equal in large samples).
package struct MarginalFit: Sendable {
  private let margins: Margins
  /// Where the codes of each variable begin among those of all.
  private let first: [Int]
  /// The lower triangle of Cholesky's factor of the weighted cross products; a row of noughts for a code
  /// that follows from others, as the last of a second variable does.
  private let factor: [[Double]]

  /// - Parameter weights: What the units of each combination weigh by themselves.
  package init(_ counts: [Int], weights: [Double]) {
    let margins = Margins(counts)
    self.margins = margins
    let first = counts.indices.map { counts[..<$0].reduce(0, +) }
    self.first = first
    let size = counts.reduce(0, +)
    var products = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for (cell, weight) in weights.enumerated() where weight > 0 {
      let codes = counts.indices.map { first[$0] + margins.code(of: $0, in: cell) }
      for left in codes { for right in codes { products[left][right] += weight } }
    }
    var factor = products
    for row in 0..<size {
      let diagonal = products[row][row]
      for column in 0...row {
        let done = (0..<column).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
        let rest = products[row][column] - done
        if column < row {
          factor[row][column] = factor[column][column] > 0 ? rest / factor[column][column] : 0
        } else {
          factor[row][row] = rest > 1e-10 * diagonal ? rest.squareRoot() : 0
        }
      }
    }
    self.factor = factor
  }

  /// What is explained of a residual, by combination.
  ///
  /// - Parameter sums: The weighted sum of the residuals of each combination.
  func fitted(_ sums: [Int: Double]) -> [Double] {
    var right = [Double](repeating: 0, count: factor.count)
    for (cell, sum) in sums.sorted(by: { $0.key < $1.key }) {
      for position in positions(of: cell) { right[position] += sum }
    }
    let size = factor.count
    for row in 0..<size {
      let done = (0..<row).reduce(0) { $0 + factor[row][$1] * right[$1] }
      right[row] = factor[row][row] > 0 ? (right[row] - done) / factor[row][row] : 0
    }
    for row in (0..<size).reversed() {
      let done = (row + 1..<size).reduce(0) { $0 + factor[$1][row] * right[$1] }
      right[row] = factor[row][row] > 0 ? (right[row] - done) / factor[row][row] : 0
    }
    return (0..<margins.cells).map { cell in positions(of: cell).reduce(0) { $0 + right[$1] } }
  }

  private func positions(of cell: Int) -> [Int] {
    first.indices.map { first[$0] + margins.code(of: $0, in: cell) }
  }
}
