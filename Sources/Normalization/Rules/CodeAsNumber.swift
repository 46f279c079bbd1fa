import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import SurveyTools

extension Objection {
  /// - Parameter texts: The code as the source has it, in every form.
  static func codeAsNumber(_ texts: [String], times: Int, of question: String) -> Objection {
    let list = texts.map { "\"\($0)\"" }.joined(separator: ", ")
    return Objection(
      .codeAsNumber,
      "\(texts.map { "'\($0)'" }.joined(separator: ", ")) was answered "
        + "\(times == 1 ? "once" : "\(times) times"), and all other numbers are far from it: it is a code "
        + "for no answer, it seems, and counts as a number",
      suggestion:
        "declare it under 'answers' of the source, as in '\(question): {no-answer: [\(list)]}', or write "
        + "'\(question): {no-answer: []}' there where it is a number")
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
        !columns[column].hasTextElsewhere, !isSettled(question, column)
      else { return [] }
      var found: [ExactDecimal: (texts: [String], count: Int)] = [:]
      for (text, outcome) in zip(texts[column], outcomes[question.index]) where text.count > 0 {
        guard case .field(let bytes, _) = outcome,
          let number = ExactDecimal(String(decoding: bytes, as: UTF8.self))
        else { continue }
        let before = found[number] ?? ([], 0)
        found[number] = (before.texts + [text.text], before.count + text.count)
      }
      return NoOpinion.codes(amongAmounts: Array(found.keys)).compactMap { code in
        found[code].map { texts, count in
          Finding(
            .codeAsNumber(texts.sorted(), times: count, of: question.name),
            at: Position(source: entry.file), question: question.name, value: code.description)
        }
      }
    }
  }

  /// Whether the source says of the question what means no answer, and says nothing that its column does
  /// not have: "-99" settles nothing where the field is "-99.0".
  private func isSettled(_ question: Question, _ column: Int) -> Bool {
    guard let declared = definition.conventions(of: question).ownNoAnswer else { return false }
    let present = Set(texts[column].map { TextKey($0.text) })
    return declared.allSatisfy { present.contains(TextKey($0)) }
  }
}
