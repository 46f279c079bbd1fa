import Basics
import Findings
import Questionnaire
import Tabulation

/// Resolves one derived variable and adds it to the catalog.
struct VariableReader {
  let node: DefinitionNode

  /// What the variable follows from, by name.
  func names() throws(RunError) -> [String] {
    var names = try node[VariableKey.mentions]?.texts() ?? []
    if let from = node[VariableKey.from] { names.append(try from.text()) }
    if let value = node[VariableKey.value] { names += try value.expression().references }
    for code in try node[VariableKey.codes]?.list() ?? [] {
      if let condition = code[CodeKey.condition] { names += try condition.expression().references }
    }
    return names
  }

  func read(into catalog: inout VariableCatalog) throws(RunError) {
    try node.allowOnly(VariableKey.self)
    let name = try node.required(VariableKey.name)
    let text = try name.text()
    guard DefinitionName.isName(text) else {
      throw name.error(
        id: .variable(.variableName), "'\(text)' is no name; expected \(DefinitionName.expected)")
    }
    guard catalog[text] == nil else {
      throw name.error(
        id: .variable(.variableTwice),
        "there is a question, attribute or variable '\(text)' already; expected another name")
    }
    let label = try node[VariableKey.label]?.wording() ?? text
    if let value = node[VariableKey.value] {
      let derived = try number(value, catalog)
      if let question = catalog.repeated(in: derived).first {
        throw value.error(
          id: .variable(.value),
          "a question within the repeat '\(question.repeatName)' has several answers, of which only the sum "
            + "is known here; expected questions outside. Write 'unit: \(question.repeatName)' beside "
            + "'value', for tables of its instances")
      }
      catalog.add(derived, name: text, label: label, codes: [], nonSubstantive: [])
      return
    }
    if let list = node[VariableKey.mentions] {
      let mentions = try mentions(list, catalog)
      try node.requireUncrossed(catalog.repeated(in: mentions.derived))
      catalog.add(
        mentions.derived, name: text, label: label, codes: mentions.codes,
        nonSubstantive: mentions.nonSubstantive)
      return
    }
    guard node[VariableKey.codes] != nil else {
      throw node.error(
        id: .variable(.noCodes),
        "the variable '\(text)' has neither codes nor a value; expected 'codes', 'mentions' with the "
          + "questions that ask for one thing, or 'value' with what its number is")
    }
    var source: VariableCatalog.Entry?
    if let from = node[VariableKey.from] { source = try catalog.entry(from) }
    var isAboutAnswers = source?.isAboutAnswers ?? false
    var rules: [DerivedVariable.Rule] = []
    var codes: [(name: String, label: String)] = []
    var nonSubstantive: Set<Int> = []
    for item in try node.required(VariableKey.codes).list() {
      let code = try code(item, source: source, catalog: catalog)
      guard !codes.contains(where: { $0.name == code.name }) else {
        throw item.error(
          id: .variable(.codeTwice), "the code '\(code.name)' stands twice; expected each once")
      }
      codes.append((code.name, code.label))
      if let condition = item[CodeKey.condition], try catalog.isAboutAnswers(condition) {
        isAboutAnswers = true
      }
      if try !isSubstantive(item, rule: code.rule, source: source) {
        nonSubstantive.insert(rules.count)
      }
      rules.append(code.rule)
    }
    guard !codes.isEmpty else {
      throw node.error(id: .variable(.noCodes), "the variable has no codes; expected at least one")
    }
    for (code, choice) in try kept(source, rules: rules, codes: codes) {
      nonSubstantive.insert(rules.count)
      codes.append(choice)
      rules.append(.codes([code]))
    }
    let derived = DerivedVariable(
      source: source?.variable.index, rules: rules,
      isOverlapping: try node.value(VariableKey.overlapping).flag(),
      isAboutAnswers: isAboutAnswers, offer: catalog.offer)
    try node.requireUncrossed(catalog.repeated(in: derived))
    catalog.add(
      derived, name: text, label: label, codes: codes, nonSubstantive: nonSubstantive)
  }

  /// A number that is computed.
  private func number(
    _ value: DefinitionNode, _ catalog: VariableCatalog
  ) throws(RunError) -> DerivedVariable {
    for key in [VariableKey.from, .codes, .overlapping] {
      guard let found = node[key] else { continue }
      throw found.error(
        id: .variable(.value),
        "a variable with a 'value' is a number, and '\(key.rawValue)' is of codes; expected one of both. "
          + "Bands of the number are a variable 'from' this one")
    }
    let condition = try catalog.number(value)
    guard condition.variables.contains(where: { catalog.entries[$0].isAboutAnswers }) else {
      throw value.error(
        id: .variable(.value),
        "the value is the same whatever was answered; expected a question in it, as in "
          + "'${officers} + ${clerks}'")
    }
    return DerivedVariable(value: condition, offer: catalog.offer)
  }

  /// Whether a code is an opinion: as it says, else unless it is made of what is none.
  private func isSubstantive(
    _ item: DefinitionNode, rule: DerivedVariable.Rule, source: VariableCatalog.Entry?
  ) throws(RunError) -> Bool {
    if let flag = try item[CodeKey.substantive]?.flag() { return flag }
    guard let source, case .codes(let codes) = rule else { return true }
    return !codes.allSatisfy(source.nonSubstantive.contains)
  }

