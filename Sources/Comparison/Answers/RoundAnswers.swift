import Interchange
import Questionnaire
import Tabular

/// What a unit answered in a round, for the conditions by which its form offers choices.
struct RoundAnswers: AnswerSource {
  let row: StageRow

  func code(of variable: Int) -> Int? {
    isAnswered(variable) ? AnswerField.code(row[variable]) : nil
  }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    isAnswered(variable) ? AnswerField.code(rankedAt: rank, in: row[variable]) : nil
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    guard isAnswered(variable) else { return false }
    let field = row[variable]
    return code < field.count && field[field.startIndex + code] != AnswerField.unticked
  }

  func text(of variable: Int) -> String {
    isAnswered(variable) ? String(validating: row[variable], as: UTF8.self) ?? "" : ""
  }

  func isUnclear(_ variable: Int) -> Bool { row.code(variable) == AnswerField.unclear }

  private func isAnswered(_ variable: Int) -> Bool {
    AnswerField.state(row.code(variable) ?? AnswerField.noAnswer) == .answered
  }
}
