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
  /// The number of questions: variables beyond it are attributes.
  let questions: Int
  var cells: StageRow?

  func state(of question: Int) -> AnswerState {
    guard let cells else { return .didNotReply }
    return AnswerCell.state(cells.code(question) ?? AnswerCell.noAnswer)
  }

  func code(of variable: Int) -> Int? {
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
    guard let cells, variable < questions, state(of: variable) == .answered else { return false }
    let cell = cells[variable]
    return code < cell.count && cell[cell.startIndex + code] != AnswerCell.unticked
  }

  func text(of variable: Int) -> String {
    guard let cells, variable < questions, state(of: variable) == .answered else { return "" }
    return String(validating: cells[variable], as: UTF8.self) ?? ""
  }

  /// The number or date of an answer as a whole number, as `Distribution` has it.
  func value(of entry: VariableCatalog.Entry) -> Int128? {
    let variable = entry.variable.index
    switch entry.variable.kind {
    case .number: return FixedDecimal(text(of: variable))?.millionths
    case .date:
      return CalendarDate(iso: text(of: variable)).map {
        Int128($0.year * 10_000 + $0.month * 100 + $0.day)
      }
    case .code:
      guard let scale = entry.scale, let code = code(of: variable) else { return nil }
      return Int128(scale[code]) * FixedDecimal.one
    case .codes, .ranking, .text: return nil
    }
  }
}
