import Basics
import Questionnaire

/// The free texts whose words some rule rests on; the others are never held.
struct RuleTexts: Sendable {
  let questions: [Question]
  private var texts: [AnswerID: String] = [:]

  init(_ normalized: String, _ questions: [Question]) throws(RunError) {
    self.questions = questions
    if questions.isEmpty { return }
    let names = Set(questions.map(\.name))
    var texts: [AnswerID: String] = [:]
    try TextFilter.forEach(in: normalized) { key, _, text throws(RunError) in
      // Of an answer from several columns or instances the first text stands for all.
      if names.contains(key.question), texts[key] == nil { texts[key] = text }
    }
    self.texts = texts
  }

  subscript(submission: Submission, question: Question) -> String? {
    texts[AnswerID(submission: submission.number, question: question.name)]
  }
}
