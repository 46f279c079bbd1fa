import Basics
import Questionnaire

/// What is said of units that replied alone: weights, which others have none of, and what a sample
/// tells, since nobody sampled the others.
extension TableReader {
  /// Whether a set that percentages are of has units that did not reply.
  ///
  /// - Parameter base: nil where each block has its usual one.
  func hasSilentUnits(
    _ base: Table.Base?, _ blocks: [Table.Block], _ population: Table.Population
  ) -> Bool {
    population == .participants
      || blocks.contains { mayHaveSilentUnits(base ?? .usual(of: $0.variable)) }
  }

  private func mayHaveSilentUnits(_ base: Table.Base) -> Bool {
    switch base {
    case .population: true
    case .respondents, .asked, .answered: false
    case .condition(let condition): catalog.mayHoldWithoutReply(condition)
    }
  }

  func isWeighted(hasSilentUnits: Bool) throws(RunError) -> Bool {
    let wanted = try node[TableKey.weighted]?.flag()
    if let node = node[TableKey.weighted], wanted == true {
      guard hasWeights else {
        throw node.error(
          rule: "no-weights", "the plan has no weights; expected a key 'weights' at the top")
      }
      if hasSilentUnits {
        throw node.error(
          rule: "weighted-base",
          "the base has units that did not reply, which weigh nothing; \(Self.repliedAlone). "
            + "Or take 'weighted' out, so that every unit counts for one")
      }
    }
    return hasWeights && !hasSilentUnits && (wanted ?? true)
  }

  static let repliedAlone = "expected 'base: respondents', or another of units that replied alone"
}

extension VariableCatalog {
  /// Whether a condition holds for some unit without answers, whatever its attributes.
  fileprivate func mayHoldWithoutReply(_ condition: Condition) -> Bool {
    let uses = condition.uses
    let facts = entries.filter { !$0.isAboutAnswers && uses[$0.variable.index] != nil }
    var units = [SilentUnit()]
    for fact in facts {
      // Of several thousand combinations some will do.
      guard units.count < 10_000 else { return true }
      let codes: [Int?] =
        fact.origin == .attribute(.response)
        ? [fact.codes.count - 1] : [nil] + fact.codes.indices.map(Optional.some)
      units = units.flatMap { unit in codes.map { unit.with($0, of: fact.variable.index) } }
    }
    return units.contains { condition.holds(for: $0) }
  }
}

/// A unit of which nothing is known but codes of attributes.
private struct SilentUnit: AnswerSource {
  private var codes: [Int: Int] = [:]

  func with(_ code: Int?, of variable: Int) -> SilentUnit {
    var unit = self
    unit.codes[variable] = code
    return unit
  }

  func code(of variable: Int) -> Int? { codes[variable] }
  func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }
  func isSelected(_ code: Int, of variable: Int) -> Bool { codes[variable] == code }
  func text(of variable: Int) -> String { "" }
}
