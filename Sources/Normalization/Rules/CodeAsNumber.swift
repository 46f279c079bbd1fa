import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import SurveyTools

extension Objection {
  static func codeAsNumber(_ code: String, times: Int, of question: String) -> Objection {
    Objection(
      .codeAsNumber,
      "'\(code)' was answered \(times == 1 ? "once" : "\(times) times"), and all other numbers are far "
        + "from it: it is a code for no answer, it seems, and counts as a number",
      suggestion:
        "declare it under 'answers' of the source, as in '\(question): {no-answer: [\"\(code)\"]}', or "
        + "write '\(question): {no-answer: []}' there where it is a number")
  }
}

extension PreparedSource {
  /// Number questions with answers that are rather codes, a finding for each code.
  func codesAsNumbers(among questions: [Question]) -> [Finding] {
    questions.flatMap { question -> [Finding] in
      switch question.asked {
      case .integer, .decimal: break
      case .selectOne, .selectMultiple, .rank, .date, .text: return []
      }
      guard case .whole(let column) = mapping.questions[question.index],
        !columns[column].hasTextElsewhere,
        !definition.conventions(of: question).settlesNoAnswer
      else { return [] }
      var counts: [ExactDecimal: Int] = [:]
      for (text, outcome) in zip(texts[column], outcomes[question.index]) where text.count > 0 {
        guard case .field(let bytes, _) = outcome,
          let number = ExactDecimal(String(decoding: bytes, as: UTF8.self))
        else { continue }
        counts[number, default: 0] += text.count
      }
      return NoOpinion.codes(amongAmounts: Array(counts.keys)).map { code in
        Finding(
          .codeAsNumber(code.description, times: counts[code] ?? 0, of: question.name),
          at: Position(source: entry.file), question: question.name,
          value: code.description)
      }
    }
  }
}
