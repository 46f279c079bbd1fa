import Basics
import Questionnaire

/// What the units count for: the key `weights` of `tables.yaml`.
package struct Weights: Sendable {
  /// The number question with each unit's own weight; nil where every unit weighs the same.
  package let question: VariableCatalog.Entry?
  /// The variables whose codes together make the strata; none without post-stratification and raking.
  package let strata: [VariableCatalog.Entry]
  /// Whether it is known how many units have each code of each variable, and not of their combinations.
  package let isRaked: Bool
  /// How many units there are, where the plan says so and not the register: of each stratum of one
  /// variable, or with raking of each code of each variable.
  package let totals: [[Int]]?

  /// The number of strata.
  package var count: Int { strata.reduce(1) { $0 * $1.codes.count } }

  /// How many codes each variable has by which weights are raked.
  package var raked: [Int] { isRaked ? strata.map(\.codes.count) : [] }

  /// The most combinations of codes of which raking tells units apart.
  private static let mostRaked = 2_000

  /// The names of a stratum's codes, for people.
  package func name(of stratum: Int) -> String { strata.names(ofCombination: stratum) }

  init(_ node: DefinitionNode, _ catalog: VariableCatalog, hasRegister: Bool) throws(RunError) {
    try node.allowOnly(WeightKey.self)
    let variables = node[WeightKey.strata] ?? node[WeightKey.rake]
    guard node[WeightKey.question] != nil || variables != nil else {
      throw node.error(
        id: .statistic(.weights),
        "there is nothing to weight by; expected 'question', 'post-stratify' or 'rake'")
    }
    if node[WeightKey.strata] != nil, let rake = node[WeightKey.rake] {
      throw rake.error(
        id: .statistic(.weights),
        "'rake' stands beside 'post-stratify'; expected one of them. What both are about is one variable of "
          + "conditions under 'variables'")
    }
    isRaked = node[WeightKey.rake] != nil
    question = try node[WeightKey.question].map { node throws(RunError) in
      let entry = try catalog.entry(node)
      guard entry.variable.kind == .number, !entry.isComputed else {
        throw node.error(
          id: .statistic(.weights),
          "'\(entry.name)' is \(entry.isComputed ? "computed" : "no number"); expected a question of type "
            + "decimal")
      }
      return entry
    }
    var strata: [VariableCatalog.Entry] = []
    for item in try variables?.list() ?? [] {
      let entry = try catalog.entry(item)
      guard !entry.codes.isEmpty, !entry.isMultiple, !entry.isRanking else {
        throw item.error(
          id: .statistic(.weights),
          "'\(entry.name)' does not put every unit in one stratum; expected an attribute or a "
            + "variable of which a unit has one code")
      }
      strata.append(entry)
    }
    self.strata = strata
    if isRaked { try Self.requireRakeable(strata, variables ?? node) }
    totals =
      isRaked
      ? try Self.totalsOfEach(node, strata) : try Self.totals(node, strata).map { [$0] }
    let isFromRegister = totals == nil && !strata.isEmpty
    if isFromRegister && (!hasRegister || strata.contains(where: \.isAboutAnswers)) {
      throw (variables ?? node).error(
        id: .statistic(.weights),
        "the register does not know how many units have each answer; expected 'totals', as in 'totals: "
          + (isRaked
            ? "{area: {north: 1200, south: 800}, sex: {f: 1010, m: 990}}'"
            : "{north: 1200, south: 800}'"))
    }
  }

  private static func requireRakeable(
    _ strata: [VariableCatalog.Entry], _ node: DefinitionNode
  ) throws(RunError) {
    guard Set(strata.map(\.name)).count == strata.count, strata.count > 1 else {
      throw node.error(
        id: .statistic(.weights),
        "weights are raked by several variables, each once; expected at least two. By one they are "
          + "post-stratified")
    }
    let combinations = strata.reduce(1) { min($0, 1 << 40) * $1.codes.count }
    guard combinations <= mostRaked else {
      throw node.error(
        id: .statistic(.weights),
        "the variables have \(combinations) combinations of codes; expected at most \(mostRaked). Join codes "
          + "under 'variables', or rake by fewer")
    }
  }

  /// Whether each unit has one weight: of a weight within a repeat, each of its instances.
  package var areOfUnits: Bool { question?.repeated.isEmpty ?? true }

  /// Strata are of who was to reply, and of instances there is no number.
  ///
  /// - Parameter node: The key `weights`.
  /// - Throws: `badDefinition` where strata follow from the answers of instances, or would weigh these.
  func requireStrataOfUnits(_ node: DefinitionNode) throws(RunError) {
    for entry in strata + (strata.isEmpty ? [] : [question].compactMap(\.self)) {
      guard let repeated = entry.repeated.first else { continue }
      let key = isRaked ? WeightKey.rake : .strata
      throw (node[key] ?? node).error(
        id: .statistic(.weights),
        "'\(entry.name)' is asked of each of '\(repeated.repeatName)', and strata are of those who reply: "
          + "expected variables and a weight of these. Instances have the weight and the stratum of their "
          + "submission; take '\(key.rawValue)' out for weights of their own")
    }
  }

  /// - Parameter node: The key `weights`.
  /// - Throws: `badDefinition` where a unit of a table has several weights or strata, since each instance
  ///   of a repeat has its own.
  func requireOne(of table: Table, _ node: DefinitionNode) throws(RunError) {
    for (entry, key) in [(question, WeightKey.question)]
      + strata.map({ ($0, isRaked ? .rake : .strata) })
    {
      guard let entry, let repeated = entry.repeated.first else { continue }
      throw (node[key] ?? node).error(
        id: .statistic(.weights),
        "'\(entry.name)' is asked of each of '\(repeated.repeatName)', and the table '\(table.id)' does not "
          + "count these: expected 'unit: \(repeated.repeatName)' in the table, or 'weighted: no'")
    }
  }

  private static func totals(
    _ node: DefinitionNode, _ strata: [VariableCatalog.Entry]
  ) throws(RunError) -> [Int]? {
    guard let totals = node[WeightKey.totals] else { return nil }
    guard strata.count == 1, let variable = strata.first else {
      throw totals.error(
        id: .statistic(.weights),
        "totals are of the codes of one variable; expected one in 'post-stratify'")
    }
    return try totals.totals(of: variable)
  }

  /// The totals of each variable by which weights are raked.
  private static func totalsOfEach(
    _ node: DefinitionNode, _ variables: [VariableCatalog.Entry]
  ) throws(RunError) -> [[Int]]? {
    guard let totals = node[WeightKey.totals] else { return nil }
    try totals.allowOnly(variables.map(\.name))
    var all: [[Int]] = []
    for variable in variables {
      let item = try totals.required(variable.name)
      let numbers = try item.totals(of: variable)
      let (sum, first) = (numbers.reduce(0, +), all.first?.reduce(0, +))
      if let first, first != sum {
        throw item.error(
          id: .statistic(.weights),
          "the units of '\(variable.name)' come to \(sum), and those of '\(variables[0].name)' to "
            + "\(first); expected all units in each")
      }
      all.append(numbers)
    }
    return all
  }
}
