import Basics
import Definition
import Findings
import Interchange
import Questionnaire

extension Objection {
  /// - Parameters:
  ///   - texts: What was read with a decimal point, in the order met.
  ///   - other: A text of the column that is a number only beside a decimal comma.
  static func thousandsAsDecimals(
    _ texts: [String], beside other: String?, of question: String
  ) -> Objection {
    let further =
      texts.count == 1 ? "" : " and \(texts.count - 1) other\(texts.count == 2 ? "" : "s")"
    let evidence =
      other.map { "'\($0)' in the same column is a number only beside a decimal comma" }
      ?? "no number of the column has other decimals"
    return Objection(
      .thousandsAsDecimals,
      "'\(texts[0])'\(further) \(texts.count == 1 ? "has" : "have") three digits behind the point, and \(evidence): "
        + "the point may stand between thousands, and was read as a decimal point",
      suggestion:
        "declare 'decimal-mark: \".\"' of the source, or under 'answers' as in '\(question): {decimal-mark: \".\"}', "
        + "where these are decimals; else 'decimal-mark: \",\"' and 'thousands-mark: \".\"'")
  }
}

extension PreparedSource {
  /// Decimal questions with numbers whose point may stand between thousands, a finding for each.
  func thousandsAsDecimals(among questions: [Question]) -> [Finding] {
    questions.compactMap { question -> Finding? in
      let conventions = definition.conventions(of: question)
      guard question.asked == .decimal, !conventions.hasOwnMarks,
        case .whole(let column) = mapping.questions[question.index]
      else { return nil }
      var grouped: [String] = []
      var hasOthers = false
      var foreign: String?
      for text in texts[column] where text.count > 0 {
        let key = TextKey(text.text)
        let isGrouped = NumberText.decimalComma.number(key) != nil
        if conventions.numbers.number(key) != nil {
          guard key.text.contains(".") else { continue }
          if isGrouped { grouped.append(text.text) } else { hasOthers = true }
        } else if isGrouped, NumberText.decimalPoint.number(key) == nil {
          foreign = foreign ?? text.text
        }
      }
      guard let first = grouped.first, !hasOthers || foreign != nil else { return nil }
      return Finding(
        .thousandsAsDecimals(grouped, beside: foreign, of: question.name),
        at: Position(source: entry.file), question: question.name, value: first)
    }
  }
}
