import Basics
import Questionnaire

/// The free texts whose words some rule rests on; the others are never held.
struct RuleTexts: Sendable {
  let questions: [Question]
  private var texts: [AnswerPlace: String] = [:]

  init(_ normalized: String, _ questions: [Question]) throws(RunError) {
    self.questions = questions
    if questions.isEmpty { return }
    let names = Set(questions.map(\.name))
    var texts: [AnswerPlace: String] = [:]
    try TextFilter.forEach(in: normalized) { place, _, text throws(RunError) in
      // Of an answer from several columns or instances the first text stands for all.
      if names.contains(place.question), texts[place] == nil { texts[place] = text }
    }
    self.texts = texts
  }

  subscript(submission: Submission, question: Question) -> String? {
    texts[AnswerPlace(submission: submission.number, question: question.name)]
  }
}
