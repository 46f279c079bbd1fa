import Interchange
import Questionnaire
import Tabular

/// Gives each unit that replied its weight and stratum.
struct Weighing: Sendable {
  let weights: Weights

  /// - Throws: `dataRejected` where a unit has no weight or stands in no stratum: it would be lost.
  func weigh(_ unit: inout UnitAnswers, key: String, path: String) throws(RunError) {
    if let question = weights.question {
      guard let weight = unit.value(of: question), weight >= 0 else {
        throw RunError(
          .dataRejected, path: path, rule: "no-weight",
          "'\(key)' has no weight in '\(question.name)'; expected a number that is not negative. "
            + "Give it one in corrections.csv")
      }
      unit.weight = weight
    }
    for variable in weights.strata {
      guard let code = unit.code(of: variable.variable.index) else {
        throw RunError(
          .dataRejected, path: path, rule: "no-stratum",
          "'\(key)' has no code of '\(variable.name)', so that it stands in no stratum; expected "
            + "every unit in one. Give those without one a code under 'variables'")
      }
      unit.stratum = unit.stratum * variable.codes.count + code
    }
  }

  /// The strata with how many units they stand for.
  ///
  /// - Parameter masses: What those that replied count for, by stratum.
  /// - Throws: `dataRejected` where nobody replied of a stratum that has units.
  func strata(
    _ masses: [Mass], _ population: Population, path: String
  ) throws(RunError) -> [Stratum] {
    guard !weights.strata.isEmpty else {
      return masses.map { Stratum(name: "", population: nil, mass: $0) }
    }
    let sizes = weights.totals ?? sizes(population)
    var strata: [Stratum] = []
    for (number, mass) in masses.enumerated() {
      let name = weights.name(of: number)
      guard mass.weight > 0 || sizes[number] == 0 else {
        throw RunError(
          .dataRejected, path: path, rule: "empty-stratum",
          "nobody replied of the \(sizes[number]) units of the stratum '\(name)', so that nobody "
            + "stands for them. Join the stratum with another under 'variables' of tables.yaml")
      }
      guard mass.units == 0 || sizes[number] > 0 else {
        throw RunError(
          .dataRejected, path: path, rule: "stratum-without-total",
          "\(mass.units) units of the stratum '\(name)' replied, but 'totals' of tables.yaml says "
            + "that it has none")
      }
      strata.append(Stratum(name: name, population: sizes[number], mass: mass))
    }
    return strata
  }

  private func sizes(_ population: Population) -> [Int] {
    var sizes = [Int](repeating: 0, count: weights.count)
    for unit in population.units {
      let facts = population.answers(of: unit, number: unit.number)
      var stratum: Int? = 0
      for variable in weights.strata {
        let code = facts.code(of: variable.variable.index)
        stratum = stratum.flatMap { stratum in code.map { stratum * variable.codes.count + $0 } }
      }
      if let stratum { sizes[stratum] += 1 }
    }
    return sizes
  }
}
