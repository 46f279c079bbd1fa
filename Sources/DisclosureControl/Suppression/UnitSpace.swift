import Definition
import Interchange
import Questionnaire
import Tabulation

/// The dimensions by which a table plan divides units, and the sets of units that follow from them.
struct UnitSpace {
  static let profile = 0
  static let response = 1
  /// Where the dimensions of the questions begin, which follow in their order.
  static let firstQuestion = 2

  let catalog: VariableCatalog
  private(set) var dimensions: [Dimension]
  /// A unit that has each value, by dimension.
  let possible: [[TabulatedUnit]]
  /// How many units and organizations have each profile, by whether they replied.
  let counts: [(replied: Int, silent: Int)]
  private(set) var leads: [Lead] = []
  private var dimensionOfSpan: [[Int]: Int] = [:]
  /// The profiles of reporting units.
  let units: ValueSet
  /// The profiles of those whom the treaty admits.
  let participants: ValueSet
  let replied: ValueSet

  /// - Parameter notAsked: The questions that somebody was not asked.
  init(
    _ pipeline: PipelineDefinition, plan: TablePlan, replies: KnownReplies, notAsked: Set<String>
  ) {
    catalog = plan.catalog
    var reader = DimensionReader(pipeline, plan: plan, replies: replies, notAsked: notAsked)
    reader.read()
    dimensions = reader.dimensions
    let variables = plan.catalog.variables
    possible = reader.dimensions.enumerated().map { number, dimension in
      let question = number < Self.firstQuestion ? nil : number - Self.firstQuestion
      return dimension.values.map { $0.unit(question, variables) }
    }
    counts = Self.counts(reader, replies)
    units = dimensions[Self.profile].set(where: \.role.isReporting)
    participants = dimensions[Self.profile].set(where: \.role.isParticipant)
    replied = dimensions[Self.response].set { $0.code == 0 }
    leads = pipeline.form.questions.compactMap { question in
      lead(
        to: question, pipeline.form, isKept: !replies.brokenRoutings.contains(question.name),
        isOpen: replies.openRoutings.contains(question.name))
    }
    let led = leads.flatMap(\.routings).flatMap { $0.applies.parts + $0.applyNot.parts }
    for part in plan.conditions.flatMap(parts) + led {
      dimensions[part.dimension].divide(by: part.values)
    }
    for table in plan.tables {
      for row in table.rows {
        switch row.kind {
        case .net(let codes), .outside(let codes): divide(by: codes, of: table.variable(of: row))
        case .code, .value, .responses, .base, .offered, .state, .population: break
        }
      }
    }
    for entry in catalog.entries where !entry.codes.isEmpty { divide(by: entry) }
  }

  private mutating func divide(by net: [Int], of entry: VariableCatalog.Entry) {
    let part = choice(anyOf: net, of: entry)
    dimensions[part.dimension].divide(by: part.values)
    if entry.isMultiple { cover(net, of: entry) }
  }

  private mutating func divide(by entry: VariableCatalog.Entry) {
    let codes = Array(entry.codes.indices)
    let sets = codes.map { choice($0, of: entry) }
    guard let dimension = sets.first?.dimension else { return }
    guard entry.isMultiple else {
      dimensions[dimension].divide(among: sets.map(\.values))
      return
    }
    for set in sets { dimensions[dimension].divide(by: set.values) }
    cover(codes, of: entry)
    // Whoever is in a base of opinions has one.
    if let substantive = catalog.variables.substantive[entry.variable.index] {
      let opinions = codes.filter { substantive[$0] }
      if opinions.count > 1, opinions != codes { cover(opinions, of: entry) }
    }
  }

  /// Takes in that a table divides units by what its sets have of each dimension.
  mutating func divide(by set: UnitSet) {
    for part in set.parts where dimensions[part.dimension].silent != nil {
      let silent = dimensions[part.dimension].silent ?? part.values
      dimensions[part.dimension].divide(
        by: set[Self.response] == replied ? part.values.subtracting(silent) : part.values)
    }
  }

  /// The dimension of who has codes of several variables.
  mutating func dimension(across variables: [Int]) -> Int {
    if let known = dimensionOfSpan[variables] { return known }
    var dimension = Dimension(
      values: [Dimension.Value(code: 0), Dimension.Value(code: 1)], isAboutAnswers: true,
      spanned: variables)
    dimension.divide(by: dimension.set { $0.code == 0 })
    dimensions.append(dimension)
    for entry in variables.map({ catalog.entries[$0] }) {
      let coded = choice(anyOf: Array(entry.codes.indices), of: entry)
      dimensions[coded.dimension].divide(among: [coded.values])
    }
    dimensionOfSpan[variables] = dimensions.count - 1
    return dimensions.count - 1
  }

  /// Remembers that whoever has any of some codes has one of them.
  private mutating func cover(_ codes: [Int], of entry: VariableCatalog.Entry) {
    let whole = choice(anyOf: codes, of: entry)
    dimensions[whole.dimension].covers.append(
      Dimension.Cover(whole: whole.values, parts: codes.map { choice($0, of: entry).values }))
  }

  private static func counts(
    _ reader: DimensionReader, _ replies: KnownReplies
  ) -> [(replied: Int, silent: Int)] {
    let profiles = reader.dimensions[profile].values
    var counts = profiles.map { _ in (replied: 0, silent: 0) }
    for unit in replies.units {
      let profile = reader.profileOfUnit[unit.key] ?? 0
      if unit.fate == .replied { counts[profile].replied += 1 } else { counts[profile].silent += 1 }
    }
    for profile in reader.profileOfUnit.values where !profiles[profile].role.isReporting {
      counts[profile].silent += 1
    }
    return counts
  }
}
