package import Basics
import Phrases
package import Questionnaire
package import Tabulation

/// Everything a table or a condition can name: the questions, then the attributes, then the derived
/// variables of the table plan.
package struct VariableCatalog: Sendable {
  package enum Origin: Sendable, Equatable {
    case question(Int)
    case attribute(Attribute)
    /// The position among the derived variables; `fromAnswers` where it follows from a question.
    case derived(Int, fromAnswers: Bool)
  }

  package struct Entry: Sendable {
    package let name: String
    package let label: String
    package let origin: Origin
    package let variable: Variable
    /// The codes with their labels; empty for numbers, dates and texts.
    package let codes: [(name: String, label: String)]
    /// The numbers that the codes are names of, where every opinion is one: a scale that has a mean.
    /// Nil stands there for what is no opinion.
    package let scale: [Int?]?
    /// By code, when a unit is offered it; nil where whoever is asked is. Empty where all are.
    fileprivate(set) var offers: [Condition?] = []
    /// The questions within repeats from which it follows.
    package fileprivate(set) var repeated: [RepeatedQuestion] = []
    /// Whether it follows from what registers say of a treaty.
    package fileprivate(set) var restsOnTreaty = false
    /// The codes that nobody of a population has, so that tables over it do without them.
    fileprivate(set) var absent: [Table.Population: Set<Int>] = [:]

    /// Whether it follows from what units answered, so that it has answer states.
    package var isAboutAnswers: Bool {
      switch origin {
      case .question: true
      case .attribute: false
      case .derived(_, let fromAnswers): fromAnswers
      }
    }

    /// The base of its rows where the plan names none.
    var usualBase: TableBase {
      .usual(isAboutAnswers: isAboutAnswers, hasNonSubstantive: !nonSubstantive.isEmpty)
    }

    /// The codes that are no opinion, such as "don't know".
    package var nonSubstantive: Set<Int> { variable.nonSubstantive }

    /// When a unit is offered one of some codes at least; nil where whoever is asked is.
    package func offer(ofAny codes: [Int]) -> Condition? {
      guard !offers.isEmpty else { return nil }
      let conditions = codes.compactMap { offers[$0] }
      return conditions.count == codes.count ? .any(of: conditions) : nil
    }
    /// Whether a unit may have several of the codes.
    package var isMultiple: Bool {
      if case .codes = variable.kind { true } else { false }
    }

    /// Whether it is a number that is computed.
    package var isComputed: Bool {
      switch origin {
      case .question, .attribute: false
      case .derived: variable.kind == .number
      }
    }

    package var isAttribute: Bool {
      if case .attribute = origin { true } else { false }
    }

    package var isRanking: Bool {
      if case .ranking = variable.kind { true } else { false }
    }

    /// The codes that a table over a population has rows or columns for.
    func codes(
      of population: Table.Population
    ) -> [(offset: Int, element: (name: String, label: String))] {
      codes.enumerated().filter { !(absent[population]?.contains($0.offset) ?? false) }
    }
  }

  package private(set) var entries: [Entry]
  package var derived: [DerivedVariable] { variables.derived }
  /// What tables need to know of the entries, in the same order.
  package private(set) var variables = Variables()
  private var positions: [String: Int]
  /// The language of what tables say themselves.
  let language: Language
  /// What the form calculates, which conditions may name, too.
  let calculations: Calculations
  /// The derived variables of the plan, of which not all have been read yet.
  private var expected: Set<String> = []
  /// Those that cannot be of these units.
  private var refused: [String: Refusal] = [:]

  struct Refusal {
    /// The repeat whose instances alone it is of; nil where something else is wrong.
    var unit: String?
    /// What to say where it is named.
    let error: @Sendable (DefinitionNode) -> RunError
  }

  /// - Throws: `badDefinition` where a question has the name of an attribute.
  package init(_ pipeline: PipelineDefinition) throws(RunError) {
    var entries = pipeline.form.questions.map { question in
      let choices = question.type.choices ?? []
      let variable = Variable(
        index: question.index, kind: Variable(question).kind,
        nonSubstantive: Set(choices.indices.filter { !choices[$0].isSubstantive }),
        doubt: Self.doubt(question, pipeline))
      let isRanking = if case .ranking = variable.kind { true } else { false }
      return Entry(
        name: question.name,
        label: isRanking
          ? pipeline.spoken.text(.rankedFirst(pipeline.label(of: question)))
          : pipeline.label(of: question),
        origin: .question(question.index), variable: variable,
        codes: choices.map { ($0.name, pipeline.label(of: $0)) },
        scale: isRanking ? nil : Self.scale(choices.map(\.name), variable.nonSubstantive),
        offers: question.offers(in: pipeline.form),
        repeated: RepeatedQuestion(question, in: pipeline).map { [$0] } ?? [])
    }
    for attribute in Attribute.all(in: pipeline) {
      let name = attribute.name(in: pipeline)
      if let question = pipeline.form[name] {
        throw RunError(
          path: pipeline.form.path, line: question.line, id: .form(.reservedName),
          "question '\(question.name)' has the name of an attribute of the units; "
            + "rename the question")
      }
      let codes = attribute.codes(pipeline)
      entries.append(
        Entry(
          name: name, label: attribute.label(in: pipeline),
          origin: .attribute(attribute),
          variable: Variable(index: entries.count, kind: .code(codes.map(\.name))), codes: codes,
          scale: nil, restsOnTreaty: attribute.isOfTreaty,
          absent: Dictionary(
            uniqueKeysWithValues: Table.Population.allCases.map { population in
              (
                population,
                Set(
                  codes.indices.filter {
                    !attribute.hasCode(codes[$0].name, of: population, pipeline)
                  })
              )
            })))
    }
    self.entries = entries
    calculations = pipeline.form.calculations
    language = pipeline.spoken
    for entry in entries { variables.add(entry) }
    positions = Dictionary(
      entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Says that a variable will be added.
  mutating func expect(_ name: String) {
    expected.insert(name)
  }

  /// Says that a variable cannot be of these units, which matters to who names it.
  mutating func refuse(_ name: String, for refusal: Refusal) {
    refused[name] = refusal
  }

  /// Says that a variable is of the instances of another repeat alone.
  mutating func refuse(_ name: String, ofEach unit: String) {
    refused[name] = Refusal(unit: unit) { node in
      node.error(
        id: .table(.instances),
        "the variable '\(name)' is of each of '\(unit)'; expected it where these are counted, with "
          + "'unit: \(unit)'")
    }
  }

  /// The repeat whose instances alone a variable is of, and not what is counted here.
  func otherUnit(of name: String) -> String? { refused[name]?.unit }

  /// A variable that is to come says so, since it is there for who looks for it; so does one that cannot
  /// be of these units.
  private func requireKnown(_ name: String, _ node: DefinitionNode) throws(RunError) {
    if let refusal = refused[name] { throw refusal.error(node) }
    guard self[name] == nil, expected.contains(name) else { return }
    throw node.error(
      id: .variable(.variableBelow),
      "the variable '\(name)' does not stand above; expected questions, attributes and variables "
        + "from before, since none can follow from itself. Move '\(name)' up where it is no circle")
  }

  /// Adds a variable that follows from those before it.
  mutating func add(
    _ derived: DerivedVariable, name: String, label: String,
    codes: [(name: String, label: String)], nonSubstantive: Set<Int>
  ) {
    let names = codes.map(\.name)
    let kind: Variable.Kind =
      derived.value != nil ? .number : derived.isOverlapping ? .codes(names) : .code(names)
    let variable = Variable(
      index: entries.count, kind: kind, nonSubstantive: nonSubstantive, doubt: doubt(derived, names)
    )
    positions[name] = entries.count
    let entry = Entry(
      name: name, label: label,
      origin: .derived(variables.derived.count, fromAnswers: derived.isAboutAnswers),
      variable: variable, codes: codes,
      scale: derived.isOverlapping ? nil : Self.scale(names, nonSubstantive),
      offers: offers(of: derived), repeated: repeated(in: derived),
      restsOnTreaty: restsOnTreaty(derived))
    entries.append(entry)
    variables.add(derived, variable, scale: entry.scale)
  }

  /// The questions within repeats that a condition is about.
  func repeated(in condition: Condition?) -> [RepeatedQuestion] {
    condition?.variables.flatMap { entries[$0].repeated } ?? []
  }

  func repeated(in derived: DerivedVariable) -> [RepeatedQuestion] {
    (derived.source.map { entries[$0].repeated } ?? [])
      + derived.rules.flatMap { rule -> [RepeatedQuestion] in
        if case .condition(let condition) = rule { repeated(in: condition) } else { [] }
      } + repeated(in: derived.value)
  }

  private func restsOnTreaty(_ derived: DerivedVariable) -> Bool {
    derived.source.map { entries[$0].restsOnTreaty } ?? false
      || derived.deciding.contains(where: restsOnTreaty)
  }

  /// Whether a condition asks what registers say of a treaty.
  func restsOnTreaty(_ condition: Condition) -> Bool {
    condition.variables.contains { entries[$0].restsOnTreaty }
  }

  /// When a unit is offered one of some choices of a variable, by its index; nil where everybody is.
  func offer(_ variable: Int, _ codes: [Int]) -> Condition? {
    entries[variable].offer(ofAny: codes)
  }

  /// A code is offered to whoever is offered one of those that it is made of, or enough of what its
  /// condition asks for: of that there is no more here than what it depends on, see
  /// `TabulatedUnit.isOffered`.
  private func offers(of derived: DerivedVariable) -> [Condition?] {
    let offers = derived.rules.map { rule -> Condition? in
      switch rule {
      case .codes(let codes): derived.source.flatMap { entries[$0].offer(ofAny: codes) }
      case .condition(let condition): condition.offer(offer)
      case .range: nil
      }
    }
    return offers.contains { $0 != nil } ? offers : []
  }

  package subscript(_ name: String) -> Entry? {
    positions[name].map { entries[$0] }
  }

  package var names: [String] { entries.map(\.name) }

  package var attributes: [(attribute: Attribute, entry: Entry)] {
    entries.compactMap { entry in
      if case .attribute(let attribute) = entry.origin { (attribute, entry) } else { nil }
    }
  }

  /// Whether a condition depends on what a unit answered.
  func isAboutAnswers(_ node: DefinitionNode) throws(RunError) -> Bool {
    try expression(node).references.contains { self[$0]?.isAboutAnswers ?? false }
  }

  /// An expression that stands in a definition file, with what the form calculates written out.
  private func expression(_ node: DefinitionNode) throws(RunError) -> Expression {
    let expression = try node.expression()
    for name in expression.references where calculations.has(name) {
      guard self[name] != nil || expected.contains(name) else { continue }
      throw node.error(
        id: .register(.nameTwice),
        "'\(name)' is an attribute or variable, and the form calculates it, too; expected one "
          + "meaning of it. Rename the row in survey.csv")
    }
    do throws(Expression.BindingError) {
      return try expression.resolving(calculations)
    } catch {
      throw node.error(id: error.id, error.message)
    }
  }

  /// Resolves a condition that stands in a definition file.
  package func condition(_ node: DefinitionNode) throws(RunError) -> Condition {
    let expression = try expression(node)
    for name in expression.references { try requireKnown(name, node) }
    do throws(Expression.BindingError) {
      return try expression.bound(
        to: { self[$0]?.variable }, names: names + calculations.names)
    } catch {
      throw node.error(id: error.id, error.message + hint(for: error, in: expression))
    }
  }

  /// A question of a repeat has one answer in each instance, and several of them all.
  func hint(for error: Expression.BindingError, in expression: Expression) -> String {
    guard error.id == .expression(.multipleComparison),
      let repeated = expression.references.lazy.compactMap({ self[$0]?.repeated.first }).first
    else { return "" }
    return ". '\(repeated.name)' is asked of each of '\(repeated.repeatName)': with 'unit: "
      + "\(repeated.repeatName)' it has one answer"
  }

  /// Resolves a number that is computed of answers.
  func number(_ node: DefinitionNode) throws(RunError) -> Condition {
    let expression = try expression(node)
    for name in expression.references { try requireKnown(name, node) }
    do throws(Expression.BindingError) {
      return try expression.boundNumber(
        to: { self[$0]?.variable }, names: names + calculations.names, subject: "'value'")
    } catch {
      throw node.error(id: error.id, error.message)
    }
  }

  /// The entry a definition file names.
  package func entry(_ node: DefinitionNode) throws(RunError) -> Entry {
    let name = try node.text()
    try requireKnown(name, node)
    guard let entry = self[name] else {
      throw node.error(
        id: .expression(.unknownColumn),
        "there is no question or attribute '\(name)'."
          + Suggestion.question(for: name, among: names))
    }
    return entry
  }
}

extension Variables {
  /// Adds a question or attribute.
  fileprivate mutating func add(_ entry: VariableCatalog.Entry) {
    switch entry.origin {
    case .question: addQuestion(entry.variable, scale: entry.scale)
    case .attribute(let attribute):
      addAttribute(entry.variable, isResponse: attribute == .response)
    // They come by their rules, see `VariableCatalog.add`.
    case .derived: break
    }
  }
}
