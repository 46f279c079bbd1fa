import Basics
import Findings
import Questionnaire

/// Resolves one item of `rules.yaml`.
struct DeclaredRuleReader {
  private let node: DefinitionNode
  private let variables: RuleVariables
  private let form: Questionnaire
  private let unit: InstanceUnit?
  private let level: DeclaredRule.Level
  private let calculations: Calculations

  init(
    _ node: DefinitionNode, variables: RuleVariables, form: Questionnaire,
    unit: InstanceUnit? = nil
  ) throws(RunError) {
    self.node = node
    self.unit = unit
    self.variables = variables
    self.form = form
    level = try node.value(RuleKey.over).word(as: DeclaredRule.Level.self)
    if let over = node[RuleKey.over], unit != nil, level != .submission {
      throw over.error(
        id: .rule(.over),
        "'unit' is about each instance of a repeat, and 'over: \(level.rawValue)' is not; expected one of "
          + "them. Take 'over' out")
    }
    calculations = try Self.calculations(node[RuleKey.calculate], variables)
  }

  func read() throws(RunError) -> DeclaredRule {
    let group = try group()
    let check = try check(group)
    let filterNode = node[RuleKey.filter]
    let filter = try filterNode.map { node throws(RunError) in
      try condition(node, isAboutGroups(check.value) ? .unit : scope)
    }
    let mentioned = check.mentioned + (filter?.mentioned ?? [])
    try node.requireUncrossed(mentioned.flatMap { variables.catalog[$0]?.repeated ?? [] })
    return DeclaredRule(
      id: try id(), line: node.line, severity: try severity(), level: level, unit: unit,
      filter: filter?.bound,
      check: check.value, group: group,
      message: try message(check.value, group),
      suggestion: try node[RuleKey.suggestion]?.text() ?? "",
      questions: try questions(check.value, check.mentioned),
      looksBack: mentioned.contains { $0.hasPrefix(RuleVariables.previously) },
      failAbove: try failAbove(check.value),
      words: .init(
        meaning: try filled(.meaning), condition: check.words,
        filter: try filterNode?.text() ?? "", base: try node[RuleKey.baseLabel]?.text()))
  }

  /// What a rule about single submissions speaks of.
  private var scope: RuleVariables.Scope {
    switch level {
    case .submission: .submission
    case .unit: .submissions
    case .collection: .submission
    }
  }

  private func isAboutGroups(_ check: DeclaredRule.Check) -> Bool {
    if level == .collection, case .condition = check { true } else { false }
  }

  // MARK: - Keys

  private func id() throws(RunError) -> String {
    let item = try node.required(RuleKey.id)
    let id = try item.text()
    guard DefinitionName.isName(id) else {
      throw item.error(
        id: .rule(.ruleId),
        "'\(id)' would be the id of a rule; expected \(DefinitionName.expected)")
    }
    guard Rule(rawValue: id) == nil else {
      throw item.error(
        id: .rule(.ruleId),
        "'\(id)' is a rule of the program (Pipelines/RULES.md); expected an id of its own")
    }
    return id
  }

  /// The severities that a rule may have.
  enum SeverityWord: String, CaseIterable {
    case fatal, query
  }

  private func severity() throws(RunError) -> Severity {
    switch try node.required(RuleKey.severity).word(as: SeverityWord.self) {
    case .fatal: .fatal
    case .query: .query
    }
  }

  private func filled(_ key: RuleKey) throws(RunError) -> String {
    let item = try node.required(key)
    let text = try item.text()
    guard !text.allSatisfy(\.isWhitespace) else {
      throw item.error(
        id: .yaml(.empty), "the text is empty; expected a sentence for those who read it")
    }
    return text
  }

  private func failAbove(_ check: DeclaredRule.Check) throws(RunError) -> ExactDecimal? {
    guard let item = node[RuleKey.failAbove] else { return nil }
    guard !isAboutGroups(check) else {
      throw item.error(
        id: .rule(.noBase),
        "a condition over the collection is one finding and no share of anything; delete it, and "
          + "write the bound into 'if'")
    }
    return try item.share()
  }

  private func check(_ group: VariableCatalog.Entry?) throws(RunError) -> (
    value: DeclaredRule.Check, words: String, mentioned: [String]
  ) {
    guard let item = node[RuleKey.unique] else {
      let item = try node.required(RuleKey.condition)
      let condition = try condition(
        item, level == .collection ? .group(by: group?.name) : scope)
      return (.condition(condition.bound), try item.text(), condition.mentioned)
    }
    guard node[RuleKey.condition] == nil else {
      throw item.error(
        id: .rule(.twoConditions), "'unique' stands beside 'if'; expected one of them")
    }
    guard level == .collection, group == nil else {
      throw item.error(
        id: .rule(.over),
        "'unique' is about all units; expected 'over: collection' beside it, and no 'by'")
    }
    var values: [Condition] = []
    let names = try item.texts()
    for (name, item) in zip(names, try item.list()) {
      values.append(try bound(Expression(referringTo: name), node: item, scope: .submission))
    }
    guard !values.isEmpty else {
      throw item.error(id: .yaml(.empty), "there is no name; expected questions, as in [email]")
    }
    return (.unique(values), "unique: \(names.joined(separator: ", "))", names)
  }

