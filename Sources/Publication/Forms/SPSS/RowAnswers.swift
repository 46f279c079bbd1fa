import Interchange
import Questionnaire
import Tabular

/// The answers of the current row of a submission file, for the conditions of choices that not all are offered.
///
/// The words of texts are not there: a condition that rests on them is open.
struct RowAnswers: AnswerSource {
  let reader: StageTableReader
  let form: Questionnaire

  private func field(_ variable: Int) -> ArraySlice<UInt8> {
    reader.bytes(SubmissionLayout.column(of: variable))
  }

  private func state(_ variable: Int) -> AnswerState {
    AnswerField.state(field(variable).last ?? AnswerField.noAnswer)
  }

  func isAnswered(_ variable: Int) -> Bool { state(variable) == .answered }

  private func isText(_ variable: Int) -> Bool { form.questions[variable].type == .text }

  func code(of variable: Int) -> Int? {
    isAnswered(variable) ? AnswerField.code(field(variable)) : nil
  }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    isAnswered(variable) ? AnswerField.code(rankedAt: rank, in: field(variable)) : nil
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    let field = field(variable)
    return isAnswered(variable) && code < field.count
      && field[field.startIndex + code] != AnswerField.unticked
  }

  func text(of variable: Int) -> String {
    isAnswered(variable) && !isText(variable)
      ? String(decoding: field(variable), as: UTF8.self) : ""
  }

  func isUnclear(_ variable: Int) -> Bool {
    state(variable) == .unclear || isAnswered(variable) && isText(variable)
  }
}
