import Basics
import Definition
import Interchange
import Questionnaire
import Statistics
import Tabulation

/// The strata of the weights, and how many units each stands for.
struct WeightedStrata: Sendable {
  let weights: Weights

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
      let facts = population.answers(of: unit, number: unit.number)
      do throws(RunError) {
        sizes[try stratum(of: facts, key: unit.key, path: path)] += 1
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw RunError(.dataRejected, problems) }
    return sizes
  }

  /// - Throws: `dataRejected` where it stands in none.
  func stratum(
    of unit: CountedUnit, key: String, path: String, line: Int? = nil
  ) throws(RunError) -> Int {
    try weights.strata.combination(of: unit, key: key, path: path, line: line)
  }
}

extension [VariableCatalog.Entry] {
  /// Which combination of codes of these variables a unit has, the last of which changes first.
  ///
  /// - Throws: `dataRejected` where it has no code of one.
  func combination(
    of unit: CountedUnit, key: String, path: String, line: Int? = nil
  ) throws(RunError) -> Int {
    var combination = 0
    for variable in self {
      guard let code = unit.unit.code(of: variable.variable.index) else {
        throw RunError(
          path: path, line: line, id: .statistic(.noStratum),
          "'\(key)' has no code of '\(variable.name)', so that it stands in no stratum; expected "
            + "every unit in one. Give those without one a code under 'variables'")
      }
      combination = combination * variable.codes.count + code
    }
    return combination
  }
}
