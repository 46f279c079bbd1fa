import Basics
import Definition
import Interchange
import Questionnaire
import Statistics
import Tabulation

/// Gives each unit that replied its weight and stratum.
struct Weighing: Sendable {
  let weights: Weights

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
    if let question = weights.question {
      let index = question.variable.index
      guard let weight = unit.unit.value(of: index)?.parts,
        (0...Self.largest).contains(weight)
      else {
        let text = unit.unit.text(of: index)
        let (id, found): (ErrorID, String) =
          unit.unit.state(of: index) == .unclear
          ? (.statistic(.weight), "has a weight in '\(question.name)' that could not be read")
          : text.isEmpty
            ? (.statistic(.noWeight), "has no weight in '\(question.name)'")
            : (.statistic(.weight), "has the weight \(text) in '\(question.name)'")
        let who = isInstance ? "an instance of '\(key)'" : "'\(key)'"
        let remedy = isInstance ? "Mend the record" : "Give it one in corrections.csv"
        throw RunError(
          path: path, line: line, id: id,
          "\(who) \(found); expected a number from 0 to \(ExactDecimal(parts: Self.largest)) with at "
            + "most \(ExactDecimal.commonScale) decimals. \(remedy)")
      }
      unit.weight = weight
    }
    try assign(&unit, key: key, path: path, line: line)
  }

  /// The strata with how many units they stand for.
  ///
  /// - Parameter masses: What those that replied count for, by stratum.
  /// - Throws: `dataRejected` where nobody replied of a stratum that has units, and where a unit
  ///   stands in none.
  func strata(
    _ masses: [Mass], _ population: Population, path: String
  ) throws(RunError) -> [Stratum] {
    guard !weights.strata.isEmpty else {
      return masses.map { Stratum(name: "", population: nil, mass: $0) }
    }
    let sizes: [Int]
    if let totals = weights.totals {
      sizes = totals
    } else {
      sizes = try self.sizes(population, path: path)
    }
    var strata: [Stratum] = []
    for (number, mass) in masses.enumerated() {
      let name = weights.name(of: number)
      guard mass.weight > 0 || sizes[number] == 0 else {
        throw RunError(
          path: path, id: .statistic(.emptyStratum),
          (mass.units == 0
            ? "nobody replied of the \(sizes[number]) units of the stratum '\(name)'"
            : "whoever replied of the \(sizes[number]) units of the stratum '\(name)' weighs 0")
            + ", so that nobody stands for them. Join the stratum with another under 'variables' of "
            + "tables.yaml")
      }
      guard mass.units == 0 || sizes[number] > 0 else {
        throw RunError(
          path: path, id: .statistic(.stratumWithoutTotal),
          "\(mass.units) units of the stratum '\(name)' replied, but 'totals' of tables.yaml says "
            + "that it has none")
      }
      strata.append(Stratum(name: name, population: sizes[number], mass: mass))
    }
    return strata
  }

  /// How many units of the register each stratum has.
  private func sizes(_ population: Population, path: String) throws(RunError) -> [Int] {
    var sizes = [Int](repeating: 0, count: weights.count)
    var problems: [RunError.Problem] = []
    for unit in population.units {
      var facts = population.answers(of: unit, number: unit.number)
      do throws(RunError) {
        try assign(&facts, key: unit.key, path: path)
        sizes[facts.stratum] += 1
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw RunError(.dataRejected, problems) }
    return sizes
  }

  private func assign(
    _ unit: inout CountedUnit, key: String, path: String, line: Int? = nil
  ) throws(RunError) {
    for variable in weights.strata {
      guard let code = unit.unit.code(of: variable.variable.index) else {
        throw RunError(
          path: path, line: line, id: .statistic(.noStratum),
          "'\(key)' has no code of '\(variable.name)', so that it stands in no stratum; expected "
            + "every unit in one. Give those without one a code under 'variables'")
      }
      unit.stratum = unit.stratum * variable.codes.count + code
    }
  }
}