  /// The choices of the source that are no opinion and of which no code is made: they stay what they
  /// are, since whoever has no opinion was asked all the same.
  private func kept(
    _ source: VariableCatalog.Entry?, rules: [DerivedVariable.Rule],
    codes: [(name: String, label: String)]
  ) throws(RunError) -> [(code: Int, choice: (name: String, label: String))] {
    guard let source else { return [] }
    let taken = rules.flatMap { rule in if case .codes(let codes) = rule { codes } else { [Int]() }
    }
    let kept = source.nonSubstantive.subtracting(taken).sorted()
    for code in kept where codes.contains(where: { $0.name == source.codes[code].name }) {
      throw node.error(
        id: .variable(.codeTwice),
        "the code '\(source.codes[code].name)' has the name of a choice of '\(source.name)' that is "
          + "no opinion, which the variable keeps; expected another name, or 'of' with that choice")
    }
    return kept.map { ($0, source.codes[$0]) }
  }

  private func code(
    _ item: DefinitionNode, source: VariableCatalog.Entry?, catalog: VariableCatalog
  ) throws(RunError) -> (name: String, label: String, rule: DerivedVariable.Rule) {
    try item.allowOnly(CodeKey.self)
    let name = try item.required(CodeKey.name)
    let text = try name.text()
    guard DefinitionName.isName(text) else {
      throw name.error(
        id: .variable(.codeName), "'\(text)' is no name; expected \(DefinitionName.expected)")
    }
    return (
      text, try item[CodeKey.label]?.wording() ?? text,
      try rule(item, source: source, catalog: catalog)
    )
  }

  private func rule(
    _ item: DefinitionNode, source: VariableCatalog.Entry?, catalog: VariableCatalog
  ) throws(RunError) -> DerivedVariable.Rule {
    let isRange = item[CodeKey.from] != nil || item[CodeKey.below] != nil
    let given = [item[CodeKey.of] != nil, isRange, item[CodeKey.condition] != nil].count { $0 }
    guard given == 1 else {
      throw item.error(
        id: .variable(.code),
        "expected what makes a unit have the code: 'of' with codes, 'from' and 'below' for a band, "
          + "or 'where' with a condition; one of these")
    }
    if let condition = item[CodeKey.condition] {
      return .condition(try catalog.condition(condition))
    }
    guard let source else {
      throw node.error(
        id: .variable(.noSource), "expected 'from' with the variable that the codes come from")
    }
    return isRange ? try range(item, source) : try recode(item, source)
  }

  private func recode(
    _ item: DefinitionNode, _ source: VariableCatalog.Entry
  ) throws(RunError) -> DerivedVariable.Rule {
    guard !source.codes.isEmpty else {
      throw item.error(
        id: .variable(.noCodes), "'\(source.name)' has no choices; expected 'from' and 'below'")
    }
    let names = source.codes.map(\.name)
    var codes: [Int] = []
    for name in try item.required(CodeKey.of).list() {
      let text = try name.text()
      guard let code = names.firstIndex(of: text) else {
        throw name.error(
          id: .expression(.unknownChoice),
          "'\(text)' is no choice of '\(source.name)'; expected \(Suggestion.allowed(names))."
            + Suggestion.question(for: text, among: names))
      }
      codes.append(code)
    }
    return .codes(codes)
  }

  private func range(
    _ item: DefinitionNode, _ source: VariableCatalog.Entry
  ) throws(RunError) -> DerivedVariable.Rule {
    let isScale = source.scale != nil && !source.isMultiple
    guard source.variable.kind == .number || source.variable.kind == .date || isScale else {
      throw item.error(
        id: .variable(.noNumber),
        source.repeated.first.map { repeated in
          "'\(source.name)' is asked of each of '\(repeated.repeatName)', and what all of them answer is no "
            + "number, date or scale; expected 'unit: \(repeated.repeatName)' in the variable, or 'of' with "
            + "its choices"
        } ?? "'\(source.name)' is no number, date or scale; expected 'of' with its choices")
    }
    try item.requireOpinions(of: source)
    let isDate = source.variable.kind == .date
    let from = try item[CodeKey.from].map { node throws(RunError) in try bound(node, isDate) }
    let below = try item[CodeKey.below].map { node throws(RunError) in try bound(node, isDate) }
    if let from, let below, from >= below {
      throw item.error(
        id: .variable(.emptyBand), "the band ends before it begins; expected 'from' below 'below'")
    }
    return .range(from: from, below: below)
  }

  private func bound(_ node: DefinitionNode, _ isDate: Bool) throws(RunError) -> ExactDecimal {
    let text = try node.text()
    if isDate, let date = CalendarDate(iso: text) { return date.digits }
    if !isDate, let number = ExactDecimal(text) { return number }
    throw node.error(
      id: .variable(.bound),
      "found '\(text)'; expected a \(isDate ? "date such as 2005-07-29" : "number")")
  }
}