  private func group() throws(RunError) -> VariableCatalog.Entry? {
    guard let item = node[RuleKey.group] else { return nil }
    guard level == .collection else {
      throw item.error(
        id: .rule(.over), "'by' makes groups of all units; expected 'over: collection' beside it")
    }
    let entry = try variables.catalog.entry(item)
    guard case .attribute = entry.origin else {
      throw item.error(
        id: .rule(.notAnAttribute),
        "'\(entry.name)' is a question; expected an attribute: "
          + Suggestion.allowed(variables.catalog.attributes.map(\.entry.name)))
    }
    return entry
  }

  private func questions(
    _ check: DeclaredRule.Check, _ mentioned: [String]
  ) throws(RunError) -> [Question] {
    if let item = node[RuleKey.question] {
      guard let question = form[try item.text()] else {
        throw item.error(
          id: .expression(.unknownQuestion),
          "there is no question '\(try item.text())'."
            + Suggestion.question(for: try item.text(), among: form.questions.map(\.name)))
      }
      return [question]
    }
    switch (level, check) {
    case (_, .unique): return mentioned.compactMap { form[$0] }
    case (.collection, .condition): return []
    case (_, .condition): return Array(mentioned.compactMap { form[$0] }.prefix(1))
    }
  }

  private func message(
    _ check: DeclaredRule.Check, _ group: VariableCatalog.Entry?
  ) throws(RunError) -> RuleMessage {
    let text = try filled(.message)
    let item = try node.required(RuleKey.message)
    let scope = isAboutGroups(check) ? RuleVariables.Scope.group(by: group?.name) : scope
    var sets = if case .condition(let condition) = check { condition.sets.count } else { 0 }
    let otherUnit = otherUnit(check)
    return try RuleMessage(text, otherUnit: otherUnit) { name throws(RunError) in
      let value = try bound(
        Expression(referringTo: name), node: item, scope: scope, setsBefore: sets,
        besides: otherUnit.map { [$0] } ?? [])
      sets += value.sets.count
      return value
    }
  }
}

extension DeclaredRuleReader {
  /// The name of the other unit with the same values, where a message can be about one; a question,
  /// attribute or value of that name goes before it.
  private func otherUnit(_ check: DeclaredRule.Check) -> String? {
    let name = RuleVariables.otherUnit
    switch check {
    case .condition: return nil
    case .unique:
      return variables.catalog[name] == nil && !calculations.has(name) ? name : nil
    }
  }
}

// MARK: - Expressions

extension DeclaredRuleReader {
  private func condition(
    _ node: DefinitionNode, _ scope: RuleVariables.Scope
  ) throws(RunError) -> (bound: Condition, mentioned: [String]) {
    let expression = try resolved(try node.expression(), node)
    return (try bound(expression, node: node, scope: scope), expression.references)
  }

  /// Resolves an expression that stands in the file.
  ///
  /// - Parameter more: What else may be named there, for the error text.
  private func bound(
    _ expression: Expression, node: DefinitionNode, scope: RuleVariables.Scope,
    setsBefore: Int = 0, besides more: [String] = []
  ) throws(RunError) -> Condition {
    let isGroup = if case .group = scope { true } else { false }
    let expression = try resolved(expression, node)
    do throws(Expression.BindingError) {
      return try expression.bound(
        within: Expression.Scope(
          names: variables.names(scope) + more + calculations.names, knowsTexts: true,
          knowsReceipt: scope.facts.contains(.received),
          unit: isGroup
            ? ({ variables.variable($0, .unit) }, variables.names(.unit)) : nil,
          setsBefore: setsBefore,
          variable: { variables.variable($0, scope) }))
    } catch {
      // The name of an answer that is asked for where no unit is spoken of.
      if isGroup, error.id == .expression(.unknownQuestion),
        let name = expression.references.first(where: {
          variables.variable($0, scope) == nil && variables.variable($0, .unit) != nil
        })
      {
        throw node.error(
          id: .expression(.oneUnit),
          "'\(name)' is a fact about one unit, and this is about all of them; expected it inside "
            + "count(), count-non-empty(), sum(), min() or max(), as in count(${\(name)} != '')")
      }
      throw node.error(
        id: error.id, error.message + variables.catalog.hint(for: error, in: expression))
    }
  }

  /// The expression with the values of `calculate`, and what the form calculates, written out.
  private func resolved(
    _ expression: Expression, _ node: DefinitionNode
  ) throws(RunError) -> Expression {
    do throws(Expression.BindingError) {
      return try expression.resolving(calculations)
    } catch {
      throw node.error(id: error.id, error.message)
    }
  }

  /// The named values, each of which may rest on those before it, and what the form calculates.
  private static func calculations(
    _ node: DefinitionNode?, _ variables: RuleVariables
  ) throws(RunError) -> Calculations {
    var calculations = variables.catalog.calculations
    for (name, item) in try node?.pairs() ?? [] {
      guard variables.variable(name, .submissions) == nil, !calculations.has(name) else {
        throw item.error(
          id: .register(.nameTwice),
          "'\(name)' is a question, an attribute, a fact or a calculation already; expected another "
            + "name")
      }
      let expression = try item.expression()
      do throws(Expression.BindingError) {
        try calculations.add(name, expression)
      } catch {
        throw item.error(id: error.id, error.message)
      }
    }
    return calculations
  }
}
