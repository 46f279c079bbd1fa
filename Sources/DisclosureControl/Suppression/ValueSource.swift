import Basics
import Definition
import Findings
import Questionnaire

/// What conditions and derived variables find of a unit that has one value of a dimension.
struct ValueSource: AnswerSource {
  let catalog: VariableCatalog
  let value: Dimension.Value

  func code(of variable: Int) -> Int? {
    switch catalog.entries[variable].origin {
    case .question: value.code
    case .attribute(.response): value.code
    case .attribute: value.attributes[variable]
    case .derived(let position, fromAnswers: _):
      code(ofDerived: catalog.derived[position])
    }
  }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    rank == 0 ? value.code : nil
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    switch catalog.entries[variable].origin {
    // Of a ranking no more is asked than whether there is any choice.
    case .question: catalog.entries[variable].isRanking ? isAnswered : value.ticks.contains(code)
    case .attribute: self.code(of: variable) == code
    case .derived(let position, fromAnswers: _):
      catalog.derived[position].isOverlapping
        ? holds(catalog.derived[position].rules[code], of: catalog.derived[position])
        : self.code(of: variable) == code
    }
  }

  func text(of variable: Int) -> String {
    isAnswered ? value.number?.text ?? "" : ""
  }

  private var isAnswered: Bool { value.state == .answered }

  /// Whether a table that has the code as a row or column counts the unit there.
  func has(_ code: Int, of entry: VariableCatalog.Entry) -> Bool {
    entry.isMultiple
      ? isSelected(code, of: entry.variable.index) : self.code(of: entry.variable.index) == code
  }

  /// The state of a variable that follows from answers.
  func state(of variable: Int) -> AnswerState? {
    guard case .derived(let position, fromAnswers: _) = catalog.entries[variable].origin,
      value.state != .didNotReply
    else { return value.state }
    let derived = catalog.derived[position]
    let hasCode = derived.rules.contains { holds($0, of: derived) }
    guard !hasCode, let source = derived.source else { return hasCode ? .answered : .notApplicable }
    let state = state(of: source.variable.index)
    return state == .answered ? .notApplicable : state
  }

  private func code(ofDerived derived: DerivedVariable) -> Int? {
    derived.rules.firstIndex { holds($0, of: derived) }
  }

  private func holds(_ rule: DerivedVariable.Rule, of derived: DerivedVariable) -> Bool {
    guard value.state != .didNotReply || !derived.isAboutAnswers else { return false }
    switch rule {
    case .condition(let condition): return condition.holds(for: self)
    case .codes(let codes):
      guard let source = derived.source else { return false }
      return codes.contains { has($0, of: source) }
    case .range(let from, let below):
      guard let source = derived.source, let number = number(of: source) else { return false }
      return from.map { number >= $0 } ?? true && below.map { number < $0 } ?? true
    }
  }

  private func number(of entry: VariableCatalog.Entry) -> Int128? {
    if let scale = entry.scale, !entry.isMultiple {
      return code(of: entry.variable.index).map { Int128(scale[$0]) * FixedDecimal.one }
    }
    return isAnswered ? value.number?.value : nil
  }
}
