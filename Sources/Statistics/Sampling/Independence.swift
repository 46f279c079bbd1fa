/// Whether two variables hang together by more than chance: Pearson's chi-square of a table, corrected
/// for weights and strata by its first two moments and told as an F (Rao and Scott 1984; Thomas and Rao
/// 1987; Lumley, Complex Surveys, 2010, 2.3.2).
package struct Independence: Equatable, Sendable {
  package let statistic: Double
  /// The degrees of freedom, which need not be whole.
  package let numerator: Double
  package let denominator: Double
  /// The units that the table counts.
  package let units: Int

  /// The probability of so large a statistic where the two are independent in the population.
  package var probability: Double {
    Probability.incompleteBeta(
      denominator / (denominator + numerator * statistic), a: denominator / 2, b: numerator / 2)
  }

  /// The most cells of a table that can be tested: the covariances of all of them are looked at.
  package static let mostCells = 1_000
}

extension Estimator {
  /// - Parameters:
  ///   - cells: By row and column; no unit is in two of them.
  ///   - sampled: The units that replied, whether in the table or not.
  /// - Returns: Nil where fewer than two rows or columns have units, where nobody is left that was not
  ///   drawn, and where too many cells are empty to tell.
  package func independence(_ cells: [[CountedUnits]], sampled: Int) -> Independence? {
    let weights = cells.map { $0.map(total) }
    let rows = cells.indices.filter { row in weights[row].contains { $0 > 0 } }
    let columns = (cells.first ?? []).indices.filter { column in
      rows.contains { weights[$0][column] > 0 }
    }
    guard rows.count > 1, columns.count > 1, sampled > 1 else { return nil }
    let counted = rows.flatMap { row in columns.map { cells[row][$0] } }
    let all = rows.flatMap { row in columns.map { weights[row][$0] } }
    let whole = all.reduce(0, +)
    let shares = all.map { $0 / whole }
    let width = columns.count
    let ofRows = rows.indices.map { row in
      shares[row * width..<(row + 1) * width].reduce(0, +)
    }
    let ofColumns = columns.indices.map { column in
      rows.indices.reduce(0) { $0 + shares[$1 * width + column] }
    }
    let units = counted.reduce(0) { $0 + $1.count }
    let pearson = shares.indices.reduce(0.0) { sum, cell in
      let expected = ofRows[cell / width] * ofColumns[cell % width]
      let difference = shares[cell] - expected
      return sum + difference * difference / expected
    }
    let drawn =
      sample?.strata ?? [DrawnStratum(drawn: sampled, uncovered: uncovered)]
    let freedom = drawn.reduce(0) { $0 + $1.drawn } - drawn.count { $0.drawn > 0 }
    guard freedom > 0 else { return nil }
    let variances = covariances(counted, shares, whole: whole, drawn: drawn)
    let contrasts = Contrasts(rows: rows.count, columns: width)
    let inverse = shares.map { $0 > 0 ? 1 / $0 : 0 }
    let plain = contrasts.product { left, right in
      left == right ? inverse[left] / Double(units) : 0
    }
    let corrected = contrasts.product { left, right in
      inverse[left] * variances[left][right] * inverse[right]
    }
    guard let effects = plain.dividing(corrected) else { return nil }
    let (first, second) = (effects.trace, effects.traceOfSquare)
    guard first > 0, second > 0 else { return nil }
    let numerator = first * first / second
    return Independence(
      statistic: Double(units) * pearson / first, numerator: numerator,
      denominator: numerator * Double(freedom), units: units)
  }

  private func total(_ cell: CountedUnits) -> Double {
    masses(cell).reduce(0) { $0 + weight($1.mass, $1.part) }
  }
}

/// The differences of differences by which the cells of a table may depart from independence.
private struct Contrasts {
  let rows: Int
  let columns: Int

  /// The cells of each with their signs: those of a row and a column, less those of the last ones.
  private var terms: [[Term]] {
    var all: [[Term]] = []
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        all.append([
          Term(cell: row * columns + column, sign: 1),
          Term(cell: row * columns + columns - 1, sign: -1),
          Term(cell: (rows - 1) * columns + column, sign: -1),
          Term(cell: rows * columns - 1, sign: 1),
        ])
      }
    }
    return all
  }

  private struct Term {
    let cell: Int
    let sign: Double
  }

  /// What a matrix of the cells is of the contrasts.
  func product(_ entry: (Int, Int) -> Double) -> SquareMatrix {
    let terms = terms
    return SquareMatrix(
      terms.map { left in
        terms.map { right in
          var sum = 0.0
          for a in left { for b in right { sum += a.sign * b.sign * entry(a.cell, b.cell) } }
          return sum
        }
      })
  }
}

/// As much of matrices as the test needs.
private struct SquareMatrix {
  let entries: [[Double]]

  init(_ entries: [[Double]]) { self.entries = entries }

  var trace: Double { entries.indices.reduce(0) { $0 + entries[$1][$1] } }

  var traceOfSquare: Double {
    entries.indices.reduce(0) { sum, row in
      entries.indices.reduce(sum) { $0 + entries[row][$1] * entries[$1][row] }
    }
  }

  /// The inverse of this matrix times another, by Cholesky's factor; nil where there is none.
  func dividing(_ other: SquareMatrix) -> SquareMatrix? {
    let size = entries.count
    var factor = entries
    for row in 0..<size {
      for column in 0...row {
        let done = (0..<column).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
        let rest = entries[row][column] - done
        if column < row {
          factor[row][column] = rest / factor[column][column]
        } else {
          guard rest > 1e-10 * entries[row][row] else { return nil }
          factor[row][row] = rest.squareRoot()
        }
      }
    }
    var result = other.entries
    for column in 0..<size {
      for row in 0..<size {
        let done = (0..<row).reduce(0) { $0 + factor[row][$1] * result[$1][column] }
        result[row][column] = (result[row][column] - done) / factor[row][row]
      }
      for row in (0..<size).reversed() {
        let done = (row + 1..<size).reduce(0) { $0 + factor[$1][row] * result[$1][column] }
        result[row][column] = (result[row][column] - done) / factor[row][row]
      }
    }
    return SquareMatrix(result)
  }
}
