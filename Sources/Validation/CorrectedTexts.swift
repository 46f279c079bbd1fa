import Basics
import Findings
import Interchange
import Questionnaire
import Tabular

/// The texts that corrections may be about: answers to text questions, and answers that fit no code.
struct CorrectedTexts: Sendable {
  private var texts: [AnswerID: String] = [:]

  init(_ normalized: String, _ corrections: Corrections) throws(RunError) {
    var units: [String: Set<TextKey>] = [:]
    for correction in corrections.all {
      units[correction.question.name, default: []].insert(TextKey(correction.unit))
    }
    if units.isEmpty { return }
    // Of an answer from several columns or instances the first text stands for all.
    let note = { (texts: inout [AnswerID: String], key: AnswerID, unit: String, text) in
      if let units = units[key.question], units.contains(TextKey(unit)), texts[key] == nil {
        texts[key] = text
      }
    }
    var texts: [AnswerID: String] = [:]
    try TextFilter.forEach(in: normalized) { key, unit, text throws(RunError) in
      note(&texts, key, unit, text)
    }
    try FindingRow.forEach(in: "\(normalized)/findings.csv") { row throws(RunError) in
      guard row[.rule] == Rule.unclearAnswer.rawValue else { return }
      let submission = try row.integer(.submission)
      note(
        &texts, .init(submission: submission, question: row[.question]), row[.unit], row[.value])
    }
    self.texts = texts
  }

  subscript(key: AnswerID) -> String? { texts[key] }
}
