import Basics

extension Estimator {
  /// Sums over the units of a stratum of the sample.
  private struct Scatter {
    /// The sum of each cell's residuals.
    var sums: [Double]
    /// The products of two cells' residuals, of a cluster together, or where there are none of each unit.
    var products: [[Double]]

    init(_ size: Int) {
      sums = [Double](repeating: 0, count: size)
      products = [[Double]](repeating: sums, count: size)
    }
  }

  /// The covariances of the shares of some cells that make up a base, as for units drawn with replacement.
  ///
  /// - Parameters:
  ///   - whole: What all cells weigh.
  ///   - drawn: The strata of the sample.
  func covariances(
    _ cells: [CountedUnits], _ shares: [Double], whole: Double, drawn: [DrawnStratum]
  ) -> [[Double]] {
    let masses = cells.map { Dictionary(self.masses($0).map { ($0.part, $0.mass) }) { $1 } }
    let size = shares.count
    let none = [Double](repeating: 0, count: size)
    var sums: [Int: [Double]] = [:]
    for part in Set(masses.flatMap(\.keys)) {
      sums[part] = masses.map { Weighting.number($0[part]?.weight ?? 0) }
    }
    // By cell, what the strata of the weights settle of its residuals.
    let settled = shares.indices.map { cell -> [Int: (mean: Double, whole: Mass)] in
      weighting?.settled(
        sums.mapValues { weights in weights[cell] - shares[cell] * weights.reduce(0, +) }) ?? [:]
    }
    var scatters = drawn.map { _ in Scatter(size) }
    var clusters: [SampleCluster: [Double]] = [:]
    for part in Set(sums.keys).union(settled.flatMap(\.keys)).sorted() {
      let stratum = sample?.parts[part].drawnFrom ?? 0
      let scale = factor(part)
      let weights = sums[part] ?? none
      let weight = weights.reduce(0, +)
      let means = settled.map { $0[part]?.mean ?? 0 }
      let wholePart = settled.first?[part]?.whole
      let beyond = wholePart.map { Weighting.number($0.weight) - weight } ?? 0
      let off = zip(shares, means).map { $0 + $1 }
      let residuals = shares.indices.map {
        scale * (weights[$0] - off[$0] * weight) - scale * means[$0] * beyond
      }
      for cell in 0..<size { scatters[stratum].sums[cell] += residuals[cell] }
      if let sample, sample.hasClusters {
        let cluster = SampleCluster(sample.parts[part])
        clusters[cluster] = zip(clusters[cluster] ?? none, residuals).map { $0 + $1 }
        continue
      }
      let squares = masses.map { Weighting.square($0[part]?.squares ?? Mass().squares) }
      let square = squares.reduce(0, +)
      let squareBeyond = wholePart.map { max(0, Weighting.square($0.squares) - square) } ?? 0
      for left in 0..<size {
        for right in 0..<size {
          let within =
            (left == right ? squares[left] : 0) - off[right] * squares[left]
            - off[left] * squares[right] + off[left] * off[right] * square
          scatters[stratum].products[left][right] +=
            scale * scale * (within + means[left] * means[right] * squareBeyond)
        }
      }
    }
    for (cluster, residuals) in clusters.sorted(by: { $0.key < $1.key }) {
      for left in 0..<size {
        for right in 0..<size {
          scatters[cluster.stratum].products[left][right] += residuals[left] * residuals[right]
        }
      }
    }
    var result = [[Double]](repeating: none, count: size)
    for (scatter, stratum) in zip(scatters, drawn) where stratum.drawn > 0 {
      let scale = stratum.scale / (whole * whole)
      for left in 0..<size {
        for right in 0..<size {
          result[left][right] +=
            scale
            * (scatter.products[left][right]
              - scatter.sums[left] * scatter.sums[right] / Double(stratum.drawn))
        }
      }
    }
    return result
  }
}
