import Basics
import Definition
import Interchange
import Questionnaire
import Statistics
import Tabulation

/// Gives each unit that replied its weight, and its place in the sample.
struct Weighing: Sendable {
  /// Nil where every unit counts for one.
  let weights: Weights?
  /// Nil where units were drawn one by one from all.
  let design: SampleDesign?
  let keys: PartKeys

  /// - Returns: Nil where there is neither.
  init?(weights: Weights?, design: SampleDesign?) {
    guard weights != nil || design != nil else { return nil }
    self.weights = weights
    self.design = design
    keys = PartKeys(
      strata: weights?.count ?? 1, drawnFrom: design?.strataCount ?? 1,
      clusters: design?.clusterCount ?? 1)
  }

  /// How many parts of the sample there are in any case: the strata of the weights have totals though
  /// nobody replied of them.
  var knownParts: Int { design == nil ? keys.strata : 0 }

  /// The most that a unit may weigh: sums of squares of a hundred million such weights are exact.
  static let largest = 1_000_000_000 * ExactDecimal.one

  /// - Throws: `dataRejected` where a unit has no weight or stands in no stratum: it would be lost.
  ///
  /// - Parameters:
  ///   - path: The source of its record, which stands on `line`.
  ///   - isInstance: Whether it is an instance of a repeat, which no correction names.
  func weigh(
    _ unit: inout CountedUnit, key: String, path: String, line: Int, isInstance: Bool = false
  ) throws(RunError) {
    if let question = weights?.question {
      let index = question.variable.index
      guard let weight = unit.unit.value(of: index)?.parts,
        (0...Self.largest).contains(weight)
      else {
        let text = unit.unit.text(of: index)
        let isSkipped = unit.unit.state(of: index) == .notApplicable
        let (id, found): (ErrorID, String) =
          unit.unit.state(of: index) == .unclear
          ? (.statistic(.weight), "has a weight in '\(question.name)' that could not be read")
          : text.isEmpty
            ? (
              .statistic(.noWeight),
              "has no weight in '\(question.name)'"
                + (isSkipped ? ", to which its answers do not lead" : "")
            )
            : (.statistic(.weight), "has the weight \(text) in '\(question.name)'")
        let who = isInstance ? "an instance of '\(key)'" : "'\(key)'"
        let remedy =
          isSkipped
          ? "Mend the answers before it, or 'relevant' in survey.csv"
          : isInstance ? "Mend the record" : "Give it one in corrections.csv"
        throw RunError(
          path: path, line: line, id: id,
          "\(who) \(found); expected a number from 0 to \(ExactDecimal(parts: Self.largest)) with at "
            + "most \(ExactDecimal.commonScale) decimals. \(remedy)")
      }
      unit.weight = weight
    }
    let stratum = try weights.map { weights throws(RunError) in
      try WeightedStrata(weights: weights).stratum(of: unit, key: key, path: path, line: line)
    }
    let drawn = try design.map { design throws(RunError) in
      try DrawnStrata(design: design).drawing(of: unit, key: key, path: path, line: line)
    }
    unit.part = keys.key(
      stratum: stratum ?? 0, drawnFrom: drawn?.stratum ?? 0, cluster: drawn?.cluster ?? 0,
      weighsNothing: unit.weight == 0)
  }
}
