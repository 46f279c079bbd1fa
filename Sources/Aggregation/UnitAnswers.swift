import Interchange
import Questionnaire
import Tabular

/// Everything that is known of one unit, as conditions and tables ask for it: the answers of its
/// submission, and its attributes.
///
/// A unit that sent nothing that counts has no cells.
struct UnitAnswers: AnswerSource {
  let number: Int
  let isOrganization: Bool
  /// The codes of the attributes, in the order of the catalog.
  let attributes: [Int?]
  /// The number of questions: variables beyond it are attributes, then derived ones.
  let questions: Int
  let derived: [DerivedVariable]
  var cells: StageRow?
  /// What the unit counts for, in millionths, before post-stratification.
  var weight = FixedDecimal.one
  var stratum = 0

  /// The position among the derived variables; negative for questions and attributes.
  private func position(ofDerived variable: Int) -> Int {
    variable - questions - attributes.count
  }

  func state(of variable: Int) -> AnswerState {
    let position = position(ofDerived: variable)
    if position >= 0 { return state(ofDerived: position) }
    guard let cells else { return .didNotReply }
    if variable >= questions { return .answered }
    return AnswerCell.state(cells.code(variable) ?? AnswerCell.noAnswer)
  }

  func code(of variable: Int) -> Int? {
    let position = position(ofDerived: variable)
    if position >= 0 { return code(ofDerived: position) }
    if variable >= questions { return attributes[variable - questions] }
    guard let cells, state(of: variable) == .answered else { return nil }
    return AnswerCell.code(cells[variable])
  }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    guard let cells, variable < questions, state(of: variable) == .answered else { return nil }
    return AnswerCell.code(rankedAt: rank, in: cells[variable])
  }

  /// The one code by which a table counts the unit: the answer, or the choice ranked first.
  func countedCode(of variable: Variable) -> Int? {
    if case .ranking = variable.kind { return code(rankedAt: 0, of: variable.index) }
    return code(of: variable.index)
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    let position = position(ofDerived: variable)
    if position >= 0 { return isSelected(code, ofDerived: position) }
    guard let cells, variable < questions, state(of: variable) == .answered else { return false }
    let cell = cells[variable]
    return code < cell.count && cell[cell.startIndex + code] != AnswerCell.unticked
  }

  func text(of variable: Int) -> String {
    guard let cells, variable < questions, state(of: variable) == .answered else { return "" }
    return String(validating: cells[variable], as: UTF8.self) ?? ""
  }

  /// The rank from 1 that a choice of a ranking was given; nil where it was not ranked.
  func rank(of code: Int, in variable: Int) -> Int? {
    guard let cells, variable < questions, state(of: variable) == .answered else { return nil }
    let cell = cells[variable]
    guard code < cell.count, cell[cell.startIndex + code] != AnswerCell.unticked else { return nil }
    return Int(cell[cell.startIndex + code] - UInt8(ascii: "a")) + 1
  }

  /// The number or date of an answer as a whole number, as `Distribution` has it.
  func value(of entry: VariableCatalog.Entry) -> Int128? {
    let variable = entry.variable.index
    switch entry.variable.kind {
    case .number: return FixedDecimal(text(of: variable))?.millionths
    case .date:
      return CalendarDate(iso: text(of: variable))?.digits
    case .code:
      guard let scale = entry.scale, let code = code(of: variable) else { return nil }
      return Int128(scale[code]) * FixedDecimal.one
    case .codes, .ranking, .text: return nil
    }
  }
}
