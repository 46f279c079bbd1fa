import Basics
import Definition
import Interchange
import Questionnaire
import Tabular

/// What all units of a collection have in common.
struct UnitVariables: Sendable {
  enum Kind: Sendable {
    case single
    case multiple
    case ranking
    /// A number, date or text.
    case other
  }

  /// Of the questions, by index.
  let kinds: [Kind]
  let attributes: Int
  let derived: [DerivedVariable]

  var count: Int { kinds.count + attributes + derived.count }

  init(_ catalog: VariableCatalog) {
    var kinds: [Kind] = []
    var attributes = 0
    for entry in catalog.entries {
      switch entry.origin {
      case .attribute: attributes += 1
      case .derived: break
      case .question:
        switch entry.variable.kind {
        case .code: kinds.append(.single)
        case .codes: kinds.append(.multiple)
        case .ranking: kinds.append(.ranking)
        case .number, .date, .text: kinds.append(.other)
        }
      }
    }
    self.kinds = kinds
    self.attributes = attributes
    derived = catalog.derived
  }
}

/// Everything that is known of one unit, as conditions and tables ask for it: the answers of its
/// submission, its attributes, and what derives from both.
///
/// States and single codes are decided once, since every table asks for them.
struct UnitAnswers: AnswerSource {
  let number: Int
  let isOrganization: Bool
  /// Nil where the unit sent nothing that counts.
  let cells: StageRow?
  let variables: UnitVariables
  /// Of every variable: questions, then attributes, then derived ones.
  private(set) var states: [AnswerState]
  /// The one code by which a table counts the unit: the answer, or the choice ranked first; -1
  /// where there is none.
  private(set) var codes: [Int]
  /// What the unit counts for, in parts of one, before post-stratification.
  var weight = FixedDecimal.one
  var stratum = 0

  init(
    number: Int, isOrganization: Bool = false, attributes: [Int?], cells: StageRow?,
    _ variables: UnitVariables
  ) {
    self.number = number
    self.isOrganization = isOrganization
    self.cells = cells
    self.variables = variables
    states = [AnswerState](
      repeating: cells == nil ? .didNotReply : .answered, count: variables.count)
    codes = [Int](repeating: -1, count: variables.count)
    if let cells { readAnswers(cells) }
    let first = variables.kinds.count
    for (position, code) in attributes.enumerated() { codes[first + position] = code ?? -1 }
    for position in variables.derived.indices {
      let variable = first + variables.attributes + position
      let derived = variables.derived[position]
      // An overlapping one has no single code.
      if !derived.isOverlapping { codes[variable] = code(ofDerived: derived) ?? -1 }
      states[variable] = state(ofDerived: derived)
    }
  }

  private mutating func readAnswers(_ cells: StageRow) {
    for (question, kind) in variables.kinds.enumerated() {
      let state = AnswerCell.state(cells.code(question) ?? AnswerCell.noAnswer)
      states[question] = state
      guard state == .answered else { continue }
      switch kind {
      case .single: codes[question] = AnswerCell.code(cells[question]) ?? -1
      case .ranking: codes[question] = AnswerCell.code(rankedAt: 0, in: cells[question]) ?? -1
      case .multiple, .other: break
      }
    }
  }

  /// The derived variable at an index; nil where it is of a question or an attribute.
  private func derived(at variable: Int) -> DerivedVariable? {
    let position = variable - variables.kinds.count - variables.attributes
    return position < 0 ? nil : variables.derived[position]
  }

  /// The cell of a question that was answered.
  private func cell(of variable: Int) -> ArraySlice<UInt8>? {
    guard variable < variables.kinds.count, states[variable] == .answered else { return nil }
    return cells?[variable]
  }

  func state(of variable: Int) -> AnswerState { states[variable] }

  func code(of variable: Int) -> Int? {
    codes[variable] < 0 ? nil : codes[variable]
  }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    cell(of: variable).flatMap { AnswerCell.code(rankedAt: rank, in: $0) }
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    if let derived = derived(at: variable) { return isSelected(code, ofDerived: derived) }
    guard let cell = cell(of: variable) else { return false }
    return code < cell.count && cell[cell.startIndex + code] != AnswerCell.unticked
  }

  /// The codes of a multi-select, in order.
  func forEachSelected(of variable: Variable, _ body: (Int) -> Void) {
    if let derived = derived(at: variable.index) {
      for code in derived.rules.indices where isSelected(code, ofDerived: derived) { body(code) }
    } else if let cell = cell(of: variable.index) {
      for (code, byte) in cell.enumerated() where byte != AnswerCell.unticked { body(code) }
    }
  }

  /// Whether a table that has the code as a row or column counts the unit there.
  func has(_ code: Int, of variable: Variable) -> Bool {
    if case .codes = variable.kind { return isSelected(code, of: variable.index) }
    return codes[variable.index] == code
  }

  func text(of variable: Int) -> String {
    cell(of: variable).flatMap { String(validating: $0, as: UTF8.self) } ?? ""
  }

  /// The rank from 1 that a choice of a ranking was given; nil where it was not ranked.
  func rank(of code: Int, in variable: Int) -> Int? {
    guard let cell = cell(of: variable), code < cell.count else { return nil }
    let byte = cell[cell.startIndex + code]
    return byte == AnswerCell.unticked ? nil : Int(byte - UInt8(ascii: "a")) + 1
  }

  /// The number or date of an answer as a whole number, as `Distribution` has it.
  func value(of entry: VariableCatalog.Entry) -> Int128? {
    let variable = entry.variable.index
    switch entry.variable.kind {
    case .number: return FixedDecimal(text(of: variable))?.parts
    case .date: return CalendarDate(iso: text(of: variable))?.digits
    case .code:
      guard let scale = entry.scale, let code = code(of: variable) else { return nil }
      return Int128(scale[code]) * FixedDecimal.one
    case .codes, .ranking, .text: return nil
    }
  }
}
