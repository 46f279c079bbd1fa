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
    if weights.isRaked { return try rake(masses, population, path: path) }
    let sizes: [Int]
    if let totals = weights.totals?.first {
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

  /// The combinations of codes with what raking makes of their weights.
  private func rake(
    _ masses: [Mass], _ population: Population, path: String
  ) throws(RunError) -> [Stratum] {
    let totals: [[Int]]
    if let given = weights.totals {
      totals = given
    } else {
      totals = self.totals(of: try sizes(population, path: path))
    }
    let replied = self.totals(of: masses.map(\.units))
    let weights = self.weights
    for (variable, totals) in zip(weights.strata.indices, totals) {
      for (code, total) in totals.enumerated() where (total == 0) != (replied[variable][code] == 0)
      {
        let entry = weights.strata[variable]
        throw RunError(
          path: path, id: .statistic(total == 0 ? .stratumWithoutTotal : .emptyStratum),
          total == 0
            ? "\(replied[variable][code]) units with '\(entry.codes[code].name)' of '\(entry.name)' replied, "
              + "but 'totals' of tables.yaml says that there are none"
            : "nobody replied of the \(total) units with '\(entry.codes[code].name)' of '\(entry.name)', so "
              + "that nobody stands for them. Join the code with another under 'variables' of tables.yaml"
        )
      }
    }
    switch Raking(totals: totals).run(masses) {
    case .factors(let factors):
      return zip(masses, factors).enumerated().map { number, stratum in
        Stratum(
          name: weights.name(of: number), population: nil, factor: stratum.1, mass: stratum.0)
      }
    case .missed(let miss):
      let entry = weights.strata[miss.variable]
      let reached = ExactDecimal(
        parts: Int128((miss.reached * 1e4).rounded()) * ExactDecimal.one / 10_000)
      throw RunError(
        path: path, id: .statistic(.raking),
        "no weights bring the units that replied to the totals of all variables at once: "
          + "'\(entry.codes[miss.code].name)' of '\(entry.name)' stays at \(reached) for "
          + "\(totals[miss.variable][miss.code]). Nobody may have replied of some combinations of codes; join "
          + "codes that few have under 'variables' of tables.yaml, or rake by fewer variables")
    }
  }

  /// What some numbers of combinations come to by variable and code.
  private func totals(of numbers: [Int]) -> [[Int]] {
    var totals = weights.strata.map { [Int](repeating: 0, count: $0.codes.count) }
    for (stratum, number) in numbers.enumerated() {
      var rest = stratum
      for (variable, entry) in weights.strata.enumerated().reversed() {
        totals[variable][rest % entry.codes.count] += number
        rest /= entry.codes.count
      }
    }
    return totals
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
