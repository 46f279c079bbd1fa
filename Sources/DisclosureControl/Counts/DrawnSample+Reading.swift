import Basics
import Definition
import Interchange
import Statistics

extension DrawnSample {
  /// - Parameters:
  ///   - parts: Those of the units that replied.
  ///   - strata: Those that it was drawn from.
  ///   - path: That of the plan, for errors.
  /// - Returns: Nil where units were drawn one by one from all.
  /// - Throws: `badDefinition` where a stratum is smaller than what was drawn of it, or where one cluster
  ///   alone does not tell how others are.
  init?(
    _ sample: Sample, _ parts: [SamplePart], strata: [DrawnStratumEntry], path: String
  ) throws(RunError) {
    guard let design = sample.design else { return nil }
    var drawn = [Int](repeating: 0, count: strata.count)
    if design.cluster == nil {
      for part in parts { drawn[part.drawnFrom] += part.mass.units }
    } else {
      for part in Set(parts.map { [$0.drawnFrom, $0.cluster ?? 0] }) { drawn[part[0]] += 1 }
    }
    let what = design.cluster == nil ? "units" : "clusters"
    func refusal(_ id: ErrorID, _ problem: String) -> RunError {
      RunError(path: path, line: sample.line, id: id, problem)
    }
    var all: [DrawnStratum] = []
    for (number, (stratum, drawn)) in zip(strata, drawn).enumerated() {
      let size: Int? =
        switch sample.population {
        case .units: stratum.units
        case .number(let number): number
        case .strata(let sizes): sizes[number]
        case nil: nil
        }
      let of = stratum.name.isEmpty ? "the sample" : "the stratum '\(stratum.name)' of the sample"
      if let size, size < drawn {
        throw refusal(
          .statistic(.samplePopulation),
          "\(of) is said to be drawn from \(size) \(what), but \(drawn) replied; expected at least as many"
        )
      }
      if drawn == 0, let size, size > 0 {
        throw refusal(
          .statistic(.samplePopulation),
          "nobody replied of \(of), which has \(size) \(what), so that nobody stands for them. Join the "
            + "stratum with another under 'variables'")
      }
      let uncovered = size.map { 1 - Double(drawn) / Double(max(1, $0)) } ?? 1
      if drawn == 1, uncovered > 0 {
        throw refusal(
          .statistic(.lonelyCluster),
          "of \(of) one of its \(what) alone replied, which does not tell how others are. "
            + (stratum.name.isEmpty
              ? "Take 'clusters' out"
              : "Join the stratum with another under 'variables', or say that it has no "
                + "other under 'population'"))
      }
      all.append(DrawnStratum(drawn: drawn, uncovered: uncovered))
    }
    self.init(strata: all, parts: parts)
  }
}
