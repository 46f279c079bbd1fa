import Basics
import Questionnaire

/// How the units were drawn: the key `sample` of `tables.yaml`.
package struct Sample: Sendable {
  /// The confidence in per cent.
  package let confidence: Double
  /// How many units it was drawn from, or with `clusters` how many of these; nil without finite
  /// population correction.
  package let population: Population?
  package let isAdjusted: Bool
  /// Nil where each unit was drawn by itself from all of them.
  package let design: SampleDesign?

  package enum Population: Sendable {
    case units
    case number(Int)
    /// Of each stratum that was drawn from.
    case strata([Int])
  }

  enum Adjustment: String, CaseIterable {
    case bonferroni
    case none
  }

  /// The line of `population`, for errors; that of the sample where it is not given.
  package let line: Int

  init(_ node: DefinitionNode, _ catalog: VariableCatalog, hasRegister: Bool) throws(RunError) {
    try node.allowOnly(SampleKey.self)
    line = (node[SampleKey.population] ?? node).line
    let given = try node.value(SampleKey.confidence)
    let text = try given.text()
    guard let number = ExactDecimal(text), number >= 50, number < 100 else {
      throw given.error(
        id: .statistic(.confidence), "found '\(text)'; expected per cent from 50 to below 100")
    }
    confidence = number.double
    let design = try SampleDesign(node, catalog)
    self.design = design
    population = try node[SampleKey.population].map { node throws(RunError) in
      try Self.population(node, design, hasRegister: hasRegister)
    }
    isAdjusted = try node.value(SampleKey.adjust).word(as: Adjustment.self) == .bonferroni
  }

  private static func population(
    _ node: DefinitionNode, _ design: SampleDesign?, hasRegister: Bool
  ) throws(RunError) -> Population {
    let strata = design?.strata ?? []
    let drawn = design?.cluster == nil ? "units" : "clusters"
    let knowsUnits =
      hasRegister && design?.cluster == nil && strata.allSatisfy { !$0.isAboutAnswers }
    if knowsUnits, !node.isMapping, try node.text() == "register" { return .units }
    let register = knowsUnits ? ", or 'register' for all of the register" : ""
    guard strata.isEmpty else {
      guard strata.count == 1, let variable = strata.first else {
        throw node.error(
          id: .statistic(.samplePopulation),
          "the sample was drawn from strata of several variables, which one list of codes does not "
            + "name; "
            + (knowsUnits
              ? "expected 'register'"
              : "expected one variable of all their combinations in 'strata'"))
      }
      guard node.isMapping else {
        throw node.error(
          id: .statistic(.samplePopulation),
          "the sample was drawn from strata; expected how many \(drawn) each has, as in {"
            + variable.codes.prefix(2).map { "\($0.name): 120" }.joined(separator: ", ")
            + "}\(register)")
      }
      return .strata(try node.totals(of: variable))
    }
    let text = try node.text()
    guard let number = Int(text), number > 0 else {
      throw node.error(
        id: .statistic(.samplePopulation),
        "found '\(text)'; expected how many \(drawn) the sample was drawn from"
          + (design?.cluster != nil
            ? "" : hasRegister ? register : "; this collection has no register"))
    }
    return .number(number)
  }
}

/// A sample that was not drawn one by one from all units: from each of several strata, or in clusters
/// that were drawn with the units in them, such as villages.
package struct SampleDesign: Sendable {
  /// The variables whose codes together make the strata that it was drawn from.
  package let strata: [VariableCatalog.Entry]
  /// The variable whose codes, or the question whose whole numbers, name the clusters that were drawn
  /// first.
  package let cluster: VariableCatalog.Entry?

  /// The most strata.
  private static let mostStrata = 100_000
  /// Clusters may be numbered as freely as places are.
  package static let largestCluster = 999_999_999

  /// The number of strata.
  package var strataCount: Int { strata.reduce(1) { $0 * $1.codes.count } }

  /// How many numbers clusters may have.
  package var clusterCount: Int {
    guard let cluster else { return 1 }
    return cluster.codes.isEmpty ? Self.largestCluster + 1 : cluster.codes.count
  }

  /// The names of a stratum's codes, for people.
  package func name(ofStratum stratum: Int) -> String { strata.names(ofCombination: stratum) }

  /// The name of a cluster, for people.
  package func name(ofCluster cluster: Int) -> String {
    guard let codes = self.cluster?.codes, !codes.isEmpty else { return String(cluster) }
    return codes[cluster].name
  }

  /// - Parameter node: The key `sample`.
  /// - Returns: Nil where it has neither strata nor clusters.
  init?(_ node: DefinitionNode, _ catalog: VariableCatalog) throws(RunError) {
    guard node[SampleKey.strata] != nil || node[SampleKey.clusters] != nil else { return nil }
    var strata: [VariableCatalog.Entry] = []
    for item in try node[SampleKey.strata]?.list() ?? [] {
      let entry = try catalog.entry(item)
      guard !entry.codes.isEmpty, !entry.isMultiple, !entry.isRanking else {
        throw item.error(
          id: .statistic(.sampleDesign),
          "'\(entry.name)' does not put every unit in one stratum; expected an attribute or a variable of "
            + "which a unit has one code")
      }
      try Self.requireOfUnits(entry, item)
      strata.append(entry)
    }
    self.strata = strata
    guard strata.reduce(1, { min($0, 1 << 40) * $1.codes.count }) <= Self.mostStrata else {
      throw (node[SampleKey.strata] ?? node).error(
        id: .statistic(.sampleDesign),
        "the variables have more than \(Self.mostStrata) combinations of codes; expected the strata that "
          + "the sample was drawn from")
    }
    cluster = try node[SampleKey.clusters].map { node throws(RunError) in
      let entry = try catalog.entry(node)
      let isNumbered = entry.variable.kind == .number && !entry.isComputed
      guard isNumbered || !entry.codes.isEmpty && !entry.isMultiple && !entry.isRanking else {
        throw node.error(
          id: .statistic(.sampleDesign),
          "'\(entry.name)' does not name the cluster of every unit; expected an attribute, a variable of "
            + "which a unit has one code, or a question of type integer")
      }
      try Self.requireOfUnits(entry, node)
      return entry
    }
  }

  /// Who replied was drawn, and not what they tell of.
  private static func requireOfUnits(
    _ entry: VariableCatalog.Entry, _ node: DefinitionNode
  ) throws(RunError) {
    guard let repeated = entry.repeated.first else { return }
    throw node.error(
      id: .statistic(.sampleDesign),
      "'\(entry.name)' is asked of each of '\(repeated.repeatName)', and who replies was drawn; expected "
        + "variables of these")
  }
}

extension [VariableCatalog.Entry] {
  /// The codes that make a combination of codes of these variables, the last of which changes first.
  func names(ofCombination number: Int) -> String {
    var rest = number
    var names: [String] = []
    for variable in reversed() {
      names.append(variable.codes[rest % variable.codes.count].name)
      rest /= variable.codes.count
    }
    return names.reversed().joined(separator: ", ")
  }
}

extension DefinitionNode {
  /// A number for each code of a variable.
  func totals(of variable: VariableCatalog.Entry) throws(RunError) -> [Int] {
    try allowOnly(variable.codes.map(\.name))
    var numbers: [Int] = []
    for code in variable.codes {
      numbers.append(try required(code.name).integer(0...1_000_000_000_000))
    }
    return numbers
  }
}
