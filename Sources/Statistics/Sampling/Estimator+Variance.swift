import Basics

extension Estimator {
  /// How the residuals of a stratum scatter.
  private struct Scatter {
    /// The squares of its clusters, or where there are none of its units.
    var squares = CompensatedSum()
    var sum = 0.0
  }

  /// - Parameters:
  ///   - residuals: By part of the sample; no unit has two, but where there are clusters.
  ///   - total: What the residuals are of.
  func variance(_ residuals: [Int: [Residual]], _ total: Double) -> Double {
    let sums = residuals.mapValues { $0.reduce(0) { $0 + $1.weight * $1.value } }
    let settled = weighting?.settled(sums) ?? [:]
    var scatters: [Int: Scatter] = [:]
    var clusters: [SampleCluster: Double] = [:]
    for part in Set(residuals.keys).union(settled.keys).sorted() {
      let stratum = sample?.parts[part].drawnFrom ?? 0
      let mean = settled[part]?.mean ?? 0
      let wholeWeight = settled[part].map { Weighting.number($0.whole.weight) } ?? 0
      let sum = factor(part) * ((sums[part] ?? 0) - mean * wholeWeight)
      scatters[stratum, default: Scatter()].sum += sum
      if let sample, sample.hasClusters {
        clusters[SampleCluster(sample.parts[part]), default: 0] += sum
      } else {
        let scale = factor(part) * factor(part)
        let residuals = residuals[part] ?? []
        if let whole = settled[part]?.whole {
          // Units beyond the base have no residual.
          let beyond = whole.squares - residuals.reduce(into: WideSum()) { $0 += $1.mass.squares }
          scatters[stratum]?.squares.add(scale * mean * mean * Weighting.square(beyond))
        }
        for residual in residuals {
          let rest = residual.value - mean
          scatters[stratum]?.squares.add(
            scale * rest * rest * Weighting.square(residual.mass.squares))
        }
      }
    }
    for (cluster, sum) in clusters.sorted(by: { $0.key < $1.key }) {
      scatters[cluster.stratum]?.squares.add(sum * sum)
    }
    return variance(scatters) / (total * total)
  }

  private func variance(_ scatters: [Int: Scatter]) -> Double {
    guard let sample else {
      guard var scatter = scatters[0] else { return 0 }
      // Without raking residuals come to nought: a sum of squares alone, so that a figure that the
      // strata settle has no variance at all.
      if let weighting, weighting.isRaked {
        scatter.squares.add(-scatter.sum * scatter.sum / Double(weighting.units))
      }
      return uncovered * scatter.squares.value
    }
    return scatters.sorted { $0.key < $1.key }.reduce(0) { variance, scatter in
      let stratum = sample.strata[scatter.key]
      let (squares, sum) = (scatter.value.squares.value, scatter.value.sum)
      return variance + stratum.scale * max(0, squares - sum * sum / Double(stratum.drawn))
    }
  }

  /// How many units of equal weight some units are worth, or where there are clusters how many of these:
  /// how alike their units are is not seen where all answer alike.
  func effectiveUnits(of units: [Own], _ total: Double) -> Double {
    guard let sample else {
      let squares = units.reduce(0) {
        $0 + factor($1.part) * factor($1.part) * Weighting.square($1.mass.squares)
      }
      return total * total / squares / uncovered
    }
    var squares: [Int: Double] = [:]
    var clusters: [SampleCluster: Double] = [:]
    for (part, mass) in units {
      if sample.hasClusters {
        clusters[SampleCluster(sample.parts[part]), default: 0] += weight(mass, part)
      } else {
        squares[sample.parts[part].drawnFrom, default: 0] +=
          factor(part) * factor(part) * Weighting.square(mass.squares)
      }
    }
    for (cluster, weight) in clusters.sorted(by: { $0.key < $1.key }) {
      squares[cluster.stratum, default: 0] += weight * weight
    }
    let uncovered = squares.sorted { $0.key < $1.key }.reduce(0) {
      $0 + sample.strata[$1.key].uncovered * $1.value
    }
    return total * total / uncovered
  }
}
